package mad.cli.render;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import mad.cli.render.Grid.Cell;
import mad.cli.render.Grid.Side;
import mad.query.Report;
import mad.query.Report.Row;

/** One line per stem, stage and head, and the total. */
final class StageTable {
    private static final int BAR = 7;
    private static final int LONGEST_NAME = 20;

    /** Arguments that have columns of their own, or that another column says. */
    private static final Set<String> SHOWN_ELSEWHERE = Set.of("out", "kernel", "stride");

    private final Report report;
    private final List<Row> rows;
    private final Screen screen;
    private final Grid grid = new Grid();

    private StageTable(Report report, Screen screen) {
        this.report = report;
        this.rows = report.stages();
        this.screen = screen;
    }

    static List<String> lines(Report report, Screen screen) {
        return report.stages().isEmpty() ? List.of() : new StageTable(report, screen).lines();
    }

    private List<String> lines() {
        text("stage", Side.LEFT, 0, "total", row -> cut(row.name()));
        text("block", Side.LEFT, 3, "", row -> cut(row.block()));
        text("depth", Side.RIGHT, 1, Long.toString(sum(Row::depth)), row -> Long.toString(row.depth()));
        pair("channels", 1, Row::in, Row::out);
        arguments();
        text("kernel", Side.LEFT, 4, "", this::kernel);
        pair("size", 4, Row::inSize, Row::size);
        amount("params", 2, Row::params);
        share("params");
        amount("MACs", 2, Row::macs);
        share("macs");
        others();
        entropy();
        return grid.lines(screen);
    }

    private void text(String title, Side side, int importance, String total, Function<Row, String> text) {
        List<Cell> cells = new ArrayList<>();
        rows.forEach(row -> cells.add(Cell.plain(text.apply(row))));
        boolean nothing = cells.stream().allMatch(cell -> cell.text().isEmpty());
        cells.add(Cell.plain(nothing ? "" : total));
        grid.add(title, side, importance, cells);
    }

    /** What goes in and what comes out, with the arrows under each other. */
    private void pair(String title, int importance, Function<Row, Long> in, Function<Row, Long> out) {
        int left = rows.stream()
                .mapToInt(r -> in.apply(r).toString().length())
                .max()
                .orElse(1);
        int right = rows.stream()
                .mapToInt(r -> out.apply(r).toString().length())
                .max()
                .orElse(1);
        String arrow = screen.either(" → ", " -> ");
        text(title, Side.LEFT, importance, "", row -> {
            String from = in.apply(row).toString();
            String to = out.apply(row).toString();
            return " ".repeat(left - from.length()) + from + arrow + " ".repeat(right - to.length()) + to;
        });
    }

    /** What else was chosen for the stages: the inner width of a bottleneck, an expansion. What all have in common says nothing. */
    private void arguments() {
        List<Row> stages =
                rows.stream().filter(row -> row.kind().equals("stage")).toList();
        Set<String> names = new LinkedHashSet<>();
        stages.forEach(row -> names.addAll(row.arguments().keySet()));
        names.removeAll(SHOWN_ELSEWHERE);
        for (String name : names) {
            List<String> values =
                    stages.stream().map(row -> argument(row, name)).toList();
            if (values.size() == 1 || values.stream().distinct().count() > 1) {
                text(name, Side.RIGHT, 6, "", row -> argument(row, name));
            }
        }
    }

    private String argument(Row row, String name) {
        Object value = row.arguments().get(name);
        return value == null ? "" : DisplayWidth.cut(ReportText.value(value), 12, screen.either("…", "..."));
    }

    private String kernel(Row row) {
        String kernel = argument(row, "kernel");
        String stride = argument(row, "stride");
        String by = screen.either("×", "x");
        String size = kernel.isEmpty() ? "" : kernel + by + kernel;
        return stride.isEmpty() || stride.equals("1") ? size : (size + " /" + stride).strip();
    }

    private void amount(String title, int importance, ToDoubleFunction<Row> value) {
        String total = Quantities.si(rows.stream().mapToDouble(value).sum(), "", 4);
        text(title, Side.RIGHT, importance, total, row -> Quantities.si(value.applyAsDouble(row), "", 3));
    }

    /** The share of the whole network, where the report knows it by this name. */
    private void share(String metric) {
        if (rows.stream().noneMatch(row -> row.share().containsKey(metric))) {
            return;
        }
        List<Cell> percents = new ArrayList<>();
        List<Cell> bars = new ArrayList<>();
        for (Row row : rows) {
            double share = row.share().getOrDefault(metric, 0.0);
            percents.add(new Cell(share == 0 ? "" : Quantities.percent(share, 1), Tone.PLAIN));
            bars.add(new Cell(Bar.of(share, BAR, screen), Tone.BAR));
        }
        percents.add(Cell.EMPTY);
        bars.add(Cell.EMPTY);
        grid.join("share", Side.RIGHT, 5, percents);
        grid.join("", Side.LEFT, 7, bars);
    }

    /** Every other budget that the stages share. */
    private void others() {
        Set<String> names = new LinkedHashSet<>();
        rows.forEach(row -> names.addAll(row.share().keySet()));
        names.removeAll(Set.of("params", "macs"));
        for (String name : names) {
            String unit = report.budgets().stream()
                    .filter(use -> use.name().equals(name))
                    .map(Quantities::unit)
                    .findFirst()
                    .orElse("");
            text(name, Side.RIGHT, 6, "", row -> {
                Double value = row.metrics().get(name);
                return value == null ? "" : Quantities.si(value, unit, 3);
            });
            share(name);
        }
    }

    private void entropy() {
        if (rows.stream().anyMatch(row -> row.entropy() != 0)) {
            double total = rows.stream().mapToDouble(Row::entropy).sum();
            int decimals = Math.abs(total) < 1000 ? 2 : 1;
            text(
                    "entropy",
                    Side.RIGHT,
                    3,
                    Quantities.fixed(total, decimals),
                    row -> row.entropy() == 0 ? "" : Quantities.fixed(row.entropy(), decimals));
        }
    }

    private long sum(Function<Row, Long> value) {
        return rows.stream().mapToLong(value::apply).sum();
    }

    private String cut(String text) {
        return DisplayWidth.cut(Printable.safe(text), LONGEST_NAME, screen.either("…", "..."));
    }
}
