package mad.query;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import mad.program.Constraint;
import mad.solve.Conflict;
import mad.solve.Result;
import org.jspecify.annotations.Nullable;

/**
 * Finds statements that exclude each other, none of which could be left out: a filter that drops one after another. The domains of variables stay,
 * those whose ends depend on other variables as well as those of numbers, and so does what the standard library says of its spaces; they are named
 * only where nothing else excludes every network.
 */
record MinimalConflict(Statements statements, Subproblems subproblems) {
    /** @param minimal whether a network was found for each member that is left out */
    record Found(List<Statements.Statement> members, boolean minimal) {
        Found {
            members = List.copyOf(members);
        }
    }

    Found of(Conflict conflict) {
        List<Statements.Statement> given = statements.given();
        Found found = minimised(members(conflict, given), given);
        return found.members.isEmpty() ? minimised(given, List.of()) : found;
    }

    /** @param background what is never left out, and no member */
    private Found minimised(List<Statements.Statement> all, List<Statements.Statement> background) {
        List<Statements.Statement> members = all;
        // never to return, so that this ends
        Set<Statements.Statement> dropped = new HashSet<>();
        Set<Statements.Statement> kept = new HashSet<>();
        boolean minimal = true;
        for (Statements.Statement next = next(members, kept); next != null; next = next(members, kept)) {
            if (subproblems.isCancelled()) {
                return new Found(members, false);
            }
            List<Statements.Statement> rest = new ArrayList<>(background);
            rest.addAll(members);
            rest.remove(next);
            List<Constraint> asked = statements.only(rest);
            switch (subproblems.feasible(asked)) {
                case Result.Infeasible smaller -> members = members(smaller.conflict(), background);
                case Result.Solved needed -> kept.add(next);
                case Result.NothingFound open -> {
                    // what stands outside of the conflict may help the proof
                    dropped.add(next);
                    List<Constraint> more = statements.without(dropped);
                    if (!more.equals(asked) && subproblems.feasible(more) instanceof Result.Infeasible other) {
                        members = members(other.conflict(), background);
                        kept.clear();
                        minimal = true;
                    } else {
                        dropped.remove(next);
                        kept.add(next);
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

    private List<Statements.Statement> members(Conflict conflict, List<Statements.Statement> background) {
        List<Constraint> known = new ArrayList<>(List.of(conflict.broken()));
        known.addAll(conflict.others());
        List<Statements.Statement> members = new ArrayList<>(statements.of(known));
        members.removeAll(background);
        return members;
    }
}
