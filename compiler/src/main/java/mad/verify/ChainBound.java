package mad.verify;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

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
        for (int i = 0; i < steps.length; i++) {
            tables[i] = table(i, this.lo, this.hi, i == 0 ? null : tables[i - 1]);
        }
        return most(tables[steps.length - 1]);
    }

    /** Positions of one variable. */
    record Slice(int variable, int from, int to) {}

    /** The same over all parts of that box in which some variable is in a slice: one pass for the paths that have been in one. */
    double within(List<Slice> slices) {
        double[][] been = null;
        for (int i = 0; i < steps.length; i++) {
            double[][] now = been == null ? null : table(i, lo, hi, been);
            for (Slice slice : slices) {
                if (cluster(slice.variable) == i) {
                    now = larger(now, slice, i);
                }
            }
            been = now;
        }
        return been == null ? Double.NEGATIVE_INFINITY : most(been);
    }

    /** The first cluster of a variable; the second of one that two share, so that the tables before it can be read. */
    private int cluster(int variable) {
        int first = 0;
        while (!chain.clusters.get(first).variables.get(variable)) {
            first++;
        }
        return first + 1 < steps.length && chain.clusters.get(first).right == variable ? first + 1 : first;
    }

    private double[][] larger(double @Nullable [][] table, Slice slice, int i) {
        int[] low = lo.clone();
        int[] high = hi.clone();
        low[slice.variable] = slice.from;
        high[slice.variable] = slice.to;
        double[][] part = table(i, low, high, i == 0 ? null : tables[i - 1]);
        int right = chain.clusters.get(i).right;
        int offset = first(low, right) - first(lo, right);
        double[][] larger = table == null ? new double[part.length][tables[i][0].length] : table;
        for (int g = 0; g < larger.length; g++) {
            if (table == null) {
                Arrays.fill(larger[g], Double.NEGATIVE_INFINITY);
            }
            for (int x = 0; x < part[g].length; x++) {
                larger[g][x + offset] = Math.max(larger[g][x + offset], part[g][x]);
            }
        }
        return larger;
    }

    /** @param before the table of the cluster before, over the whole box */
    private double[][] table(int i, int[] low, int[] high, double @Nullable [][] before) {
        double[] grid = i == 0 ? new double[0] : steps[i - 1].grid();
        return steps[i].table(low, high, before, grid, first(lo, chain.clusters.get(i).left));
    }

    private double most(double[][] last) {
        double most = Arrays.stream(last[0]).max().orElse(Double.NEGATIVE_INFINITY);
        return most == Double.NEGATIVE_INFINITY ? most : Rounded.sumUp(most, constant);
    }

    private static int first(int[] low, int variable) {
        return variable < 0 ? 0 : low[variable];
    }
}
