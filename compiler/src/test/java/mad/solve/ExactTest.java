package mad.solve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import mad.program.Evaluation;
import mad.program.Program;
import mad.program.R50;
import mad.solve.chain.Chain;
import org.junit.jupiter.api.Test;

class ExactTest {
    /** No room for luck: the annealing that comes first may find next to nothing. */
    private static final Limits LIMITS = new Limits(1, 1_000_000_000, Double.POSITIVE_INFINITY, 0);

    @Test
    void agreesWithEnumerationOnProgramsOfEveryOperation() {
        int infeasible = 0;
        for (long seed = 0; seed < 500; seed++) {
            infeasible += agrees(RandomPrograms.small(seed), "seed " + seed) ? 0 : 1;
        }
        assertTrue(infeasible > 20, infeasible + " infeasible");
    }

    @Test
    void agreesWithEnumerationOnChains() {
        int infeasible = 0;
        int chains = 0;
        for (long seed = 0; seed < 300; seed++) {
            Program program = RandomChains.of(seed);
            chains += Chain.of(program) instanceof Chain.Recognition.Recognised ? 1 : 0;
            infeasible += agrees(program, "seed " + seed) ? 0 : 1;
        }
        assertTrue(infeasible > 20, infeasible + " infeasible");
        assertTrue(chains > 200, chains + " chains");
    }

    /** Whether there is a feasible point at all. */
    private static boolean agrees(Program program, String where) {
        double optimum = RandomPrograms.optimum(program);
        Result result = new Exact(200).solve(program, LIMITS);
        if (Double.isNaN(optimum)) {
            assertInstanceOf(Result.Infeasible.class, result, where);
            return false;
        }
        var answer = assertInstanceOf(Result.Solved.class, result, where);
        Evaluation check = Evaluation.of(program, answer.assignment());
        assertTrue(check.isFeasible(), where);
        assertEquals(optimum, answer.objective(), 1e-12 * Math.abs(optimum), where);
        assertEquals(Termination.Proof.OPTIMAL, answer.termination(), where);
        return true;
    }

    @Test
    void provesTheOptimumOfR50() {
        var answer =
                assertInstanceOf(Result.Solved.class, new Exact().solve(R50.create().program, LIMITS.withGap(1e-6)));
        assertEquals(52048.4355, answer.objective(), 5e-5);
        assertTrue(answer.gap() <= 1e-6, "gap " + answer.gap());
        assertEquals(Termination.Proof.OPTIMAL, answer.termination());
    }

    @Test
    void sameStepsForOneAndTwoThreads() {
        Limits limits = LIMITS.withGap(1e-6).withEvaluations(1_200_000);
        List<String> alone = trace(limits, Runnable::run);
        try (ExecutorService two = Executors.newFixedThreadPool(2)) {
            assertEquals(alone, trace(limits, two));
        }
        assertTrue(alone.size() > 10, alone.size() + " steps");
    }

    private static List<String> trace(Limits limits, Executor executor) {
        List<String> trace = new ArrayList<>();
        Progress.Listener listener = p -> trace.add(p.incumbent() + " " + p.bound() + " " + p.evaluations());
        new Exact().solve(R50.create().program, limits, new Machine(() -> 0, executor), listener, new CancelToken());
        return trace;
    }

    @Test
    void provesThatABudgetIsTooSmallForTheOthers() {
        // each limit can be met, and even within intervals both; only the search sees that no network meets them
        // together
        Program program = R50.withBudgets(2e7, 25e6, 0.12).program;
        var answer = assertInstanceOf(Result.Infeasible.class, new Exact(20_000).solve(program, LIMITS));
        assertTrue(answer.statistics().evaluations() > 100, "seen at once");
    }
}
