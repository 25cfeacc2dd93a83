package mad.solve;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import mad.program.Program;

/**
 * The evolution of TinyNAS, on any program: a population of the 256 best distinct points; each step changes a random member and
 * keeps the child if it is feasible and good enough. Kept for comparison with the published designs.
 *
 * <p>Source: {@code popu_size = 256, num_random_nets = 500000} in the authors' {@code deepmad_R50_FLOPs.py}; channels are scaled
 * by 1.5, 1.25, 0.8, 0.6 or 0.5 and depths moved by up to two, as in {@code space_k1kxk1.py}. A program has no blocks, so a
 * child differs in up to four neighbouring variables. Infeasible points rank behind feasible ones, by their violation.
 */
public final class Evolution implements Solver {
    private static final int POPULATION = 256;
    private static final double[] FACTORS = {1.5, 1.25, 0.8, 0.6, 0.5};
    /** Domains of fewer values are moved by up to two positions instead of scaled. */
    private static final long SCALED = 32;

    private static final int NEIGHBOURS = 4;
    private static final int CHECK_STEPS = 256;

    @Override
    public String name() {
        return "evolution";
    }

    @Override
    public Result solve(
            Program program, Limits limits, Machine machine, Progress.Listener listener, CancelToken cancel) {
        Search search = new Search(name(), program, new Effort(limits, machine, cancel), listener);
        return search.run(lattice -> evolve(program, lattice, search, limits.seed()));
    }

    private static void evolve(Program program, Lattice lattice, Search search, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        IncrementalEvaluator evaluator = new IncrementalEvaluator(new Instructions(program), lattice);
        Energy energy = new Energy(program, lattice, evaluator);
        LocalSearch localSearch = new LocalSearch(
                lattice, evaluator, energy, program.objective().sense(), search.effort()::isInterrupted);
        // the authors start from one structure that meets the budgets
        FirstPoint.search(search, lattice, seed, Long.MAX_VALUE, localSearch::repair);
        search.tighten();
        List<Candidate> population = new ArrayList<>(List.of(search.best()));
        long budget = search.effort().remaining();
        int[] free = Moves.free(lattice);
        for (long step = 0; step < budget && free.length > 0; step++) {
            long[] child = mutate(
                    lattice,
                    random,
                    free,
                    population.get(random.nextInt(population.size())).point());
            Candidate candidate = evaluate(evaluator, energy, child);
            insert(population, candidate, program);
            search.found(candidate, 1);
            if (step % CHECK_STEPS == 0 && search.isOver()) {
                return;
            }
        }
    }

    private static Candidate evaluate(IncrementalEvaluator evaluator, Energy energy, long[] point) {
        evaluator.reset(point);
        return new Candidate(point, energy.violation(evaluator), evaluator.objective());
    }

    /** Changes the variables of a window of the declaration order, each with probability one half, at least one. */
    private static long[] mutate(Lattice lattice, SplittableRandom random, int[] free, long[] parent) {
        long[] child = parent.clone();
        int chosen = random.nextInt(free.length);
        for (int i = chosen; i < Math.min(free.length, chosen + NEIGHBOURS); i++) {
            if (i == chosen || random.nextBoolean()) {
                int v = free[i];
                child[v] = lattice.clamp(v, mutate(lattice, random, v, parent[v]));
            }
        }
        return child;
    }

    private static long mutate(Lattice lattice, SplittableRandom random, int variable, long position) {
        if (lattice.size(variable) < SCALED) {
            return position + (random.nextBoolean() ? 1 : -1) * (1 + random.nextInt(2));
        }
        double factor = FACTORS[random.nextInt(FACTORS.length)];
        long scaled = lattice.position(variable, lattice.value(variable, position) * factor);
        // a small value must not round back to itself
        return scaled != position ? scaled : position + (factor > 1 ? 1 : -1);
    }

    /** Keeps the population sorted, best first, without two equal objectives side by side. */
    private static void insert(List<Candidate> population, Candidate candidate, Program program) {
        int at = 0;
        int end = population.size();
        while (at < end) {
            int middle = (at + end) >>> 1;
            if (candidate.isBetter(population.get(middle), program.objective().sense())) {
                end = middle;
            } else {
                at = middle + 1;
            }
        }
        boolean known = at > 0 && Arrays.equals(population.get(at - 1).point(), candidate.point());
        if (!known) {
            population.add(at, candidate);
            if (population.size() > POPULATION) {
                population.removeLast();
            }
        }
    }
}
