package mad.verify;

import java.util.Iterator;
import java.util.List;

/**
 * The text of a certificate, a value of JSON on each line: what is claimed, the program, the design, how the program falls into a chain, and the
 * tree of boxes into which the space was split. {@code docs/optimality.md} describes it.
 */
public final class Certificate {
    private Certificate() {}

    /** Never throws: what is no certificate is {@link Verdict.Unproved}. */
    public static Verdict check(Iterator<String> lines) {
        Reader reader = new Reader(lines);
        try {
            return check(reader);
        } catch (Refused refused) {
            return new Verdict.Unproved(reader.line, String.valueOf(refused.getMessage()));
        }
    }

    private static final class Reader {
        private final Iterator<String> lines;
        private int line;
        private String text = "";

        Reader(Iterator<String> lines) {
            this.lines = lines;
        }

        Json next() {
            line++;
            if (!lines.hasNext()) {
                throw new Refused("the certificate ends too early");
            }
            text = lines.next();
            return Json.parse(text);
        }
    }

    private static Verdict check(Reader reader) {
        Json head = reader.next();
        if (head.get("certificate").number() != 1) {
            throw new Refused("a certificate of another version");
        }
        boolean infeasible = head.get("claim").text().equals("infeasible");
        Program program = Program.read(reader.next().get("program"));
        String text = reader.text;
        double objective = Double.NaN;
        double bound = Double.NaN;
        double[] values = new double[0];
        if (!infeasible) {
            objective = head.get("objective").number();
            bound = head.get("bound").number();
            values = reader.next().get("design").numbers();
            Design.check(program, values, objective);
            if (program.maximize() ? bound < objective : bound > objective) {
                throw new Refused("the bound is beyond the design's own objective");
            }
        }
        Tree tree = new Tree(program, bound);
        while (true) {
            Json step = reader.next();
            if (step.has("end")) {
                break;
            }
            tree.step(step);
        }
        tree.finish();
        if (reader.lines.hasNext()) {
            throw new Refused("something follows the end");
        }
        return new Verdict.Verified(head.get("name").text(), text, objective, bound, tree.closed(), values);
    }

    /** A design keeps every limit and is as good as claimed. */
    private static final class Design {
        static void check(Program program, double[] values, double objective) {
            List<Domain> variables = program.variables();
            if (values.length != variables.size()) {
                throw new Refused(values.length + " values for " + variables.size() + " variables");
            }
            Interval[] box = new Interval[values.length];
            for (int v = 0; v < values.length; v++) {
                if (!variables.get(v).contains(values[v])) {
                    throw new Refused(variables.get(v).name() + " may not be " + values[v]);
                }
                box[v] = Interval.of(values[v]);
            }
            Values at = new Values(program);
            at.forward(box);
            for (Program.Limit limit : program.limits()) {
                Interval value = at.get(limit.term());
                if (value.isEmpty()
                        || value.and(limit.allowed()).lo() != value.lo()
                        || value.and(limit.allowed()).hi() != value.hi()) {
                    throw new Refused("the design breaks " + limit.name());
                }
            }
            Interval value = at.get(program.objective());
            if (value.isEmpty() || !(Math.abs(value.middle() - objective) <= 1e-9 * Math.max(1, Math.abs(objective)))) {
                throw new Refused("the design's objective is " + value.middle() + ", not " + objective);
            }
        }
    }
}
