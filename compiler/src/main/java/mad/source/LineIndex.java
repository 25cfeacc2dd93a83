package mad.source;

import java.util.Arrays;

/** Offsets and lines of one text, in UTF-16 code units. A line ends with {@code \n}, {@code \r\n} or {@code \r}. */
public final class LineIndex {
    private final int[] starts;
    private final int length;

    public LineIndex(String text) {
        int[] found = new int[16];
        int count = 1;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\n' || c == '\r' && !(i + 1 < text.length() && text.charAt(i + 1) == '\n')) {
                if (count == found.length) {
                    found = Arrays.copyOf(found, count * 2);
                }
                found[count++] = i + 1;
            }
        }
        this.starts = Arrays.copyOf(found, count);
        this.length = text.length();
    }

    /** The length of the text. */
    public int length() {
        return length;
    }

    public int lines() {
        return starts.length;
    }

    /** The line and column of {@code offset}; an offset outside the text counts as its nearest end. */
    public Position position(int offset) {
        int inside = Math.clamp(offset, 0, length);
        int found = Arrays.binarySearch(starts, inside);
        int line = found >= 0 ? found : -found - 2;
        return new Position(line, inside - starts[line]);
    }

    /** The offset of {@code position}; a column past the end of its line counts as that end, a line past the last as the end of the text. */
    public int offset(Position position) {
        if (position.line() >= starts.length) {
            return length;
        }
        int end = position.line() + 1 < starts.length ? starts[position.line() + 1] : length;
        return Math.min(starts[position.line()] + position.column(), end);
    }

    /** A place counted from 0, as editors count; people count from 1. */
    public record Position(int line, int column) {
        public int humanLine() {
            return line + 1;
        }

        public int humanColumn() {
            return column + 1;
        }
    }
}
