package mad.solve;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import mad.program.Program;

/**
 * Simulated annealing with penalties, each walk followed by a descent over single steps and exchanges.
 *
 * <p>The work is cut into units that depend on nothing but their start, their number and the seed. They run four at a time from
 * the same incumbent, and their results are taken in order of their numbers.
 */
public final class Annealing implements Solver {
    private static final int UNITS = 4;
    private static final long FIRST_UNIT = 20_000;
    private static final long LARGEST_UNIT = 640_000;

    @Override
    public String name() {
        return "annealing";
    }

    @Override
    public Result solve(Program program, Limits limits, Progress.Listener listener, CancelToken cancel) {
        Search search = new Search(name(), program, limits, listener, cancel);
        return search.run(lattice -> {
            try (Workers workers = new Workers(program, lattice, search, limits.threads())) {
                FirstPoint.search(search, lattice, limits.seed(), workers.units.getFirst()::repair);
                workers.anneal(limits.seed());
            }
        });
    }

    /** One annealer per unit of an epoch, and the threads that run them. */
    private static final class Workers implements AutoCloseable {
        private final Lattice lattice;
        private final Search search;
        private final List<AnnealingUnit> units = new ArrayList<>();
        private final ExecutorService threads;
        private final boolean alone;

        Workers(Program program, Lattice lattice, Search search, int threads) {
            this.lattice = lattice;
            this.search = search;
            this.alone = threads == 1;
            this.threads = Executors.newFixedThreadPool(
                    Math.min(threads, UNITS), Thread.ofPlatform().daemon().factory());
            Instructions code = new Instructions(program);
            Energy energy = new Energy(program, lattice, new IncrementalEvaluator(code, lattice));
            for (int i = 0; i < UNITS; i++) {
                units.add(new AnnealingUnit(
                        lattice,
                        new IncrementalEvaluator(code, lattice),
                        energy.copy(),
                        program.objective().sense(),
                        search.effort()::isInterrupted));
            }
        }

        void anneal(long seed) {
            if (Moves.free(lattice).length == 0) {
                return;
            }
            long unit = 0;
            for (int epoch = 0; !search.isOver(); epoch++) {
                long share = Math.max(1, search.effort().remaining() / UNITS);
                long budget = Math.min(share, Math.min(LARGEST_UNIT, FIRST_UNIT << Math.min(epoch, 20)));
                Candidate start = search.best();
                List<Future<Outcome>> running = new ArrayList<>();
                for (int i = 0; i < UNITS; i++) {
                    AnnealingUnit annealer = units.get(i);
                    long number = unit++;
                    if (alone) {
                        take(annealer.run(seed, number, start, budget));
                    } else {
                        running.add(threads.submit(() -> annealer.run(seed, number, start, budget)));
                    }
                }
                running.forEach(future -> take(await(future)));
            }
        }

        private void take(Outcome outcome) {
            search.found(outcome.best(), outcome.evaluations());
        }

        private static Outcome await(Future<Outcome> future) {
            boolean interrupted = false;
            try {
                while (true) {
                    try {
                        return future.get();
                    } catch (InterruptedException e) {
                        interrupted = true; // cancellation has its own token; the thread's flag is put back below
                    } catch (ExecutionException e) {
                        throw new IllegalStateException(e.getCause());
                    }
                }
            } finally {
                if (interrupted) {
                    Thread.currentThread().interrupt();
                }
            }
        }

        @Override
        public void close() {
            threads.shutdown();
        }
    }
}
