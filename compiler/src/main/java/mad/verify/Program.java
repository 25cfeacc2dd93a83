package mad.verify;

import java.util.ArrayList;
import java.util.List;

/**
 * What is claimed to be solved: maximise or minimise one term under limits on others.
 *
 * @param objective the index of its term
 */
record Program(List<Domain> variables, List<Term> terms, boolean maximize, int objective, List<Limit> limits) {

    /** A term is at most {@code bound}, or equal to it; {@code slack} is the rounding that it is granted. */
    record Limit(String name, int term, boolean equal, double bound, double slack) {
        Interval allowed() {
            Interval slackened = Interval.of(bound).plus(new Interval(-slack, slack));
            return equal ? slackened : new Interval(Double.NEGATIVE_INFINITY, slackened.hi());
        }
    }

    static Program read(Json json) {
        List<Domain> variables =
                json.get("variables").list().stream().map(Domain::read).toList();
        List<Term> terms = new ArrayList<>();
        for (Json term : json.get("terms").list()) {
            terms.add(Term.read(term, terms, variables.size()));
        }
        List<Limit> limits = new ArrayList<>();
        for (Json limit : json.get("limits").list()) {
            limits.add(new Limit(
                    limit.get("name").text(),
                    index(limit.get("term"), terms),
                    limit.get("equal").truth(),
                    limit.get("bound").number(),
                    limit.get("slack").number()));
            if (limits.getLast().slack < 0) {
                throw new Refused("a slack below 0");
            }
        }
        return new Program(
                variables,
                List.copyOf(terms),
                json.get("maximize").truth(),
                index(json.get("objective"), terms),
                limits);
    }

    private static int index(Json json, List<Term> terms) {
        int index = json.whole();
        if (index < 0 || index >= terms.size()) {
            throw new Refused("there is no term " + index);
        }
        return index;
    }

    /** Every variable between the ends of its domain. */
    Interval[] whole() {
        return variables.stream().map(Domain::whole).toArray(Interval[]::new);
    }
}
