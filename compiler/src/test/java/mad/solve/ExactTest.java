package mad.solve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.LongFunction;
import mad.program.Constraint;
import mad.program.Domain;
import mad.program.Evaluation;
import mad.program.Objective;
import mad.program.Origin;
import mad.program.Program;
import mad.program.R50;
import mad.program.Term;
import mad.program.Terms;
import mad.solve.chain.Chain;
import mad.solve.chain.RowKind;
import mad.source.Span;
import org.junit.jupiter.api.Test;

class ExactTest {
    private static final Origin HERE = new Origin(new Span("exact.mad", 0, 0), "exact");

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
    void soDoesTheGeneralPath() {
        for (long seed = 0; seed < 500; seed++) {
            agrees(RandomPrograms.small(seed), "seed " + seed, Exact.general(200));
        }
    }

    /** A linear, a convex quadratic and a bilinear program of real variables, with optima from pencil and paper. */
    @Test
    void realVariablesWithinTheGap() {
        Terms terms = new Terms();
        Term x = terms.variable(terms.newVariable("x", new Domain.Reals(0, 3), HERE));
        Term y = terms.variable(terms.newVariable("y", new Domain.Reals(0, 10), HERE));
        Term linear = terms.add(terms.multiply(terms.constant(3), x), terms.multiply(terms.constant(2), y));
        Term quadratic = terms.sum(List.of(
                terms.power(terms.subtract(x, terms.constant(1.3)), 2),
                terms.power(terms.subtract(y, terms.constant(5)), 2),
                terms.multiply(terms.constant(0.5), x)));
        Term bilinear = terms.add(terms.multiply(x, y), terms.log(terms.add(x, terms.constant(1))));
        reals(terms, x, y, Objective.Sense.MAXIMIZE, linear, 11);
        reals(terms, x, y, Objective.Sense.MINIMIZE, quadratic, 10.68775);
        reals(terms, x, y, Objective.Sense.MAXIMIZE, bilinear, 3 + 2 * Math.log(2));
    }

    private static void reals(Terms terms, Term x, Term y, Objective.Sense sense, Term goal, double optimum) {
        Term triple = terms.multiply(terms.constant(3), y);
        Program program = new Program(
                "reals",
                terms.variables(),
                new Objective(sense, goal, HERE),
                List.of(
                        new Constraint("a", terms.add(x, y), Constraint.Relation.LE, 4, HERE),
                        new Constraint("b", terms.add(x, triple), Constraint.Relation.LE, 6, HERE)),
                List.of());
        Limits limits = LIMITS.withGap(1e-6).withEvaluations(2_000_000);
        var answer = assertInstanceOf(Result.Solved.class, new Exact(1000).solve(program, limits));
        assertEquals(Termination.Proof.OPTIMAL, answer.termination());
        assertEquals(optimum, answer.objective(), 1e-6 * optimum);
        assertTrue(sense.sign() * (answer.bound() - optimum) > -1e-9, "bound " + answer.bound());
    }

    @Test
    void agreesWithEnumerationOnChains() {
        agree(RandomChains::of, 300, 20, 200);
    }

    /** Limits that couple distant variables, as a least entropy does. */
    @Test
    void agreesWithEnumerationOnChainsTurnedRound() {
        agree(RandomChains::turned, 150, 20, 100);
    }

    @Test
    void agreesWithEnumerationOnChoicesOfBlocks() {
        agree(RandomChoices::of, 100, 3, 90);
    }

    /** Of {@code count} programs, more than so many without a feasible point, and more than so many chains. */
    private static void agree(LongFunction<Program> programs, long count, int infeasible, int chains) {
        int without = 0;
        int lined = 0;
        for (long seed = 0; seed < count; seed++) {
            Program program = programs.apply(seed);
            lined += Chain.of(program) instanceof Chain.Recognition.Recognised ? 1 : 0;
            without += agrees(program, "seed " + seed) ? 0 : 1;
        }
        assertTrue(without > infeasible, without + " infeasible");
        assertTrue(lined > chains, lined + " chains");
    }

