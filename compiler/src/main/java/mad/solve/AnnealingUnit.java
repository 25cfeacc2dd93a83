package mad.solve;

import java.util.SplittableRandom;
import java.util.function.BooleanSupplier;
import mad.program.Objective;

/**
 * One unit of annealing: a walk at falling temperature, then descent from its best point. Its outcome depends on its start, its
 * number and its budget alone, so units may run on any thread in any order.
 */
final class AnnealingUnit {
    /** Temperatures, in units of the objective's spread. */
    private static final double HOT = 0.05;

    private static final double WARM = 0.005;
    private static final double COLD = 2e-5;
    private static final int COOLING_STEPS = 64;
    private static final int ADAPT_STEPS = 256;
    private static final int CHECK_STEPS = 512;
    /** Part of the budget kept for the descent. */
    private static final double DESCENT = 0.2;

    private final Lattice lattice;
    private final IncrementalEvaluator evaluator;
    private final Energy energy;
    private final Objective.Sense sense;
    private final BooleanSupplier interrupted;
    private final LocalSearch localSearch;

    AnnealingUnit(
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
        this.localSearch = new LocalSearch(lattice, evaluator, energy, sense, interrupted);
    }

    /** A feasible point, whatever its objective, or one of few violations. */
    Outcome repair(long[] start, long budget) {
        return localSearch.repair(start, budget);
    }

    /** Anneals from {@code start}: from a high temperature, or from one that keeps most of it. */
    Outcome run(long seed, long unit, Candidate start, long budget) {
        long before = evaluator.evaluations();
        SplittableRandom random = new SplittableRandom(seed * 0x9E3779B97F4A7C15L + unit);
        boolean restart = unit % 4 == 3;
        Candidate best = walk(random, start, restart ? HOT : WARM, (long) (budget * (1 - DESCENT)));
        long left = budget - (evaluator.evaluations() - before);
        if (left > 1 && !interrupted.getAsBoolean()) {
            Candidate polished = localSearch.descend(best.point(), left - 1);
            best = polished.isBetter(best, sense) ? polished : best;
        }
        return new Outcome(best, evaluator.evaluations() - before);
    }

    private Candidate walk(SplittableRandom random, Candidate start, double hot, long steps) {
        energy.resetWeights();
        evaluator.reset(start.point());
        Moves moves = new Moves(lattice, random);
        energy.rescale(evaluator, moves, steps);
        Candidate best = start;
        double current = energy.of(evaluator);
        double temperature = hot;
        double cooling = StrictMath.pow(COLD / hot, (double) COOLING_STEPS / Math.max(COOLING_STEPS, steps));
        for (long step = 1; step < steps; step++) {
            moves.apply(evaluator);
            double energyThere = energy.of(evaluator);
            if (accepts(random, energyThere - current, temperature)) {
                evaluator.keep();
                current = energyThere;
                if (sense.isBetter(evaluator.objective(), best.objective()) || !best.isFeasible()) {
                    double violation = energy.violation(evaluator);
                    if (Candidate.isBetter(violation, evaluator.objective(), best, sense)) {
                        best = new Candidate(evaluator.point(), violation, evaluator.objective());
                    }
                }
            } else {
                evaluator.undo();
            }
            if (step % COOLING_STEPS == 0) {
                temperature *= cooling;
            }
            if (step % ADAPT_STEPS == 0) {
                energy.adapt(evaluator);
                current = energy.of(evaluator);
            }
            if (step % CHECK_STEPS == 0 && interrupted.getAsBoolean()) {
                break;
            }
        }
        return best;
    }

    private static boolean accepts(SplittableRandom random, double rise, double temperature) {
        if (rise <= 0) {
            return true;
        }
        // beyond 30 temperatures the probability is below 1e-13
        return rise < 30 * temperature && random.nextDouble() < StrictMath.exp(-rise / temperature);
    }
}
