package mad.cli.render;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import mad.query.Report;

/** Each budget as a bar: how much of it the design uses. */
final class BudgetLines {
    private static final int LONGEST_BAR = 40;

    /** From here on a budget is what holds the design back, and the decimals of its use matter. */
    private static final double TIGHT = 0.99;

    private BudgetLines() {}

    static List<String> lines(Report report, Screen screen) {
        List<Report.BudgetUse> budgets = report.budgets();
        int names =
                budgets.stream().mapToInt(b -> DisplayWidth.of(b.name())).max().orElse(0);
        int amounts = budgets.stream()
                .mapToInt(b -> DisplayWidth.of(amount(b, screen)))
                .max()
                .orElse(0);
        int bar = Math.clamp(screen.columns() - names - amounts - 16, 8, LONGEST_BAR);
        boolean close = budgets.stream().anyMatch(b -> b.use() > TIGHT && b.use() < 2 - TIGHT);
        List<String> lines = new ArrayList<>();
        for (Report.BudgetUse use : budgets) {
            String name = use.name() + " ".repeat(names - DisplayWidth.of(use.name()));
            String percent = String.format(Locale.ROOT, "%9s", Quantities.percent(use.use(), close ? 2 : 1));
            Tone tone = tone(use.use());
            lines.add(screen.paint(Tone.QUIET, name) + "  " + Bar.onTrack(use.use(), bar, tone, screen)
                    + screen.paint(use.use() > 1 ? Tone.BROKEN : Tone.STRONG, percent) + "  " + amount(use, screen));
        }
        return lines;
    }

    private static String amount(Report.BudgetUse use, Screen screen) {
        String limit = Quantities.written(use.limit(), Quantities.unit(use));
        String value = Quantities.si(use.value(), Quantities.unit(use), 5);
        return use.upper() ? value + " of " + limit : value + screen.either(" ≥ ", " >= ") + limit;
    }

    private static Tone tone(double use) {
        return use > 1 ? Tone.BROKEN : use >= TIGHT ? Tone.TIGHT : Tone.BAR;
    }
}
