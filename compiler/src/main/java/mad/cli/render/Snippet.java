package mad.cli.render;

import java.util.ArrayList;
import java.util.List;
import mad.query.Snapshot;
import mad.source.LineIndex;
import mad.source.Span;

/** The source line that a span begins on, with the span marked under it. */
final class Snippet {
    /** Lines longer than this are cut around the span before anything else, so that a file of one long line costs nothing. */
    private static final int LONGEST = 1000;

    private final Snapshot snapshot;
    private final Screen screen;
    private final int gutter;

    /** @param gutter columns for line numbers */
    Snippet(Snapshot snapshot, Screen screen, int gutter) {
        this.snapshot = snapshot;
        this.screen = screen;
        this.gutter = gutter;
    }

    /** Columns that the line number of a span takes. */
    static int gutter(Snapshot snapshot, Span span) {
        return Integer.toString(start(snapshot, span).humanLine()).length();
    }

    /** {@code net.mad:12:9}, counted from 1. */
    static String place(Snapshot snapshot, Span span) {
        LineIndex.Position start = start(snapshot, span);
        return Printable.safe(span.file()) + ":" + start.humanLine() + ":" + start.humanColumn();
    }

    private static LineIndex.Position start(Snapshot snapshot, Span span) {
        return snapshot.lines(span.file()).position(span.start());
    }

    /** Where it is, the line, and the mark under it. */
    List<String> marked(Span span, char mark, Tone tone) {
        List<String> lines = new ArrayList<>();
        lines.add(quiet(" ".repeat(gutter) + screen.either(" ╭─ ", "--> ")) + place(snapshot, span));
        if (snapshot.source(span.file()).isEmpty()) {
            return lines;
        }
        Window window = window(span);
        lines.add(row(Integer.toString(window.number()), window.text()));
        String marks = " ".repeat(window.from())
                + screen.paint(tone, String.valueOf(mark).repeat(window.width()));
        lines.add(row(
                "", marks + (window.more() == 0 ? "" : quiet(" … to line " + (window.number() + window.more())))));
        return lines;
    }

    /** The line as it reads once {@code replacement} stands in the place of the span. */
    List<String> repaired(Span span, String replacement) {
        if (snapshot.source(span.file()).isEmpty() || replacement.contains("\n")) {
            return List.of();
        }
        Window window = window(span);
        if (window.more() > 0) {
            return List.of();
        }
        Printable line = Printable.of(window.text());
        String left = line.columns(0, window.from());
        boolean inserted = span.start() == span.end();
        String right = line.columns(window.from() + (inserted ? 0 : window.width()), Integer.MAX_VALUE);
        String text = left + screen.paint(Tone.GOOD, Printable.safe(replacement)) + right;
        return List.of(row(Integer.toString(window.number()), text.stripTrailing()));
    }

    String row(String number, String text) {
        String line = " ".repeat(gutter - number.length()) + number + screen.either(" │ ", " | ");
        return text.isEmpty() ? quiet(line.stripTrailing()) : quiet(line) + text;
    }

    private String quiet(String text) {
        return screen.paint(Tone.QUIET, text);
    }

    /**
     * The part of the line that fits on the screen.
     *
     * @param from the column of the text at which the span begins
     * @param more how many further lines the span goes on
     */
    private record Window(int number, String text, int from, int width, int more) {}

    private Window window(Span span) {
        LineIndex index = snapshot.lines(span.file());
        String text = snapshot.source(span.file()).orElseThrow().text();
        LineIndex.Position start = index.position(span.start());
        LineIndex.Position end = index.position(Math.max(span.start(), span.end() - 1));
        int lineStart = index.offset(new LineIndex.Position(start.line(), 0));
        int lineEnd = lineStart;
        while (lineEnd < text.length() && text.charAt(lineEnd) != '\n' && text.charAt(lineEnd) != '\r') {
            lineEnd++;
        }
        int at = Math.clamp(span.start(), lineStart, lineEnd);
        int from = Math.max(lineStart, at - LONGEST);
        int to = Math.min(lineEnd, at + LONGEST);
        Printable line = Printable.of(text.substring(from, to));
        int left = line.columnAt()[at - from];
        int right = line.columnAt()[Math.clamp(span.end(), at, to) - from];
        return cut(line, left, Math.max(1, right - left), start.humanLine(), end.line() - start.line());
    }

    private Window cut(Printable line, int left, int width, int number, int more) {
        int room = screen.columns() - gutter - 3;
        if (line.width() <= room) {
            return new Window(number, line.text().stripTrailing(), left, width, more);
        }
        String dots = screen.either("…", "...");
        int inner = room - 2 * dots.length();
        int first = Math.clamp(left - inner / 3, 0, Math.max(0, line.width() - inner));
        String before = first == 0 ? "" : dots;
        String after = first + inner >= line.width() ? "" : dots;
        String shown = before + line.columns(first, first + inner) + after;
        int from = left - first + before.length();
        return new Window(number, shown, from, Math.min(width, first + inner - left), more);
    }
}
