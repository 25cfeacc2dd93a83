package mad.verify;

import java.util.Arrays;
import java.util.Objects;

/**
 * An upper bound of a {@link Relaxation} over a box of positions, by dynamic programming along a {@link Chain}.
 *
 * <p>By position of the variable that a cluster shares with the next, and by the weight w that later clusters put on what is carried, a
 * table holds the most that the clusters so far can add. As a function of w that is a maximum of linear functions, hence convex: between the
 * weights of the table its chord lies above it.
 */
final class ChainBound {
    private final Chain chain;
    private final Step[] steps;
    private final double[][][] tables;
    private int[] lo = {};
    private int[] hi = {};
    private double constant;

    ChainBound(Program program, Chain chain) {
        this.chain = chain;
        this.steps = new Step[chain.clusters.size()];
        this.tables = new double[steps.length][][];
        for (int i = 0; i < steps.length; i++) {
            steps[i] = new Step(program, chain.clusters.get(i), chain.weights[i]);
        }
    }

    /** @param grid weights in a table */
    double over(int[] lo, int[] hi, Relaxation relaxation, int grid) {
        this.lo = lo.clone();
        this.hi = hi.clone();
        Interval known = relaxation.constant();
        for (int sum = 0; sum < chain.constants.length; sum++) {
            known = known.plus(relaxation.weights()[sum].times(chain.constants[sum]));
        }
        constant = known.hi();
        Interval weight = Interval.ZERO;
        for (int i = steps.length - 1; i >= 0; i--) {
            steps[i].prepare(weight, grid, relaxation.weights());
            weight = weight.plus(steps[i].weight(lo, hi));
        }
        return from(0, this.lo, this.hi, true);
    }

    /** The same where one variable of the box has a smaller range. */
    double slice(int variable, int from, int to) {
        int[] low = lo.clone();
        int[] high = hi.clone();
        low[variable] = from;
        high[variable] = to;
        int first = 0;
        while (!chain.clusters.get(first).variables.get(variable)) {
            first++;
        }
        boolean shared = first + 1 < steps.length && chain.clusters.get(first).right == variable;
        return from(shared ? first + 1 : first, low, high, false);
    }

    private double from(int first, int[] low, int[] high, boolean keep) {
        double[][] before = first == 0 ? null : tables[first - 1];
        int offset = first == 0 ? 0 : first(lo, chain.clusters.get(first).left);
        for (int i = first; i < steps.length; i++) {
            double[] grid = i == 0 ? new double[0] : steps[i - 1].grid();
            before = steps[i].table(low, high, before, grid, offset);
            offset = first(low, chain.clusters.get(i).right);
            if (keep) {
                tables[i] = before;
            }
        }
        double most = Arrays.stream(Objects.requireNonNull(before)[0]).max().orElse(Double.NEGATIVE_INFINITY);
        return most == Double.NEGATIVE_INFINITY ? most : Rounded.sumUp(most, constant);
    }

    private static int first(int[] low, int variable) {
        return variable < 0 ? 0 : low[variable];
    }
}
