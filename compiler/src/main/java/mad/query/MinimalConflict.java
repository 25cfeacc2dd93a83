package mad.query;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import mad.program.Constraint;
import mad.program.Objective;
import mad.program.Program;
import mad.solve.CancelToken;
import mad.solve.Conflict;
import mad.solve.Limits;
import mad.solve.Machine;
import mad.solve.Progress;
import mad.solve.Result;
import mad.solve.Solvers;
import org.jspecify.annotations.Nullable;

/** Finds statements that exclude each other, none of which could be left out: a filter that drops one after another. */
record MinimalConflict(Statements statements, Machine machine, CancelToken cancel) {
    /** A proof of infeasibility or a first feasible point ends each question; the rest is a safety net. */
    private static final Limits FEASIBILITY = new Limits(1, 3_000_000, 5, Double.POSITIVE_INFINITY);

    private static final Limits RELAXATION = new Limits(1, 5_000_000, 5, 1e-4);

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
        Objective objective = numeric
                ? new Objective(Objective.Sense.MINIMIZE, constraint.body(), constraint.origin())
                : statements.program().objective();
        return switch (solve(objective, rest, numeric ? RELAXATION : FEASIBILITY)) {
            case Result.Infeasible infeasible -> new Relaxation.NotEnough();
            case Result.NothingFound nothing -> new Relaxation.Unknown();
            case Result.Solved solved ->
                numeric ? new Relaxation.Value(solved.objective(), solved.bound()) : new Relaxation.Omission();
        };
    }

    private Result solve(Objective objective, List<Constraint> constraints, Limits limits) {
        Program all = statements.program();
        Program program = new Program(all.name(), all.variables(), objective, constraints, List.of());
        return Solvers.standard().solve(program, limits, machine, Progress.Listener.silent(), cancel);
    }
}
