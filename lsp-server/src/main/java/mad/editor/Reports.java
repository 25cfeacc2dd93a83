package mad.editor;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import mad.query.Report;

/** Solved designs in a few lines. */
final class Reports {
    private Reports() {}

    /** One stage: its shape and costs, and its share of each budget. */
    static String part(Results.Placed placed) {
        Report.Row row = placed.row();
        List<String> lines = new ArrayList<>();
        lines.add("| in `" + placed.known().design() + "`" + stale(placed.known()) + " | |");
        lines.add("|---|---|");
        if (!row.block().equals(row.name())) {
            lines.add(line("block", row.block() + " × " + row.depth()));
        }
        lines.add(line("channels", row.in() + " → " + row.out()));
        lines.add(line("size", row.inSize() + " → " + row.size()));
        lines.add(line("params", Quantities.of(row.params())));
        lines.add(line("MACs", Quantities.of(row.macs())));
        lines.add(line("entropy", Quantities.of(row.entropy())));
        row.share().forEach((metric, share) -> lines.add(line("share of `" + metric + "`", Quantities.share(share))));
        return String.join("\n", lines);
    }

    /** Where a block is used, one line for each part; empty where it is not. */
    static String uses(List<Results.Placed> parts) {
        if (parts.isEmpty()) {
            return "";
        }
        List<String> lines = new ArrayList<>();
        lines.add("| used in | × | channels | size | params | MACs | entropy |");
        lines.add("|---|---|---|---|---|---|---|");
        for (Results.Placed placed : parts) {
            Report.Row row = placed.row();
            lines.add(String.join(
                    " | ",
                    "| `" + row.name() + "` of `" + placed.known().design() + "`" + stale(placed.known()),
                    Long.toString(row.depth()),
                    row.in() + " → " + row.out(),
                    row.inSize() + " → " + row.size(),
                    Quantities.of(row.params()),
                    Quantities.of(row.macs()),
                    Quantities.of(row.entropy()) + " |"));
        }
        return String.join("\n", lines);
    }

    /** A whole design: status, goal, budgets, metrics. */
    static String design(Results.Known known) {
        Report report = known.report();
        List<String> lines = new ArrayList<>();
        lines.add("**" + summary(report) + "**" + stale(known));
        lines.add("");
        lines.add("| | | |");
        lines.add("|---|---|---|");
        for (Report.BudgetUse use : report.budgets()) {
            lines.add("| `" + use.name() + "` | " + Quantities.of(use.value(), use.unit()) + " of "
                    + Quantities.of(use.limit(), use.unit()) + " | " + Quantities.share(use.use()) + " |");
        }
        for (Map.Entry<String, Report.Quantity> metric : report.metrics().entrySet()) {
            boolean limited = report.budgets().stream().anyMatch(b -> b.name().equals(metric.getKey()));
            if (!limited) {
                lines.add("| `" + metric.getKey() + "` | "
                        + Quantities.of(
                                metric.getValue().value(), metric.getValue().unit()) + " | |");
            }
        }
        report.violations().forEach(v -> lines.add("| violated | " + v.message() + " | |"));
        return String.join("\n", lines);
    }

    /** {@code feasible, 64553, gap 286 %}. */
    static String summary(Report report) {
        String status = report.status().name().toLowerCase(Locale.ROOT);
        Report.Objective objective = report.objective();
        if (objective == null) {
            return status;
        }
        String value = ", " + Quantities.of(objective.value());
        return switch (report.status()) {
            case FEASIBLE, OPTIMAL -> status + value + ", gap " + Quantities.gap(objective.gap());
            case EVALUATED, VIOLATED -> status + value;
        };
    }

    private static String stale(Results.Known known) {
        return known.current() ? "" : " (before the last edit)";
    }

    private static String line(String name, String value) {
        return "| " + name + " | " + value + " |";
    }
}
