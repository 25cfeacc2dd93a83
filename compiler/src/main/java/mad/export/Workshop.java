package mad.export;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import mad.program.Constraint;
import mad.program.Domain;
import mad.program.Interval;
import mad.program.Origin;
import mad.program.Term;
import mad.program.Terms;
import mad.source.Span;

/** Where a new program is put together: its terms, its rows, and names for what is added. */
final class Workshop {
    /** Of what no statement asks for. */
    private static final Origin ADDED = new Origin(new Span("", 0, 0), "added for the format");

    private final Terms t = new Terms();
    private final List<Constraint> rows = new ArrayList<>();
    private final Set<String> names = new HashSet<>();
    private final Map<String, Integer> last = new HashMap<>();

    Terms terms() {
        return t;
    }

    List<Constraint> rows() {
        return rows;
    }

    /** Keeps a name of the original program from being given to something added. */
    void reserve(String name) {
        names.add(name);
    }

    /** A variable of the original program. */
    Term variable(String name, Domain domain, Origin origin) {
        names.add(name);
        return t.variable(t.newVariable(name, domain, origin));
    }

    Term truth(String stem) {
        return added(stem, new Domain.Integers(0, 1));
    }

    Term whole(String stem, double lo, double hi) {
        return added(stem, new Domain.Integers((long) lo, (long) hi));
    }

    Term real(String stem, Interval interval) {
        return added(stem, new Domain.Reals(interval.lo(), interval.hi()));
    }

    private Term added(String stem, Domain domain) {
        return variable(fresh(stem), domain, ADDED);
    }

    private String fresh(String stem) {
        String name;
        do {
            name = stem + "_" + last.merge(stem, 1, Integer::sum);
        } while (names.contains(name));
        return name;
    }

    void row(Constraint constraint) {
        names.add(constraint.name());
        rows.add(constraint);
    }

    /** {@code left <= right}. */
    void atMost(Term left, Term right) {
        row(new Constraint(fresh("row"), t.subtract(left, right), Constraint.Relation.LE, 0, ADDED));
    }

    void equal(Term left, Term right) {
        row(new Constraint(fresh("row"), t.subtract(left, right), Constraint.Relation.EQ, 0, ADDED));
    }

    /** {@code factor * term}. */
    Term times(double factor, Term term) {
        return t.multiply(t.constant(factor), term);
    }

    Term plus(double constant, Term term) {
        return t.add(t.constant(constant), term);
    }

    /** {@code 1 - truth}. */
    Term not(Term truth) {
        return t.subtract(t.constant(1), truth);
    }

    static boolean isBounded(Term term) {
        return term.isTotal()
                && Math.abs(term.interval().lo()) < 1e12
                && Math.abs(term.interval().hi()) < 1e12;
    }
}
