package mad.solve;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import mad.program.Constraint;
import mad.program.Domain;
import mad.program.Objective;
import mad.program.Origin;
import mad.program.Program;
import mad.program.Term;
import mad.program.Terms;
import mad.source.Span;

/** Small chains with what random ones do not have. */
final class HandMade {
    private static final Origin HERE = new Origin(new Span("small.mad", 0, 0), "small");

    private HandMade() {}

    /** A shortcut that exists where a block changes nothing, behind a stem of few channels: a function of a small and a wide variable. */
    static Program shortcuts() {
        Terms t = new Terms();
        Term stem = range(t, "stem", 3);
        Term mid = range(t, "mid", 9);
        Term first = range(t, "first", 9);
        Term inner = range(t, "inner", 9);
        Term last = range(t, "last", 9);
        Term widths = t.sum(Stream.of(stem, mid, first, inner, last).map(t::log).toList());
        Term cost = t.sum(List.of(
                t.multiply(mid, t.add(stem, first)),
                t.product(List.of(t.constant(9), stem, t.eq(stem, first))),
                t.multiply(inner, t.add(first, last)),
                t.product(List.of(t.constant(-5), first, t.eq(first, last)))));
        return program(t, widths, List.of(limit("cost", cost, 50), limit("grows", t.subtract(stem, first), 0)));
    }

    /** Without a depth in common a kernel hangs on its width alone, and the limit of a ratio is one of an exponential. */
    static Program givenDepths() {
        Terms t = new Terms();
        Term out = range(t, "out", 5);
        List<Term> cost = new ArrayList<>();
        List<Term> widths = new ArrayList<>(List.of(t.log(out)));
        for (String stage : List.of("a", "b")) {
            Term mid = range(t, stage + ".mid", 9);
            Term next = range(t, stage + ".out", 5);
            Term kernel = t.variable(t.newVariable(stage + ".kernel", Domain.Values.of(1, 3), HERE));
            Term area = t.multiply(t.power(kernel, 2), t.power(mid, 2));
            cost.addAll(List.of(t.multiply(out, mid), area, t.multiply(mid, next), t.multiply(out, next)));
            widths.addAll(List.of(t.log(mid), t.multiply(t.constant(2), t.log(kernel)), t.log(next)));
            out = next;
        }
        Term sum = t.sum(widths);
        Term ratio = t.divide(t.constant(6), t.exp(t.divide(sum, t.constant(6))));
        return program(t, sum, List.of(limit("cost", t.sum(cost), 70), limit("effectiveness", ratio, 3)));
    }

    private static Term range(Terms t, String name, int hi) {
        return t.variable(t.newVariable(name, new Domain.Integers(1, hi, 1), HERE));
    }

    private static Constraint limit(String name, Term body, double bound) {
        return new Constraint(name, body, Constraint.Relation.LE, bound, HERE);
    }

    private static Program program(Terms t, Term goal, List<Constraint> limits) {
        Objective objective = new Objective(Objective.Sense.MAXIMIZE, goal, HERE);
        return new Program("small", t.variables(), objective, limits, List.of());
    }
}
