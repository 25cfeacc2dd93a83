package mad.solve;

import mad.program.Objective;

/**
 * A point that a search has seen.
 *
 * @param point a position per variable; not to be changed
 * @param violation the sum of the scaled violations, 0 when feasible; see {@link Energy#violation}
 */
record Candidate(long[] point, double violation, double objective) {

    boolean isFeasible() {
        return violation == 0;
    }

    /** Whether it is less violated, or as feasible and of a better objective. Ties are not better. */
    boolean isBetter(Candidate other, Objective.Sense sense) {
        return isBetter(violation, objective, other, sense);
    }

    /** The same question about a point not yet made a candidate. */
    static boolean isBetter(double violation, double objective, Candidate other, Objective.Sense sense) {
        return violation < other.violation
                || violation == other.violation && sense.isBetter(objective, other.objective);
    }
}
