package mad.query;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import mad.program.Assignment;
import mad.program.Constraint;
import mad.program.Evaluation;
import mad.program.Objective;
import mad.program.Program;
import mad.solve.CancelToken;
import mad.solve.Conflict;
import mad.solve.Limits;
import mad.solve.Machine;
import mad.solve.Progress;
import mad.solve.Result;
import mad.solve.Solvers;
import mad.solve.chain.Chain;
import org.jspecify.annotations.Nullable;

/** Finds statements that exclude each other, none of which could be left out: a filter that drops one after another. */
final class MinimalConflict {
    /** A proof of infeasibility or a first feasible point ends each question; the rest is a safety net, in work, not in time. */
    private static final Limits FEASIBILITY =
            new Limits(1, 600_000, Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY);

    private static final Limits RELAXATION = new Limits(1, 600_000, Double.POSITIVE_INFINITY, 1e-3);
    private static final Limits GUESS = new Limits(1, 60_000, Double.POSITIVE_INFINITY, 0);
    /** How near to each other, in parts of it, a limit with a network and one without have to be. */
    private static final double CLOSE = 1e-3;

    /** Points that later questions start from; more take longer than they save. */
    private static final int STARTS = 3;

    private final Statements statements;
    private final Machine machine;
    private final CancelToken cancel;
    /** The latest first. */
    private final Deque<Assignment> met = new ArrayDeque<>();

    MinimalConflict(Statements statements, Machine machine, CancelToken cancel) {
        this.statements = statements;
        this.machine = machine;
        this.cancel = cancel;
    }

    /** @param minimal whether a network was found for each member that is left out */
    record Found(List<Statements.Statement> members, boolean minimal) {
        Found {
            members = List.copyOf(members);
        }
    }

    /** What a statement has to be relaxed to when all others stay. */
    sealed interface Relaxation {
        /**
         * @param found value of the body with which a network was found
         * @param proved no network has less
         */
        record Value(double found, double proved) implements Relaxation {}

        /** It says something that cannot be relaxed by a number. */
        record Omission() implements Relaxation {}

        /** The rest excludes every network by itself. */
        record NotEnough() implements Relaxation {}

        record Unknown() implements Relaxation {}
    }

    Found of(Conflict conflict) {
        List<Statements.Statement> members = members(conflict);
        // never to return, so that this ends
        Set<Statements.Statement> dropped = new HashSet<>();
        Set<Statements.Statement> kept = new HashSet<>();
        boolean minimal = true;
        for (Statements.Statement next = next(members, kept); next != null; next = next(members, kept)) {
            Statements.Statement candidate = next;
            switch (feasible(constraints(members, m -> !m.equals(candidate)))) {
                case Result.Infeasible smaller -> members = members(smaller.conflict());
                case Result.Solved needed -> kept.add(candidate);
                case Result.NothingFound open -> {
                    // what stands outside of the conflict may help the proof
                    dropped.add(candidate);
                    if (feasible(allBut(dropped)) instanceof Result.Infeasible other) {
                        members = members(other.conflict());
                        kept.clear();
                        minimal = true;
                    } else {
                        dropped.remove(candidate);
                        kept.add(candidate);
                        minimal = false;
                    }
                }
            }
        }
        return new Found(members, minimal);
    }

    private static Statements.@Nullable Statement next(
            List<Statements.Statement> members, Set<Statements.Statement> kept) {
        return members.stream().filter(m -> !kept.contains(m)).findFirst().orElse(null);
    }

    private static List<Constraint> constraints(
            List<Statements.Statement> members, Predicate<Statements.Statement> which) {
        return members.stream()
                .filter(which)
                .flatMap(m -> m.constraints().stream())
                .toList();
    }

    private List<Constraint> allBut(Set<Statements.Statement> dropped) {
        return statements.program().constraints().stream()
                .filter(c -> dropped.stream().noneMatch(m -> m.constraints().contains(c)))
                .toList();
    }

    private List<Statements.Statement> members(Conflict conflict) {
        List<Constraint> known = new ArrayList<>(List.of(conflict.broken()));
        known.addAll(conflict.others());
        return statements.of(known);
    }

    private Result feasible(List<Constraint> constraints) {
        return solve(statements.program().objective(), constraints, FEASIBILITY);
    }

    /** How far a member has to give way so that a network meets all the rest of the program. */
    Relaxation relaxation(Statements.Statement member) {
        return relaxation(member, statements.without(member));
    }

    /** How far it has to give way so that a network meets {@code rest} too. */
    Relaxation relaxation(Statements.Statement member, List<Constraint> rest) {
        Constraint constraint = member.constraints().getFirst();
        boolean numeric = member.constraints().size() == 1
                && constraint.relation() == Constraint.Relation.LE
                && !constraint.body().isTruth();
        if (!numeric) {
            return switch (feasible(rest)) {
                case Result.Infeasible infeasible -> new Relaxation.NotEnough();
                case Result.NothingFound nothing -> new Relaxation.Unknown();
                case Result.Solved solved -> new Relaxation.Omission();
            };
        }
        Objective least = new Objective(Objective.Sense.MINIMIZE, constraint.body(), constraint.origin());
        if (!(Chain.of(program(least, rest)) instanceof Chain.Recognition.Recognised)) {
            return bisected(constraint, least, rest);
        }
        return switch (solve(least, rest, RELAXATION)) {
            case Result.Infeasible infeasible -> new Relaxation.NotEnough();
            case Result.NothingFound nothing -> new Relaxation.Unknown();
            case Result.Solved solved -> new Relaxation.Value(solved.objective(), solved.bound());
        };
    }

    /**
     * The same for a body that is easier to limit than to minimise, such as a ratio: the limit is closed in on from both sides, the
     * first guess being that the least value which annealing finds cannot be bettered.
     */
    private Relaxation bisected(Constraint constraint, Objective least, List<Constraint> rest) {
        Result any = feasible(rest);
        if (!(any instanceof Result.Solved first)) {
            return any instanceof Result.Infeasible ? new Relaxation.NotEnough() : new Relaxation.Unknown();
        }
        Result descent = Solvers.byName("annealing")
                .orElseThrow()
                .solve(
                        program(least, rest),
                        GUESS.withStarts(List.copyOf(met)),
                        machine,
                        Progress.Listener.silent(),
                        cancel);
        double found = descent instanceof Result.Solved solved ? solved.objective() : value(constraint, first);
        double proved = constraint.bound();
        double next = found - CLOSE * Math.abs(found);
        while (proved < next && found - proved > CLOSE * Math.abs(found)) {
            List<Constraint> limited = new ArrayList<>(rest);
            limited.add(new Constraint(
                    constraint.name(), constraint.body(), Constraint.Relation.LE, next, constraint.origin()));
            switch (feasible(limited)) {
                case Result.Infeasible infeasible -> proved = next;
                case Result.Solved solved -> found = value(constraint, solved);
                case Result.NothingFound nothing -> {
                    return new Relaxation.Value(found, proved);
                }
            }
            next = proved + (found - proved) / 2;
        }
        return new Relaxation.Value(found, proved);
    }

    private double value(Constraint constraint, Result.Solved at) {
        return Evaluation.of(statements.program(), at.assignment()).value(constraint.body());
    }

    private Program program(Objective objective, List<Constraint> constraints) {
        Program all = statements.program();
        return new Program(all.name(), all.variables(), objective, constraints, List.of());
    }

    private Result solve(Objective objective, List<Constraint> constraints, Limits limits) {
        Result result = Solvers.standard()
                .solve(
                        program(objective, constraints),
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
