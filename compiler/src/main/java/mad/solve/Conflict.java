package mad.solve;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import mad.program.Constraint;
import mad.program.Interval;
import mad.program.Numbers;
import mad.program.Program;

/**
 * A proof that no point is feasible: within what the other constraints leave of the domains, {@code broken} cannot hold.
 *
 * @param broken the constraint that cannot hold
 * @param reach all values its body can take there
 * @param others the constraints that led there, in the program's order; sufficient, not necessarily all needed
 */
public record Conflict(Constraint broken, Interval reach, List<Constraint> others) {
    public Conflict {
        others = List.copyOf(others);
    }

    /** What an exhaustive search proves: the constraint of the most variables exceeds its bound wherever all others hold. */
    static Conflict ofAll(Program program) {
        List<Constraint> rows = new ArrayList<>(program.constraints());
        rows.sort(Comparator.comparingLong(
                (Constraint c) -> -c.body().variables().indices().count()));
        Constraint broken = rows.removeFirst();
        double above = Math.nextUp(broken.bound() + broken.slack());
        double most = Math.max(above, broken.body().interval().hi());
        return new Conflict(broken, new Interval(above, most), rows);
    }

    /** For example {@code params: always in [412, 9000], must be <= 300 (given depth, width)}. */
    @Override
    public String toString() {
        String given = others.isEmpty()
                ? ""
                : others.stream().map(Constraint::name).collect(Collectors.joining(", ", " (given ", ")"));
        return broken.name() + ": always in " + reach + ", must be "
                + broken.relation().symbol() + " " + Numbers.text(broken.bound()) + given;
    }
}
