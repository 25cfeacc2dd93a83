package mad.query;

import java.util.ArrayList;
import java.util.List;
import mad.program.Constraint;
import mad.program.Evaluation;
import mad.program.Objective;
import mad.solve.Result;
import mad.solve.chain.Chain;

/** Finds how far a statement has to give way so that a network meets the rest, which it does not as it stands. */
record Relaxations(Subproblems subproblems) {
    /** The gap that a solve is asked for. */
    private static final double GAP = 1e-3;

    /** Limits tried, and how many of them may stay undecided. */
    private static final int TRIES = 14;

    private static final int UNDECIDED = 2;

    Relaxation of(Statements.Statement member, List<Constraint> rest) {
        if (subproblems.isCancelled()) {
            return new Relaxation.Unknown();
        }
        Constraint constraint = member.constraints().getFirst();
        boolean numeric = member.constraints().size() == 1
                && constraint.relation() == Constraint.Relation.LE
                && !constraint.body().isTruth();
        Objective least = new Objective(Objective.Sense.MINIMIZE, constraint.body(), constraint.origin());
        if (numeric && Chain.of(subproblems.with(least, rest)) instanceof Chain.Recognition.Recognised) {
            return minimised(constraint, least, rest);
        }
        return switch (subproblems.feasible(
                numeric ? least : subproblems.program().objective(), rest)) {
            case Result.Infeasible infeasible -> new Relaxation.NotEnough();
            case Result.NothingFound nothing -> new Relaxation.Unknown();
            case Result.Solved solved -> {
                if (!numeric) {
                    yield new Relaxation.Omission();
                }
                double met = value(constraint, solved);
                double found = subproblems.guess(least, rest) instanceof Result.Solved better
                        ? Math.min(met, better.objective())
                        : met;
                yield bracketed(constraint, least, rest, value(constraint, found, constraint.bound()));
            }
        };
    }

    private Relaxation minimised(Constraint constraint, Objective least, List<Constraint> rest) {
        // less than one is nothing, of whole numbers
        double whole = constraint.body().isIntegral() ? 0.9 / Math.max(20, Math.abs(constraint.bound())) : 0;
        return switch (subproblems.optimum(least, rest, Math.max(GAP, whole))) {
            case Result.Infeasible infeasible -> new Relaxation.NotEnough();
            case Result.NothingFound nothing -> new Relaxation.Unknown();
            case Result.Solved solved ->
                bracketed(constraint, least, rest, value(constraint, solved.objective(), solved.bound()));
        };
    }

    /**
     * Closes in on the least value of a body that may be easier to limit than to minimise, such as a ratio: a limit a little below
     * the least value known is tried, then ones further below until one excludes every network, then ones between.
     */
    private Relaxation bracketed(
            Constraint constraint, Objective least, List<Constraint> rest, Relaxation.Value start) {
        double found = start.found();
        double proved = Math.max(start.proved(), start.limit());
        double open = found; // what was tried and not decided, or found
        double step = 0.9 * Relaxation.Value.CLOSE * (found - start.limit());
        int undecided = 0;
        for (int i = 0; i < TRIES && undecided < UNDECIDED && !subproblems.isCancelled(); i++) {
            Relaxation.Value known = value(constraint, found, proved);
            if (known.isClosed()) {
                return known;
            }
            double next = Math.max(open - step, proved + (open - proved) / 2);
            List<Constraint> limited = new ArrayList<>(rest);
            limited.add(new Constraint(
                    constraint.name(), constraint.body(), Constraint.Relation.LE, next, constraint.origin()));
            switch (subproblems.feasible(least, limited)) {
                case Result.Infeasible infeasible -> proved = next;
                case Result.Solved solved -> {
                    found = value(constraint, solved);
                    open = found;
                    step *= i == 0 ? 1 : 2;
                }
                case Result.NothingFound nothing -> {
                    open = next;
                    step *= 2;
                    undecided++;
                }
            }
        }
        return value(constraint, found, proved);
    }

    /** Of whole numbers the next one is proved. */
    private static Relaxation.Value value(Constraint constraint, double found, double proved) {
        double whole = constraint.body().isIntegral() ? Math.ceil(proved - 1e-6) : proved;
        return new Relaxation.Value(constraint.bound(), found, Math.min(found, whole));
    }

    private double value(Constraint constraint, Result.Solved at) {
        return Evaluation.of(subproblems.program(), at.assignment()).value(constraint.body());
    }
}
