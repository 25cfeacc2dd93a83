package mad.cli.render;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import mad.query.Report;
import mad.query.Report.ActiveBound.Kind;

/** A design on one screen: what it is, its stages, what it costs, and what stops it from being better. */
public final class ReportText {
    private ReportText() {}

    public static List<String> lines(Report report, Screen screen) {
        List<String> lines = new ArrayList<>(head(report, screen));
        lines.add("");
        lines.addAll(StageTable.lines(report, screen));
        section(lines, BudgetLines.lines(report, screen));
        List<Facts.Fact> facts = new ArrayList<>();
        violations(report, facts);
        bounds(report, facts);
        facts.addAll(numbers(report));
        section(lines, Facts.lines(facts, screen));
        return lines;
    }

    private static void section(List<String> lines, List<String> more) {
        if (!more.isEmpty()) {
            lines.add("");
            lines.addAll(more);
        }
    }

    private static List<String> head(Report report, Screen screen) {
        List<String> lines = new ArrayList<>();
        String arguments = report.arguments().isEmpty() ? "" : "(" + assignments(report.arguments()) + ")";
        String name = report.design() + arguments;
        String space = " of " + report.space();
        String status = status(report);
        String painted = screen.paint(Tone.STRONG, name) + screen.paint(Tone.QUIET, space);
        String right = screen.paint(tone(report.status()), status);
        lines.addAll(spread(painted, DisplayWidth.of(name + space), right, DisplayWidth.of(status), screen));
        Report.Objective objective = report.objective();
        if (objective != null) {
            String goal = objective.maximize() ? "maximize " : "minimize ";
            String value = Quantities.plain(objective.value(), 9);
            String bound = "bound " + Quantities.bound(objective.bound(), 9);
            int room = screen.columns() - DisplayWidth.of(goal + " = " + value + bound) - 2;
            String text =
                    DisplayWidth.cut(Printable.safe(objective.text()), Math.max(12, room), screen.either("…", "..."));
            String left = screen.paint(Tone.QUIET, goal) + text + " = " + screen.paint(Tone.STRONG, value);
            int width = DisplayWidth.of(goal + text + " = " + value);
            lines.addAll(spread(left, width, screen.paint(Tone.QUIET, bound), DisplayWidth.of(bound), screen));
        }
        Optional.ofNullable(report.solver()).ifPresent(solver -> lines.addAll(solver(solver, screen)));
        return lines;
    }

    private static List<String> solver(Report.SolverFacts solver, Screen screen) {
        String dot = screen.either(Facts.DOT, ", ");
        String text = solver.method() + ", seed " + solver.seed() + dot + Quantities.duration(solver.seconds()) + dot
                + Quantities.si(solver.evaluations(), "", 3) + " evaluations" + dot + solver.termination();
        return Wrapping.wrap(Printable.safe(text), screen.columns(), 0).stream()
                .map(line -> screen.paint(Tone.QUIET, line))
                .toList();
    }

    /** Left and right on one line, or one under the other. */
    private static List<String> spread(String left, int leftWidth, String right, int rightWidth, Screen screen) {
        int space = screen.columns() - leftWidth - rightWidth;
        return space >= 2 ? List.of(left + " ".repeat(space) + right) : List.of(left, right);
    }

    private static String status(Report report) {
        Report.Objective objective = report.objective();
        String gap = objective == null ? "" : ", gap " + Quantities.gap(objective.gap());
        return switch (report.status()) {
            case EVALUATED -> "evaluated";
            case FEASIBLE -> "feasible" + gap;
            case OPTIMAL -> "optimal" + gap;
            case VIOLATED ->
                report.violations().size() == 1
                        ? "1 condition does not hold"
                        : report.violations().size() + " conditions do not hold";
        };
    }

    public static String status(Report.Status status) {
        return status.name().toLowerCase(Locale.ROOT);
    }

    private static Tone tone(Report.Status status) {
        return switch (status) {
            case EVALUATED -> Tone.NOTE;
            case FEASIBLE -> Tone.WARNING;
            case OPTIMAL -> Tone.GOOD;
            case VIOLATED -> Tone.ERROR;
        };
    }

