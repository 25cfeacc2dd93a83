package mad.solve;

import java.util.Arrays;
import java.util.SplittableRandom;
import mad.program.Constraint;
import mad.program.Program;

/**
 * The objective and the violations on a common scale: violations in units of the constraint's bound, the objective in units of
 * its spread over random points. Lower energy is better. The weights of violations are the search's to change.
 */
final class Energy {
    private static final int SAMPLES = 32;

    private static final int LOCAL_SAMPLES = 100;
    /** The scale is so many times what a typical move changes: found by trial on the examples, where 4 to 20 do equally well. */
    private static final double LOCAL_RATIO = 10;

    /** One per cent over a budget then costs two per cent of the objective's spread. */
    private static final double START_WEIGHT = 2;

    private static final double MIN_WEIGHT = 0.1;
    private static final double MAX_WEIGHT = 1e6;
    /** Scaled violation of a constraint whose body has no value. */
    private static final double UNDEFINED = 1e9;

    private final Constraint.Relation[] relations;
    private final double[] bounds;
    private final double[] slacks;
    private final double[] scales;
    private final double[] weights;
    private final double spread;
    private double objectiveScale;
    private final int sign;

    /** Samples the lattice with a fixed stream, so the scale depends on the program alone. */
    Energy(Program program, Lattice lattice, IncrementalEvaluator evaluator) {
        int n = program.constraints().size();
        relations = program.constraints().stream().map(Constraint::relation).toArray(Constraint.Relation[]::new);
        bounds = program.constraints().stream().mapToDouble(Constraint::bound).toArray();
        slacks = program.constraints().stream().mapToDouble(Constraint::slack).toArray();
        sign = program.objective().sense().sign();
        SplittableRandom random = new SplittableRandom(0);
        double[] objectives = new double[SAMPLES];
        double[][] bodies = new double[n][SAMPLES];
        for (int sample = 0; sample < SAMPLES; sample++) {
            evaluator.reset(Moves.randomPoint(lattice, random));
            objectives[sample] = evaluator.objective();
            for (int c = 0; c < n; c++) {
                bodies[c][sample] = Math.abs(evaluator.body(c));
            }
        }
        double[] sorted = finite(objectives);
        double range = sorted.length == 0 ? 0 : sorted[sorted.length * 3 / 4] - sorted[sorted.length / 4];
        spread = range > 0 ? range : 1;
        objectiveScale = spread;
        scales = new double[n];
        for (int c = 0; c < n; c++) {
            double[] sizes = finite(bodies[c]);
            double typical = sizes.length == 0 ? 1 : sizes[sizes.length / 2];
            scales[c] = bounds[c] != 0 ? Math.abs(bounds[c]) : typical > 0 ? typical : 1;
        }
        weights = new double[n];
        resetWeights();
    }

    private Energy(Energy other) {
        relations = other.relations;
        bounds = other.bounds;
        slacks = other.slacks;
        scales = other.scales;
        weights = other.weights.clone();
        spread = other.spread;
        objectiveScale = other.objectiveScale;
        sign = other.sign;
    }

    /** The same scales with weights of its own. */
    Energy copy() {
        return new Energy(this);
    }

    /**
     * Measures the objective by what moves from the evaluator's point change. A penalty such as {@code exp(variance)} makes random
     * points differ by many orders of magnitude, and on that scale good points are all alike.
     *
     * @param steps of the walk to come; few of them are spent here
     */
    void rescale(IncrementalEvaluator evaluator, Moves moves, long steps) {
        double here = evaluator.objective();
        double[] changes = new double[(int) Math.min(LOCAL_SAMPLES, steps / 10)];
        for (int sample = 0; sample < changes.length; sample++) {
            moves.apply(evaluator);
            changes[sample] = Math.abs(evaluator.objective() - here);
            evaluator.undo();
        }
        double[] sorted = finite(changes);
        double typical = sorted.length == 0 ? 0 : sorted[sorted.length / 2];
        objectiveScale = typical > 0 ? Math.min(spread, LOCAL_RATIO * typical) : spread;
    }

    private static double[] finite(double[] values) {
        return Arrays.stream(values).filter(Double::isFinite).sorted().toArray();
    }

    void resetWeights() {
        Arrays.fill(weights, START_WEIGHT);
    }

    /** The sum of the scaled violations: 0 exactly where the point is feasible. */
    double violation(IncrementalEvaluator evaluator) {
        double total = Double.isFinite(evaluator.objective()) ? 0 : UNDEFINED;
        for (int c = 0; c < bounds.length; c++) {
            total += scaled(c, evaluator.body(c));
        }
        return total;
    }

    /** The energy of the evaluator's point; infinite where the objective has no value. */
    double of(IncrementalEvaluator evaluator) {
        double objective = evaluator.objective();
        if (!Double.isFinite(objective)) {
            return Double.POSITIVE_INFINITY;
        }
        double energy = -sign * objective / objectiveScale;
        for (int c = 0; c < bounds.length; c++) {
            double violation = scaled(c, evaluator.body(c));
            if (violation > 0) {
                energy += weights[c] * violation;
            }
        }
        return energy;
    }

    /** Raises the weights of what is broken at the evaluator's point and lowers the others. */
    void adapt(IncrementalEvaluator evaluator) {
        for (int c = 0; c < bounds.length; c++) {
            double factor = scaled(c, evaluator.body(c)) > 0 ? 1.2 : 0.95;
            weights[c] = Math.max(MIN_WEIGHT, Math.min(MAX_WEIGHT, weights[c] * factor));
        }
    }

    private double scaled(int c, double body) {
        double excess = switch (relations[c]) {
            case LE -> body - bounds[c];
            case EQ -> Math.abs(body - bounds[c]);
        };
        if (excess <= slacks[c] && body != Double.NEGATIVE_INFINITY) {
            return 0;
        }
        return excess < Double.POSITIVE_INFINITY && Double.isFinite(body) ? excess / scales[c] : UNDEFINED;
    }
}
