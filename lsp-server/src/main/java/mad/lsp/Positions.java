package mad.lsp;

import mad.source.LineIndex;

/** Offsets of an editor's positions: a column past the end of its line is that end, before the line break. */
public final class Positions {
    private Positions() {}

    public static int offset(String text, LineIndex lines, LineIndex.Position position) {
        int line = Math.max(0, position.line());
        int start = lines.offset(new LineIndex.Position(line, 0));
        int next = line + 1 < lines.lines() ? lines.offset(new LineIndex.Position(line + 1, 0)) : text.length();
        int end = next;
        while (end > start && (text.charAt(end - 1) == '\n' || text.charAt(end - 1) == '\r')) {
            end--;
        }
        return line >= lines.lines()
                ? text.length()
                : Math.clamp((long) start + position.column(), start, Math.max(start, end));
    }
}