    /** Whether there is a feasible point at all. */
    private static boolean agrees(Program program, String where) {
        return agrees(program, where, new Exact(200));
    }

    private static boolean agrees(Program program, String where, Solver solver) {
        double optimum = RandomPrograms.optimum(program);
        Result result = solver.solve(program, LIMITS);
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
        assertTrue(answer.multipliers().size() >= 3, "multipliers " + answer.multipliers());
        answer.multipliers().forEach((name, m) -> assertTrue(m >= 0 && Double.isFinite(m), name + " " + m));
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

    /** Two functions of the width meet the channels before it: one line for each width would bound only one of them. */
    @Test
    void channelsMeetAWidthInTwoWays() {
        Terms terms = new Terms();
        Term before = terms.variable(terms.newVariable("before", new Domain.Integers(1, 12, 1), HERE));
        Term width = terms.variable(terms.newVariable("width", new Domain.Integers(1, 12, 1), HERE));
        Term after = terms.variable(terms.newVariable("after", new Domain.Integers(1, 12, 1), HERE));
        Term entropy = terms.add(terms.add(terms.log(before), terms.log(width)), terms.log(after));
        Term cost = terms.add(terms.multiply(width, terms.add(before, after)), terms.multiply(before, after));
        Term square = terms.multiply(terms.multiply(width, width), terms.add(before, after));
        Program program = new Program(
                "two ways",
                terms.variables(),
                new Objective(Objective.Sense.MAXIMIZE, entropy, HERE),
                List.of(
                        new Constraint("cost", cost, Constraint.Relation.LE, 60, HERE),
                        new Constraint("square", square, Constraint.Relation.LE, 200, HERE)),
                List.of());
        var found = assertInstanceOf(Chain.Recognition.Recognised.class, Chain.of(program));
        assertTrue(found.chain().links().stream().allMatch(link -> link.swept().isEmpty()), "swept");
        agrees(program, "two ways");
    }

    @Test
    void aSmallVariableMeetsAWideOne() {
        assertInstanceOf(Chain.Recognition.Recognised.class, Chain.of(HandMade.shortcuts()));
        assertTrue(agrees(HandMade.shortcuts(), "shortcuts"));
    }

    @Test
    void aKernelHangsOnAWidthWhereDepthsAreGiven() {
        Program program = HandMade.givenDepths();
        assertEquals(
                RowKind.BUDGET,
                Chain.likelyKind(program.constraints().getLast()).kind());
        assertInstanceOf(Chain.Recognition.Recognised.class, Chain.of(program));
        assertTrue(agrees(program, "given depths"));
    }

    /** x = 1/3 lies between two positions of the lattice: not found, which is no proof that there is none. */
    @Test
    void aPointBetweenPositionsIsNotProvedAway() {
        Terms terms = new Terms();
        Term x = terms.variable(terms.newVariable("x", new Domain.Reals(0, 1000), HERE));
        Term thrice = terms.multiply(terms.constant(3), x);
        Program program = new Program(
                "third",
                terms.variables(),
                new Objective(Objective.Sense.MAXIMIZE, x, HERE),
                List.of(new Constraint("third", thrice, Constraint.Relation.EQ, 1, HERE)),
                List.of());
        assertInstanceOf(Result.NothingFound.class, new Exact(200).solve(program, LIMITS));
    }

    @Test
    void anObjectiveWithoutAnyValueIsNoConflictOfConstraints() {
        Terms terms = new Terms();
        Term x = terms.variable(terms.newVariable("x", new Domain.Integers(-3, -1, 1), HERE));
        Program program = new Program(
                "no value",
                terms.variables(),
                new Objective(Objective.Sense.MAXIMIZE, terms.log(x), HERE),
                List.of(),
                List.of());
        assertInstanceOf(Result.NothingFound.class, new Exact(200).solve(program, LIMITS));
    }
}
