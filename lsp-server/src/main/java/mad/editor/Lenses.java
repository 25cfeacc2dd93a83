package mad.editor;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import mad.ast.Item;
import mad.query.Report;
import mad.source.Span;

/** Lines above designs and checks: what can be asked of them, and what is known. */
public final class Lenses {
    private Lenses() {}

    /** What a lens does when it is chosen. */
    public enum Deed {
        SOLVE,
        SHOW_PROGRAM,
        RUN_CHECKS
    }

    public record Lens(Span span, String title, Deed deed, String design) {}

    public static List<Lens> of(Cursor cursor, Results results) {
        List<Lens> lenses = new ArrayList<>();
        for (Item item : cursor.tree().items()) {
            if (item instanceof Item.Design design && !design.name().isMissing()) {
                String name = design.name().text();
                Span at = design.name().span();
                Optional<Results.Known> known = results.of(cursor.file(), name);
                lenses.add(new Lens(at, known.isPresent() ? "solve again" : "solve", Deed.SOLVE, name));
                known.ifPresent(k -> lenses.add(new Lens(at, line(k), Deed.SHOW_PROGRAM, name)));
                lenses.add(new Lens(at, "program", Deed.SHOW_PROGRAM, name));
            } else if (item instanceof Item.Check check) {
                lenses.add(new Lens(check.design().span(), "run checks", Deed.RUN_CHECKS, ""));
            }
        }
        return lenses;
    }

    private static String line(Results.Known known) {
        Report report = known.report();
        String budgets = report.budgets().stream()
                .map(b -> b.name() + " " + Quantities.share(b.use()))
                .collect(Collectors.joining(" · "));
        String line = Reports.summary(report) + (budgets.isEmpty() ? "" : " · " + budgets);
        return known.current() ? line : line + " (before the last edit)";
    }
}
