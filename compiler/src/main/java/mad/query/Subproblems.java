package mad.query;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import mad.program.Assignment;
import mad.program.Constraint;
import mad.program.Objective;
import mad.program.Program;
import mad.solve.CancelToken;
import mad.solve.Limits;
import mad.solve.Machine;
import mad.solve.Progress;
import mad.solve.Result;
import mad.solve.Solver;
import mad.solve.Solvers;

/** Solves what some constraints of a program say, each time from the points met before. */
final class Subproblems {
    /**
     * A proof of infeasibility or a first feasible point ends each question; the rest is a safety net, in work, not in time. What
     * is not decided in so many boxes is no chain, and would hardly be in ten times as many.
     */
    private static final Limits FEASIBILITY =
            new Limits(1, 600_000, Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY).withTree(3_000, Long.MAX_VALUE);

    private static final Limits OPTIMUM = new Limits(1, 600_000, Double.POSITIVE_INFINITY, 0);
    private static final Limits GUESS = new Limits(1, 60_000, Double.POSITIVE_INFINITY, 0);

    /** Points that later questions start from; more take longer than they save. */
    private static final int STARTS = 3;

    private final Program program;
    private final Machine machine;
    private final CancelToken cancel;
    /** The latest first. */
    private final Deque<Assignment> met = new ArrayDeque<>();

    Subproblems(Program program, Machine machine, CancelToken cancel) {
        this.program = program;
        this.machine = machine;
        this.cancel = cancel;
    }

    Program program() {
        return program;
    }

    boolean isCancelled() {
        return cancel.isCancelled();
    }

    /** Whether any point meets the constraints. */
    Result feasible(List<Constraint> constraints) {
        return feasible(program.objective(), constraints);
    }

    /** The same, preferring better points a little. */
    Result feasible(Objective objective, List<Constraint> constraints) {
        return solve(Solvers.standard(), objective, constraints, FEASIBILITY);
    }

    /** @param gap relative */
    Result optimum(Objective objective, List<Constraint> constraints, double gap) {
        return solve(Solvers.standard(), objective, constraints, OPTIMUM.withGap(gap));
    }

    /** A good point, without a proof. */
    Result guess(Objective objective, List<Constraint> constraints) {
        return solve(Solvers.byName("annealing").orElseThrow(), objective, constraints, GUESS);
    }

    Program with(Objective objective, List<Constraint> constraints) {
        return new Program(program.name(), program.variables(), objective, constraints, List.of());
    }

    private Result solve(Solver solver, Objective objective, List<Constraint> constraints, Limits limits) {
        Result result = solver.solve(
                with(objective, constraints),
                limits.withStarts(List.copyOf(met)),
                machine,
                Progress.Listener.silent(),
                cancel);
        if (result instanceof Result.Solved solved) {
            met.addFirst(solved.assignment());
            if (met.size() > STARTS) {
                met.removeLast();
            }
        }
        return result;
    }
}
