package mad.solve;

import java.util.function.BooleanSupplier;
import mad.program.Objective;

/**
 * Descends to a point that no single step and no exchange between two variables improves: first to fewer violations, then to a
 * better objective. Takes the first improvement, in a fixed order.
 */
final class LocalSearch {
    /** Small domains are tried in full. */
    private static final long FULL = 32;

    private static final int[] PAIR_STEPS = {1, -1, 2, -2, 4, -4};

    private final Lattice lattice;
    private final IncrementalEvaluator evaluator;
    private final Energy energy;
    private final Objective.Sense sense;
    private final BooleanSupplier interrupted;
    private final int[] free;

    private Candidate best;
    private long stopAt;
    /** Violations this small end the search. */
    private double goal;

    private int sinceCheck;
    private boolean stopped;

    LocalSearch(
            Lattice lattice,
            IncrementalEvaluator evaluator,
            Energy energy,
            Objective.Sense sense,
            BooleanSupplier interrupted) {
        this.lattice = lattice;
        this.evaluator = evaluator;
        this.energy = energy;
        this.sense = sense;
        this.interrupted = interrupted;
        this.free = Moves.free(lattice);
        this.best = new Candidate(new long[0], Double.POSITIVE_INFINITY, 0);
    }

    /** The local optimum below {@code start}, or where the budget of evaluations ran out on the way. */
    Candidate descend(long[] start, long budget) {
        return search(start, budget, Double.NEGATIVE_INFINITY);
    }

    /** The same, stopping at the first feasible point. */
    Outcome repair(long[] start, long budget) {
        long before = evaluator.evaluations();
        return new Outcome(search(start, budget, 0), evaluator.evaluations() - before);
    }

    private Candidate search(long[] start, long budget, double enough) {
        goal = enough;
        stopAt = evaluator.evaluations() + budget;
        evaluator.reset(start);
        best = new Candidate(start, energy.violation(evaluator), evaluator.objective());
        stopped = best.violation() <= goal;
        while (!stopped && (singles() || pairs())) {
            // again, from the better point
        }
        return best;
    }

    /** Whether a change of one variable helped. */
    private boolean singles() {
        boolean improved = false;
        for (int v : free) {
            long first = lattice.first(v);
            long last = lattice.last(v);
            if (last - first < FULL) {
                for (long to = first; to <= last && !stopped; to++) {
                    improved |= single(v, to);
                }
            } else {
                for (long length = 1; length <= last - first && !stopped; length *= 2) {
                    improved |= single(v, evaluator.position(v) + length);
                    improved |= single(v, evaluator.position(v) - length);
                }
            }
        }
        return improved;
    }

    private boolean single(int v, long to) {
        if (to == evaluator.position(v) || to < lattice.first(v) || to > lattice.last(v)) {
            return false;
        }
        evaluator.move(v, to);
        return judge();
    }

    private boolean pairs() {
        boolean improved = false;
        for (int i = 0; i < free.length; i++) {
            for (int j = i + 1; j < free.length; j++) {
                for (int step : PAIR_STEPS) {
                    for (int other : PAIR_STEPS) {
                        improved |= !stopped && pair(free[i], step, free[j], other);
                    }
                }
            }
        }
        return improved;
    }

    private boolean pair(int v, int step, int w, int other) {
        long to = evaluator.position(v) + step;
        long otherTo = evaluator.position(w) + other;
        if (to < lattice.first(v) || to > lattice.last(v) || otherTo < lattice.first(w) || otherTo > lattice.last(w)) {
            return false;
        }
        evaluator.move(v, to, w, otherTo);
        return judge();
    }

    private boolean judge() {
        if (++sinceCheck >= 512) {
            sinceCheck = 0;
            stopped |= interrupted.getAsBoolean();
        }
        stopped |= evaluator.evaluations() >= stopAt;
        double violation = energy.violation(evaluator);
        if (Candidate.isBetter(violation, evaluator.objective(), best, sense)) {
            evaluator.keep();
            best = new Candidate(evaluator.point(), violation, evaluator.objective());
            stopped |= violation <= goal;
            return true;
        }
        evaluator.undo();
        return false;
    }
}
