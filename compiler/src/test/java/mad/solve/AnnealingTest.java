package mad.solve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import mad.program.Evaluation;
import mad.program.Program;
import mad.program.R50;
import org.junit.jupiter.api.Test;

class AnnealingTest {
    private static final Limits QUICK = Limits.defaults().withEvaluations(5_000);

    @Test
    void findsTheOptimaOfSmallProgramsAndNeverMore() {
        int solved = 0;
        int optimal = 0;
        for (long seed = 0; seed < 300; seed++) {
            Program program = RandomPrograms.small(seed);
            double optimum = RandomPrograms.optimum(program);
            String where = "seed " + seed;
            switch (new Annealing().solve(program, QUICK)) {
                case Result.Solved answer -> {
                    Evaluation check = Evaluation.of(program, answer.assignment());
                    assertTrue(check.isFeasible(), where);
                    assertEquals(check.objective(), answer.objective(), where);
                    assertFalse(program.objective().sense().isBetter(answer.objective(), optimum), where);
                    assertFalse(program.objective().sense().isBetter(optimum, answer.bound()), where);
                    if (answer.termination() == Termination.Proof.OPTIMAL) {
                        assertEquals(optimum, answer.objective(), 1e-8 * Math.max(1, Math.abs(optimum)), where);
                    }
                    solved++;
                    optimal += answer.objective() == optimum ? 1 : 0;
                }
                case Result.Infeasible infeasible -> assertTrue(Double.isNaN(optimum), where);
                case Result.NothingFound nothing -> {
                    assertTrue(Double.isNaN(optimum), where);
                    Evaluation nearest = Evaluation.of(program, nothing.leastViolated());
                    assertEquals(nearest.violated().size(), nothing.violations().size(), where);
                }
            }
        }
        assertTrue(solved > 150, "solved " + solved);
        // it proves nothing, so a miss now and then is allowed
        assertTrue(optimal >= 0.98 * solved, optimal + " of " + solved);
    }

    @Test
    void comesNearTheOptimumOfR50() {
        Program program = R50.create().program;
        var answer = assertInstanceOf(
                Result.Solved.class,
                new Annealing().solve(program, Limits.defaults().withEvaluations(500_000)));
        assertTrue(Evaluation.of(program, answer.assignment()).isFeasible());
        assertTrue(answer.objective() > 0.98 * R50.OPTIMUM, "objective " + answer.objective());
        assertTrue(answer.objective() <= R50.OPTIMUM + 1e-4, "objective " + answer.objective());
        assertTrue(answer.bound() >= R50.OPTIMUM);
        assertEquals(Termination.Limit.WORK, answer.termination());
    }

    @Test
    void sameAnswerForOneAndTwoThreads() {
        Program program = R50.create().program;
        Limits limits = Limits.defaults().withEvaluations(300_000);
        List<String> alone = trace(program, limits, Runnable::run);
        try (ExecutorService two = Executors.newFixedThreadPool(2)) {
            assertEquals(alone, trace(R50.create().program, limits, two));
        }
        assertNotEquals(alone, trace(program, limits.withSeed(2), Runnable::run));
    }

    private static List<String> trace(Program program, Limits limits, Executor executor) {
        List<String> trace = new ArrayList<>();
        Progress.Listener listener = p -> trace.add(p.incumbent() + " " + p.bound() + " " + p.evaluations());
        Result.Solved answer = (Result.Solved)
                new Annealing().solve(program, limits, new Machine(() -> 0, executor), listener, new CancelToken());
        trace.add(answer.incumbent() + " " + answer.statistics().evaluations());
        return trace;
    }

    @Test
    void cancellationKeepsTheIncumbent() {
        CancelToken cancel = new CancelToken();
        long[] cancelledAt = {0};
        Progress.Listener listener = progress -> {
            if (progress.incumbent().isPresent() && progress.evaluations() > 10_000 && !cancel.isCancelled()) {
                cancel.cancel();
                cancelledAt[0] = System.nanoTime();
            }
        };
        Limits endless = Limits.defaults().withEvaluations(Long.MAX_VALUE);
        var answer = assertInstanceOf(
                Result.Solved.class,
                new Annealing().solve(R50.create().program, endless, Machine.still(), listener, cancel));
        assertEquals(Termination.Limit.CANCELLED, answer.termination());
        assertTrue(System.nanoTime() - cancelledAt[0] < 500_000_000L); // 50 ms, and much for a busy machine
    }

    @Test
    void infeasibleProgramsSayWhy() {
        Program program = R50.withBudgets(1e6, 25e6, 0.3).program;
        var answer = assertInstanceOf(Result.Infeasible.class, new Annealing().solve(program, QUICK));
        assertTrue(
                answer.conflict().toString().startsWith("flops: always in ["),
                answer.conflict().toString());
    }
}
