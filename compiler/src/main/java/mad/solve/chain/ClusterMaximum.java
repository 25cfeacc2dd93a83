package mad.solve.chain;

import org.jspecify.annotations.Nullable;

/**
 * One cluster's step of the recursion of {@link ChainMaximum}: by position of the right variable and weight of what is carried, the
 * most that the chain up to here can add.
 */
abstract sealed class ClusterMaximum permits LineMaximum, TableMaximum {
    final double @Nullable [] weightOf;
    final @Nullable ClusterMaximum before;

    double[] weights = {0};
    int xLo;
    int xHi;
    /** By weight, then position from {@code xLo}. */
    double[][] table = {};

    long cells;

    ClusterMaximum(double @Nullable [] weightOf, @Nullable ClusterMaximum before) {
        this.weightOf = weightOf;
        this.before = before;
    }

    void setWeights(double low, double high, int most) {
        if (high - low <= 1e-12 * Math.max(1, Math.abs(high))) {
            weights = new double[] {high};
            return;
        }
        weights = new double[most];
        for (int g = 0; g < most; g++) {
            weights[g] = low + (high - low) * g / (most - 1);
        }
    }

    long cells() {
        long since = cells;
        cells = 0;
        return since;
    }

    double[] last() {
        return table[0];
    }

    int firstRight() {
        return xLo;
    }

    /** Takes a box and the weights of the quantities. */
    abstract void prepare(int[] lo, int[] hi, double[] theta);

    abstract void tabulate();

    /**
     * Narrows the windows of the private variables to what paths of at least {@code least} use, given the most that a path
     * through each right position can reach.
     *
     * @return the same for the left positions; null where no path is left
     */
    abstract double @Nullable [] trim(double[] through, double least, int[] lo, int[] hi);

    /** Finds what led to right position {@code x} under the weight {@code w}; writes it down, and answers with the left position. */
    abstract int trace(int x, double w, double[] theta, int[] argmax);

    /** {@code base} plus the table under the weight {@code w}, between the tabulated ones by chords. */
    final void interpolate(double w, double[] base, double[] into, int from, int to) {
        if (weights.length == 1) {
            for (int y = from; y <= to; y++) {
                into[y] = base[y] + table[0][y - xLo];
            }
            return;
        }
        int cells = weights.length - 1;
        double at = (w - weights[0]) / (weights[cells] - weights[0]) * cells;
        int cell = Math.max(0, Math.min(cells - 1, (int) at));
        double t = at - cell;
        double[] a = table[cell];
        double[] b = table[cell + 1];
        for (int y = from; y <= to; y++) {
            double below = a[y - xLo];
            // Where no point exists there is none under any weight; 0 times minus infinity would be no number.
            into[y] = below == Double.NEGATIVE_INFINITY ? below : base[y] + below + t * (b[y - xLo] - below);
        }
    }
}
