package mad.cli.render;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import mad.query.Report;
import mad.query.Study;

/** The points of a study as a table. */
public final class StudyTable {
    private static final int DIGITS = 8;

    private StudyTable() {}

    public static List<String> lines(Study study, Screen screen) {
        List<String> lines = new ArrayList<>();
        String kind = study.kind().name().toLowerCase(Locale.ROOT);
        String goal = study.goal().text().replaceAll("\\s+", " ");
        String sense = study.goal().maximize() ? "maximize " : "minimize ";
        lines.add(screen.paint(Tone.STRONG, study.name())
                + screen.paint(Tone.QUIET, "  " + kind + " of " + study.design()));
        if (!goal.isEmpty()) {
            lines.add(DisplayWidth.cut(sense + goal, screen.columns(), screen.either("…", "...")));
        }
        lines.add("");
        if (study.points().isEmpty()) {
            return lines;
        }
        Grid grid = new Grid();
        for (int i = 0; i < study.axes().size(); i++) {
            int index = i;
            Study.Axis axis = study.axes().get(i);
            grid.add(title(axis, screen), Grid.Side.RIGHT, 0, cells(study, p -> at(p.at().get(index), axis)));
        }
        Study.Axis first = study.axes().getFirst();
        boolean front = study.kind() == Study.Kind.FRONTIER;
        grid.add(first.name(), Grid.Side.RIGHT, 1, cells(study, p -> front ? amount(p.used(), first.unit()) : ""));
        String unit = study.goal().unit();
        grid.add("best", Grid.Side.RIGHT, 0, cells(study, p -> value(p.value(), unit)));
        grid.add("bound", Grid.Side.RIGHT, 1, cells(study, p -> value(p.bound(), unit)));
        grid.add("gap", Grid.Side.RIGHT, 1, cells(study, p -> Double.isFinite(p.gap()) ? Quantities.gap(p.gap()) : ""));
        List<Grid.Cell> states = study.points().stream()
                .map(p -> new Grid.Cell(word(p.status()), tone(p.status())))
                .toList();
        grid.add("status", Grid.Side.LEFT, 0, states);
        grid.add("seconds", Grid.Side.RIGHT, 5, cells(study, StudyTable::seconds));
        lines.addAll(grid.plainLines(screen));
        return lines;
    }

    private static String title(Study.Axis axis, Screen screen) {
        return switch (axis.relation()) {
            case IS -> axis.name();
            case AT_MOST -> axis.name() + screen.either(" ≤", " <=");
            case AT_LEAST -> axis.name() + screen.either(" ≥", " >=");
        };
    }

    private static List<Grid.Cell> cells(Study study, Function<Study.Point, String> text) {
        return study.points().stream().map(text).map(Grid.Cell::plain).toList();
    }

    /** What somebody wrote, as they would; what lies evenly between two ends, in five digits. */
    private static String at(double value, Study.Axis axis) {
        boolean kibi = axis.unit().equals("B") && value % 1024 == 0;
        return axis.relation() == Study.Relation.IS
                ? Quantities.written(value, kibi ? "iB" : axis.unit())
                : amount(value, axis.unit());
    }

    private static String amount(double value, String unit) {
        return Double.isNaN(value) ? "" : Quantities.si(value, unit, 5);
    }

    private static String value(double value, String unit) {
        return !Double.isFinite(value)
                ? ""
                : unit.isEmpty() ? Quantities.plain(value, DIGITS) : Quantities.si(value, unit, 5);
    }

    private static String seconds(Study.Point point) {
        Report report = point.report();
        return report == null || report.solver() == null
                ? ""
                : Quantities.fixed(report.solver().seconds(), 1);
    }

    private static String word(Study.Status status) {
        return status.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static Tone tone(Study.Status status) {
        return switch (status) {
            case OPTIMAL, EVALUATED -> Tone.PLAIN;
            case FEASIBLE, NOTHING_FOUND -> Tone.WARNING;
            case INFEASIBLE, VIOLATED, REFUSED -> Tone.ERROR;
        };
    }
}