    private static void violations(Report report, List<Facts.Fact> facts) {
        report.violations().forEach(v -> facts.add(new Facts.Fact("violated", v.message(), Tone.BROKEN)));
    }

    private static void bounds(Report report, List<Facts.Fact> facts) {
        String active = report.activeBounds().stream()
                .filter(bound -> bound.kind() == Kind.BUDGET || bound.kind() == Kind.CONSTRAINT)
                .map(bound -> limit(bound, report))
                .collect(Collectors.joining(Facts.DOT));
        if (!active.isEmpty()) {
            facts.add(new Facts.Fact("active", active, Tone.PLAIN));
        }
        ends(report, Kind.UPPER_END, "largest", facts);
        ends(report, Kind.LOWER_END, "smallest", facts);
    }

    private static String limit(Report.ActiveBound bound, Report report) {
        return bound.kind() == Kind.BUDGET
                ? bound.name() + " (" + Quantities.si(bound.slack(), unit(bound, report), 3) + " left)"
                : bound.name();
    }

    /** Decisions at the end of their range, by what is decided: {@code depth of s1, s4}. Their values stand in the table. */
    private static void ends(Report report, Kind end, String name, List<Facts.Fact> facts) {
        Map<String, List<String>> owners = new TreeMap<>();
        for (Report.ActiveBound bound : report.activeBounds()) {
            if (bound.kind() == end) {
                int dot = bound.name().lastIndexOf('.');
                owners.computeIfAbsent(bound.name().substring(dot + 1), k -> new ArrayList<>())
                        .add(bound.name().substring(0, Math.max(0, dot)));
            }
        }
        String text = owners.entrySet().stream()
                .map(e -> e.getKey() + (e.getValue().contains("") ? "" : " of " + String.join(", ", e.getValue())))
                .collect(Collectors.joining(Facts.DOT));
        if (!text.isEmpty()) {
            facts.add(new Facts.Fact(name, text, Tone.PLAIN));
        }
    }

    private static String unit(Report.ActiveBound bound, Report report) {
        return report.budgets().stream()
                .filter(b -> bound.name().equals(b.name()) || bound.name().equals(b.budget() + "." + b.name()))
                .map(Quantities::unit)
                .findFirst()
                .orElse("");
    }

    /** The naive measures of a network's power stand beside its entropy: the paper's comparison. */
    private static List<Facts.Fact> numbers(Report report) {
        List<Facts.Fact> facts = new ArrayList<>();
        String metrics = report.metrics().entrySet().stream()
                .filter(e -> report.budgets().stream().noneMatch(b -> b.name().equals(e.getKey())))
                .map(e -> e.getKey() + " " + Quantities.metric(e.getValue()))
                .collect(Collectors.joining(Facts.DOT));
        if (!metrics.isEmpty()) {
            facts.add(new Facts.Fact("metrics", metrics, Tone.PLAIN));
        }
        long params = report.stages().stream().mapToLong(Report.Row::params).sum();
        long macs = report.stages().stream().mapToLong(Report.Row::macs).sum();
        int layers = report.stages().stream().mapToInt(Report.Row::layers).sum();
        double widths =
                report.stages().stream().mapToDouble(Report.Row::entropy).sum();
        String baselines = String.join(
                Facts.DOT,
                "params " + Quantities.si(params, "", 5),
                "MACs " + Quantities.si(macs, "", 5),
                "layers " + layers,
                "sum of log widths " + Quantities.plain(widths, 6));
        facts.add(new Facts.Fact("baselines", baselines, Tone.PLAIN));
        return facts;
    }

    static String assignments(Map<String, Object> values) {
        return values.entrySet().stream()
                .map(e -> e.getKey() + " = " + value(e.getValue()))
                .collect(Collectors.joining(", "));
    }

    static String value(Object value) {
        return value instanceof Double number
                ? Quantities.written(number, "")
                : String.format(Locale.ROOT, "%s", value);
    }
}
