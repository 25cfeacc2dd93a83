package mad.solve;

import java.util.SplittableRandom;

/** The search for a first feasible point: descents from the two corners, the middle, and a few random points. */
final class FirstPoint {
    /** Evaluations of each descent. */
    private static final long BUDGET = 20_000;

    private static final int REGULAR_STARTS = 3;
    private static final int RANDOM_STARTS = 6;

    private FirstPoint() {}

    /** A descent from a point within a number of evaluations. */
    @FunctionalInterface
    interface Descent {
        Outcome from(long[] start, long budget);
    }

    /** Reports what it finds to {@code search}: a feasible point, or the least violated one. */
    static void search(Search search, Lattice lattice, long seed, Descent descent) {
        SplittableRandom random = new SplittableRandom(seed);
        for (int attempt = 0; attempt < REGULAR_STARTS + RANDOM_STARTS; attempt++) {
            long[] point = Moves.randomPoint(lattice, random);
            for (int v = 0; v < point.length && attempt < REGULAR_STARTS; v++) {
                long range = lattice.last(v) - lattice.first(v);
                point[v] = lattice.first(v) + range / (REGULAR_STARTS - 1) * attempt;
            }
            long budget = Math.max(1, Math.min(BUDGET, search.effort().remaining()));
            Outcome outcome = descent.from(point, budget);
            search.found(outcome.best(), outcome.evaluations());
            if (outcome.best().isFeasible() || search.isOver()) {
                return;
            }
        }
    }
}
