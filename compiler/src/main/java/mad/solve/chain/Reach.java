package mad.solve.chain;

import java.util.Arrays;

/**
 * The most that a path through each position of one variable can reach. For each right position it is what a path through that one can
 * reach, less what the position misses there; and a position misses at least as much as at the tabulated weight where it misses least,
 * because both sides are convex in the weight and bounded by chords.
 */
final class Reach {
    private final double[] through;
    private final double[] value;
    private final double[] missing;

    Reach(int positions) {
        through = new double[positions];
        value = new double[positions];
        missing = new double[positions];
        Arrays.fill(through, Double.NEGATIVE_INFINITY);
    }

    /** Begins a right position. */
    void beginRight() {
        Arrays.fill(missing, Double.POSITIVE_INFINITY);
    }

    /** Begins a weight. */
    void beginWeight() {
        Arrays.fill(value, Double.NEGATIVE_INFINITY);
    }

    /** A path through the position has this value under the weight at hand. */
    void see(int position, double seen) {
        value[position] = Math.max(value[position], seen);
    }

    /** @param best value of any path under the weight at hand */
    void endWeight(double best) {
        for (int i = 0; i < value.length; i++) {
            missing[i] = Math.min(missing[i], best - value[i]);
        }
    }

    /** @param most that a path through the right position at hand can reach */
    void endRight(double most) {
        for (int i = 0; i < through.length; i++) {
            if (missing[i] < Double.POSITIVE_INFINITY) {
                through[i] = Math.max(through[i], most - missing[i]);
            }
        }
    }

    /** By position; minus infinity where no path leads through. */
    double[] through() {
        return through;
    }
}
