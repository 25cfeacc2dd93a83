package mad.cli.render;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** A table that drops its least important columns until it fits, and draws closer together before it drops one that matters. */
final class Grid {
    private static final int WIDE_GAP = 2;
    private static final int NARROW_GAP = 1;

    /** Columns of a higher number are conveniences. */
    private static final int MATTERS = 4;

    private final List<Column> columns = new ArrayList<>();

    enum Side {
        LEFT,
        RIGHT
    }

    /** @param tone of the cell; the last row is the total and always strong */
    record Cell(String text, Tone tone) {
        static final Cell EMPTY = plain("");

        static Cell plain(String text) {
            return new Cell(text, Tone.PLAIN);
        }
    }

    /**
     * @param importance columns of the highest number are dropped first; those of 0 never
     * @param joined whether only one space separates it from the column before
     */
    record Column(String title, Side side, int importance, boolean joined, List<Cell> cells) {
        Column {
            cells = List.copyOf(cells);
        }

        int width() {
            int widest = cells.stream()
                    .mapToInt(c -> DisplayWidth.of(c.text()))
                    .max()
                    .orElse(0);
            return Math.max(DisplayWidth.of(title), widest);
        }

        boolean isEmpty() {
            return cells.stream().allMatch(c -> c.text().isEmpty());
        }
    }

    void add(String title, Side side, int importance, List<Cell> cells) {
        add(new Column(title, side, importance, false, cells));
    }

    /** Adds a column that belongs to the one before it and goes when that goes. */
    void join(String title, Side side, int importance, List<Cell> cells) {
        add(new Column(title, side, importance, true, cells));
    }

    private void add(Column column) {
        if (!column.isEmpty()) {
            columns.add(column);
        }
    }

    /** With the last row as a total. */
    List<String> lines(Screen screen) {
        return lines(screen, columns.getFirst().cells().size() - 1);
    }

    /** Without a total. */
    List<String> plainLines(Screen screen) {
        return lines(screen, -1);
    }

    private List<String> lines(Screen screen, int total) {
        Layout wide = fitting(screen.columns(), WIDE_GAP);
        Layout layout = wide.losesWhatMatters(columns) ? fitting(screen.columns(), NARROW_GAP) : wide;
        List<String> lines = new ArrayList<>();
        lines.add(screen.paint(Tone.QUIET, layout.header()));
        int rows = columns.getFirst().cells().size();
        for (int row = 0; row < rows; row++) {
            if (row == total) {
                lines.add(screen.paint(Tone.QUIET, screen.either("─", "-").repeat(layout.width())));
            }
            lines.add(layout.row(row, row == total, screen));
        }
        return lines;
    }

    private Layout fitting(int width, int gap) {
        List<Column> kept = new ArrayList<>(columns);
        while (new Layout(kept, gap).width() > width) {
            Column worst = kept.stream()
                    .max(Comparator.comparingInt(Column::importance))
                    .orElseThrow();
            if (worst.importance() == 0) {
                break;
            }
            int first = kept.lastIndexOf(worst);
            kept.remove(first);
            while (first < kept.size() && kept.get(first).joined() && !worst.joined()) {
                kept.remove(first);
            }
        }
        return new Layout(kept, gap);
    }

    /** The columns that are shown, and the space between them. */
    private record Layout(List<Column> columns, int gap) {
        boolean losesWhatMatters(List<Column> all) {
            return all.stream().anyMatch(c -> c.importance() <= MATTERS && !columns.contains(c));
        }

        int width() {
            int width = 0;
            for (int i = 0; i < columns.size(); i++) {
                width += columns.get(i).width() + gap(i);
            }
            return width;
        }

        private int gap(int i) {
            return i == 0 ? 0 : columns.get(i).joined() ? NARROW_GAP : gap;
        }

        String header() {
            StringBuilder line = new StringBuilder();
            for (int i = 0; i < columns.size(); i++) {
                Column column = columns.get(i);
                line.append(" ".repeat(gap(i))).append(aligned(column, column.title(), column.title()));
            }
            return line.toString().stripTrailing();
        }

        /** Blank cells at the end of the row leave no spaces behind, coloured or not. */
        String row(int row, boolean total, Screen screen) {
            StringBuilder line = new StringBuilder();
            int blank = 0;
            for (int i = 0; i < columns.size(); i++) {
                Column column = columns.get(i);
                Cell cell = column.cells().get(row);
                blank += gap(i);
                if (cell.text().isEmpty()) {
                    blank += column.width();
                    continue;
                }
                Tone tone = total && cell.tone() == Tone.PLAIN ? Tone.STRONG : cell.tone();
                line.append(" ".repeat(blank)).append(aligned(column, cell.text(), screen.paint(tone, cell.text())));
                blank = 0;
            }
            return line.toString().stripTrailing();
        }
    }

    private static String aligned(Column column, String text, String painted) {
        String space = " ".repeat(column.width() - DisplayWidth.of(text));
        return column.side() == Side.LEFT ? painted + space : space + painted;
    }
}
