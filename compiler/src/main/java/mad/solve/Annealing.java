package mad.solve;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.function.Function;
import java.util.stream.Stream;
import mad.program.Program;
import mad.solve.chain.Deferred;

/**
 * Simulated annealing with penalties, each walk followed by a descent over single steps and exchanges.
 *
 * <p>The work is cut into units that depend on nothing but their start, their number and the seed. Four at a time start from the
 * same incumbent, and their results are taken in the order of their numbers, whichever thread did them.
 */
public final class Annealing implements Solver {
    private static final int UNITS = 4;
    /** Evaluations of a unit: in the first epoch, then twice as many in each, up to a limit. */
    private static final long FIRST_UNIT = 20_000;

    private static final long LARGEST_UNIT = 640_000;

    @Override
    public String name() {
        return "annealing";
    }

    @Override
    public Result solve(
            Program program, Limits limits, Machine machine, Progress.Listener listener, CancelToken cancel) {
        Search search = new Search(name(), program, new Effort(limits, machine, cancel), listener);
        return search.run(lattice -> {
            search(program, search, lattice, machine, Long.MAX_VALUE);
            search.tighten();
        });
    }

    /** Searches a lattice until {@code search} is over or has spent {@code most} evaluations. */
    static void search(Program program, Search search, Lattice lattice, Machine machine, long most) {
        Instructions code = new Instructions(program);
        IncrementalEvaluator sampler = new IncrementalEvaluator(code, lattice);
        Energy energy = new Energy(program, lattice, sampler);
        Function<IncrementalEvaluator, AnnealingUnit> unit = evaluator -> new AnnealingUnit(
                lattice, evaluator, energy.copy(), program.objective().sense(), search.effort()::isInterrupted);
        AnnealingUnit first = unit.apply(sampler);
        long seed = search.effort().limits().seed();
        FirstPoint.search(search, lattice, seed, most, first::repair);
        if (Moves.free(lattice).length > 0) {
            List<AnnealingUnit> units = Stream.concat(
                            Stream.of(first),
                            Stream.generate(() -> unit.apply(new IncrementalEvaluator(code, lattice)))
                                    .limit(UNITS - 1))
                    .toList();
            anneal(search, units, seed, machine, most);
        }
    }

    private static void anneal(Search search, List<AnnealingUnit> units, long seed, Machine machine, long most) {
        long unit = 0;
        for (int epoch = 0; !search.isOver() && search.effort().evaluations() < most; epoch++) {
            long share = Math.max(1, search.effort().remaining() / UNITS);
            long budget = Math.min(share, Math.min(LARGEST_UNIT, FIRST_UNIT << Math.min(epoch, 20)));
            Candidate start = search.best();
            Queue<Deferred<Outcome>> running = new ArrayDeque<>();
            for (AnnealingUnit annealer : units) {
                long number = unit++;
                Deferred<Outcome> work = new Deferred<>(() -> annealer.run(seed, number, start, budget));
                machine.executor().execute(work);
                running.add(work);
                // with no other thread each is done by now, and its incumbent need not wait for the rest
                while (!running.isEmpty() && running.element().isDone()) {
                    take(search, running.remove());
                }
            }
            running.forEach(work -> take(search, work));
            if (most == Long.MAX_VALUE) {
                search.tighten();
            }
        }
    }

    private static void take(Search search, Deferred<Outcome> work) {
        Outcome outcome = work.take();
        search.found(outcome.best(), outcome.evaluations());
    }
}
