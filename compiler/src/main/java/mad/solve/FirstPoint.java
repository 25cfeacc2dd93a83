package mad.solve;

import java.util.SplittableRandom;
import mad.program.Assignment;

/** The search for a first feasible point: descents from the starts that were given, else from the two corners, the middle, and a few random points. */
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

    /**
     * Reports what it finds to {@code search}: a feasible point, or the least violated one.
     *
     * @param most evaluations after which no other descent begins
     */
    static void search(Search search, Lattice lattice, long seed, long most, Descent descent) {
        for (Assignment start : search.effort().limits().starts()) {
            descend(search, descent, positions(lattice, start));
        }
        if (search.isOver() || search.hasFeasible()) {
            return;
        }
        SplittableRandom random = new SplittableRandom(seed);
        for (int attempt = 0; attempt < REGULAR_STARTS + RANDOM_STARTS; attempt++) {
            long[] point = Moves.randomPoint(lattice, random);
            for (int v = 0; v < point.length && attempt < REGULAR_STARTS; v++) {
                long range = lattice.last(v) - lattice.first(v);
                point[v] = lattice.first(v) + range / (REGULAR_STARTS - 1) * attempt;
            }
            if (descend(search, descent, point)
                    || search.isOver()
                    || search.effort().evaluations() >= most) {
                return;
            }
        }
    }

    /** Whether it led to a feasible point. */
    private static boolean descend(Search search, Descent descent, long[] point) {
        long budget = Math.max(1, Math.min(BUDGET, search.effort().remaining()));
        Outcome outcome = descent.from(point, budget);
        search.found(outcome.best(), outcome.evaluations());
        return outcome.best().isFeasible();
    }

    private static long[] positions(Lattice lattice, Assignment start) {
        long[] positions = lattice.lowest();
        for (int v = 0; v < Math.min(positions.length, start.size()); v++) {
            positions[v] = lattice.clamp(v, lattice.position(v, start.value(v)));
        }
        return positions;
    }
}
