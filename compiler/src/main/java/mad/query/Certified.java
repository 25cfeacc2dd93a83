package mad.query;

import java.util.OptionalDouble;
import mad.program.Objective;
import mad.program.Program;
import mad.program.Variable;
import mad.solve.Result;
import mad.solve.Termination;
import mad.solve.proof.Proof;
import org.jspecify.annotations.Nullable;

/**
 * What a solver proved, for a checker.
 *
 * @param name of the design
 * @param design values by variable; empty where none is feasible
 * @param objective of it, and {@code bound}: NaN where none is feasible
 */
public record Certified(String name, Program program, double[] design, double objective, double bound, Proof proof) {
    /** Null where the result is no proof. */
    public static @Nullable Certified of(String name, Program program, Result result, Proof proof) {
        return switch (result) {
            case Result.Solved solved
            when solved.termination() == Termination.Proof.OPTIMAL -> {
                double[] design = program.variables().stream()
                        .mapToDouble(v -> solved.assignment().value((Variable) v))
                        .toArray();
                yield new Certified(
                        name, program, design, solved.objective(), bound(program, solved.bound(), proof), proof);
            }
            case Result.Infeasible infeasible ->
                new Certified(name, program, new double[0], Double.NaN, Double.NaN, proof);
            case Result.Solved stopped -> null;
            case Result.NothingFound nothing -> null;
        };
    }

    /** What the tree of boxes proves; probing may have found a better bound, which no tree shows. */
    private static double bound(Program program, double found, Proof proof) {
        OptionalDouble tree = proof.bound();
        boolean maximized = program.objective().sense() == Objective.Sense.MAXIMIZE;
        return tree.isEmpty()
                ? found
                : maximized ? Math.max(found, tree.getAsDouble()) : Math.min(found, tree.getAsDouble());
    }

    public boolean isInfeasible() {
        return design.length == 0;
    }
}
