package mad.solve.chain;

import java.util.function.BooleanSupplier;

/**
 * Maximises a weighted sum of a chain's quantities over a box, by dynamic programming along the chain.
 *
 * <p>The state is the position of a shared variable and the weight {@code w} that later clusters put on what is carried. The
 * value is a maximum of functions linear in {@code w}, hence convex: it is tabulated at a few weights, and the chords between
 * them bound it from above. So the maximum found is an upper bound, exact where nothing is carried.
 */
final class ChainMaximum {
    private final Chain chain;
    private final ClusterMaximum[] steps;
    private final BooleanSupplier interrupted;
    private int[] lo = new int[0];
    private int[] hi = new int[0];

    ChainMaximum(Chain chain, BooleanSupplier interrupted) {
        this.interrupted = interrupted;
        this.chain = chain;
        this.steps = new ClusterMaximum[chain.clusters.size()];
        for (int i = 0; i < steps.length; i++) {
            steps[i] = chain.clusters.get(i).maximum(chain.functions, chain.weightOf[i], i == 0 ? null : steps[i - 1]);
        }
    }

    /**
     * An upper bound of {@code sum theta_q quantity_q} over the box, without the quantities' constants; minus infinity where the
     * box is empty. What is carried counts {@code theta[CARRIED]} times what the later
     * clusters say.
     *
     * @param grid weights at which to tabulate
     * @param argmax receives a point at which the bound is nearly attained
     */
    double over(int[] lo, int[] hi, double[] theta, int grid, int[] argmax) {
        this.lo = lo;
        this.hi = hi;
        int n = steps.length;
        double low = 0;
        double high = 0;
        for (int i = n - 1; i >= 0; i--) {
            steps[i].setWeights(low, high, grid);
            double[] weight = chain.weightOf[i];
            if (weight != null) {
                double min = Double.POSITIVE_INFINITY;
                double max = Double.NEGATIVE_INFINITY;
                int right = chain.clusters.get(i).right();
                for (int x = lo[right]; x <= hi[right]; x++) {
                    min = Math.min(min, weight[x]);
                    max = Math.max(max, weight[x]);
                }
                low += min;
                high += max;
            }
        }
        for (ClusterMaximum step : steps) {
            if (interrupted.getAsBoolean()) {
                return Double.POSITIVE_INFINITY;
            }
            step.prepare(lo, hi, theta);
            step.tabulate();
        }
        return trace(theta, argmax);
    }

    /**
     * Trims all windows: a position goes when no path through it reaches {@code least}. To be called after {@link #over}, whose
     * tables it reads; what a position misses is bounded by the least that it misses at a tabulated weight.
     *
     * @return whether a window became empty: nothing in the box reaches {@code least}
     */
    boolean trim(double least) {
        double[] through = steps[steps.length - 1].last().clone();
        for (int i = steps.length - 1; i >= 0; i--) {
            int right = chain.clusters.get(i).right();
            int offset = steps[i].firstRight();
            if (right >= 0 && !Windows.trim(through, offset, least, right, lo, hi)) {
                return true;
            }
            if (interrupted.getAsBoolean()) {
                return false; // what is trimmed so far may go
            }
            through = steps[i].trim(through, least, lo, hi);
            if (through == null) {
                return true;
            }
        }
        int left = chain.clusters.getFirst().left();
        return left >= 0 && !Windows.trim(through, lo[left], least, left, lo, hi);
    }

    /** Cells of tables filled since the last question. */
    long cells() {
        long cells = 0;
        for (ClusterMaximum step : steps) {
            cells += step.cells();
        }
        return cells;
    }

    private double trace(double[] theta, int[] argmax) {
        System.arraycopy(lo, 0, argmax, 0, lo.length);
        ClusterMaximum last = steps[steps.length - 1];
        double best = Double.NEGATIVE_INFINITY;
        int x = -1;
        for (int i = 0; i < last.last().length; i++) {
            if (last.last()[i] > best) {
                best = last.last()[i];
                x = i + last.firstRight();
            }
        }
        double w = 0;
        for (int i = steps.length - 1; i >= 0 && x >= 0; i--) {
            int right = x;
            x = steps[i].trace(x, w, theta, argmax);
            w += chain.weightOf[i] == null ? 0 : chain.weightOf[i][right];
        }
        return best;
    }
}
