package mad.cli.render;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import mad.query.StructureReport;

/** What the solver sees in a program, for people: one row per line, columns aligned within a section. */
public final class StructureText {
    private final List<String> lines = new ArrayList<>();

    private StructureText() {}

    public static String of(StructureReport report) {
        StructureText text = new StructureText();
        text.write(report);
        return String.join("\n", text.lines) + "\n";
    }

    private void write(StructureReport report) {
        lines.add("structure of " + report.design() + ": " + report.variables().size() + " variables, "
                + points(report.magnitude()));
        section("variables");
        table(report.variables().stream()
                .map(v -> List.of(v.name(), v.domain(), values(v.values()), place(v.at())))
                .toList());
        section("objective");
        lines.add("  " + report.goal().sense() + ": " + report.goal().bounded() + ", curvature "
                + report.goal().curvature() + place(report.goal().at()));
        if (!report.rows().isEmpty()) {
            section("constraints");
            table(report.rows().stream()
                    .map(r -> List.of(r.name(), r.kind(), detail(r), r.curvature(), place(r.at())))
                    .toList());
            lines.add("");
            report.rows().stream()
                    .map(r -> "  " + r.kind() + ": " + r.meaning())
                    .distinct()
                    .forEach(lines::add);
        }
        if (!report.links().isEmpty()) {
            section("chain");
            List<List<String>> rows = new ArrayList<>();
            for (int i = 0; i < report.links().size(); i++) {
                rows.add(link(i + 1, report.links().get(i)));
            }
            table(rows);
            lines.add("");
            lines.add(
                    "  --: shared with the neighbouring clusters, *: weighs what is carried, swept: never enumerated,");
            lines.add("  tried: in every combination, ends: affine, only the ends of its window matter");
        }
        section("engine");
        lines.add("  " + report.engine() + ": " + report.method());
        if (!report.why().isEmpty()) {
            lines.add("  " + report.why());
        }
    }

    private void section(String title) {
        lines.add("");
        lines.add(title);
    }

    private static String points(double magnitude) {
        if (Double.isInfinite(magnitude)) {
            return "some real";
        }
        return magnitude < 6
                ? Math.round(StrictMath.pow(10, magnitude)) + " points"
                : String.format(Locale.ROOT, "10^%.1f points", magnitude);
    }

    private static String values(long values) {
        return values == 0 ? "real" : values == 1 ? "1 value" : values + " values";
    }

    private static String detail(StructureReport.Row row) {
        String parts = switch (row.kind()) {
            case "budget" -> row.parts() + " products of ";
            case "maximum" -> row.parts() + " rows of ";
            default -> "";
        };
        return parts + row.reads() + (row.reads() == 1 ? " variable" : " variables");
    }

    private static List<String> link(int number, StructureReport.Cluster cluster) {
        String ends = joined(cluster.before()) + " -- " + joined(cluster.after()) + (cluster.weighs() ? "*" : "");
        return List.of(
                Integer.toString(number),
                ends,
                role("swept", cluster.swept()),
                role("tried", cluster.enumerated()),
                role("ends", cluster.ends()),
                String.format(Locale.ROOT, "%.3g cells", cluster.cells()));
    }

    private static String role(String role, List<String> names) {
        return names.isEmpty() ? "" : role + " " + joined(names);
    }

    private static String joined(List<String> names) {
        return names.isEmpty() ? "·" : String.join(", ", names);
    }

    private static String place(StructureReport.Place at) {
        return "  # " + at.file().substring(at.file().lastIndexOf('/') + 1) + ":" + at.line();
    }

    private void table(List<List<String>> rows) {
        int columns = rows.stream().mapToInt(List::size).max().orElse(0);
        int[] widths = new int[columns];
        for (List<String> row : rows) {
            for (int c = 0; c < row.size(); c++) {
                widths[c] = Math.max(widths[c], DisplayWidth.of(row.get(c)));
            }
        }
        for (List<String> row : rows) {
            List<String> cells = new ArrayList<>();
            for (int c = 0; c < row.size(); c++) {
                if (widths[c] > 0) {
                    cells.add(row.get(c) + " ".repeat(widths[c] - DisplayWidth.of(row.get(c))));
                }
            }
            lines.add(cells.stream().collect(Collectors.joining("  ", "  ", "")).stripTrailing());
        }
    }
}
