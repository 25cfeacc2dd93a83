package mad.solve;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import mad.program.Constraint;
import mad.program.Interval;
import mad.program.Objective;
import mad.program.Program;

/**
 * A valid bound on the objective from interval arithmetic. First the constraints narrow the box; then the objective itself is
 * used as a constraint: "at least v" that propagation refutes proves that every feasible point is worse than v.
 */
final class IntervalBound {
    /** Halvings of the range between the first bound and an incumbent. */
    private static final int PROBES = 12;

    /** Terms that propagation may visit at the root, and in each probe: tenths of a second, and milliseconds. */
    private static final long WORK = 500_000;

    private static final long PROBE_WORK = 5_000;

    private IntervalBound() {}

    /** What is known before any search. */
    sealed interface Root {
        /** Every feasible point lies in the box and is no better than the bound, which may be infinite. */
        record Open(Box box, double bound) implements Root {}

        record Closed(Conflict conflict) implements Root {}
    }

    static Root root(Program program) {
        Box whole = Box.of(program.variables());
        return switch (Propagation.narrow(program, whole, rows(program), WORK)) {
            case Propagation.Narrowing.Kept(Box box) -> {
                Interval objective = enclosure(program, box);
                yield new Root.Open(
                        box, program.objective().sense() == Objective.Sense.MAXIMIZE ? objective.hi() : objective.lo());
            }
            case Propagation.Narrowing.Empty empty -> {
                Constraint broken = program.constraints().get(empty.row().source());
                empty.rows().clear(empty.row().source());
                List<Constraint> others = empty.rows().stream()
                        .mapToObj(program.constraints()::get)
                        .toList();
                yield new Root.Closed(new Conflict(broken, empty.reach(), others));
            }
        };
    }

    /** The best bound that probing finds between {@code bound}, which must be valid, and the objective of an incumbent. */
    static double tighten(Program program, Box box, double bound, double incumbent, BooleanSupplier interrupted) {
        if (!Double.isFinite(bound)) {
            return bound;
        }
        double open = incumbent; // not refuted
        double refuted = bound;
        for (int probe = 0; probe < PROBES && open != refuted && !interrupted.getAsBoolean(); probe++) {
            double middle = open + (refuted - open) / 2;
            if (refutes(program, box, middle)) {
                refuted = middle;
            } else {
                open = middle;
            }
        }
        return refuted;
    }

    private static boolean refutes(Program program, Box box, double value) {
        Interval atLeastAsGood = program.objective().sense() == Objective.Sense.MAXIMIZE
                ? new Interval(value, Double.POSITIVE_INFINITY)
                : new Interval(Double.NEGATIVE_INFINITY, value);
        List<Row> rows = new ArrayList<>(rows(program));
        rows.addFirst(new Row(program.objective().term(), atLeastAsGood, -1));
        return Propagation.narrow(program, box, rows, PROBE_WORK) instanceof Propagation.Narrowing.Empty;
    }

    private static Interval enclosure(Program program, Box box) {
        return Propagation.enclosure(program, program.objective().term(), box);
    }

    private static List<Row> rows(Program program) {
        return IntStream.range(0, program.constraints().size())
                .mapToObj(i -> Row.of(program.constraints().get(i), i))
                .toList();
    }
}
