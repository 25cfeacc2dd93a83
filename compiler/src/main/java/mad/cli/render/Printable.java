package mad.cli.render;

/**
 * A line of somebody's file as it may stand on a terminal: tabs become spaces, and what would move the cursor, change colours or turn
 * the direction of writing becomes {@code �}.
 *
 * @param columnAt where each UTF-16 unit of the original begins, and where the line ends
 */
record Printable(String text, int[] columnAt) {
    private static final int TAB = 4;
    private static final int REPLACEMENT = 0xFFFD;

    static Printable of(String line) {
        StringBuilder text = new StringBuilder();
        int[] columnAt = new int[line.length() + 1];
        int column = 0;
        for (int i = 0; i < line.length(); ) {
            int codePoint = line.codePointAt(i);
            int units = Character.charCount(codePoint);
            for (int unit = 0; unit < units; unit++) {
                columnAt[i + unit] = column;
            }
            if (codePoint == '\t') {
                int width = TAB - column % TAB;
                text.repeat(' ', width);
                column += width;
            } else {
                int shown = isSafe(codePoint) ? codePoint : REPLACEMENT;
                text.appendCodePoint(shown);
                column += DisplayWidth.of(shown);
            }
            i += units;
        }
        columnAt[line.length()] = column;
        return new Printable(text.toString(), columnAt);
    }

    /** A text of any length on one line. */
    static String safe(String text) {
        return of(text.replace('\n', ' ').replace('\r', ' ')).text();
    }

    int width() {
        return columnAt[columnAt.length - 1];
    }

    /** What stands in the columns {@code from} to {@code to}; a wide character that lies across an end becomes a space. */
    String columns(int from, int to) {
        StringBuilder kept = new StringBuilder();
        int column = 0;
        for (int codePoint : text.codePoints().toArray()) {
            int end = column + DisplayWidth.of(codePoint);
            if (column >= from && end <= to) {
                kept.appendCodePoint(codePoint);
            } else if (end > from && column < to) {
                kept.append(' ');
            }
            column = end;
        }
        return kept.toString();
    }

    private static boolean isSafe(int codePoint) {
        boolean turnsWriting =
                (codePoint >= 0x202A && codePoint <= 0x202E) || (codePoint >= 0x2066 && codePoint <= 0x2069);
        return !turnsWriting
                && switch (Character.getType(codePoint)) {
                    case Character.CONTROL,
                            Character.SURROGATE,
                            Character.UNASSIGNED,
                            Character.LINE_SEPARATOR,
                            Character.PARAGRAPH_SEPARATOR -> false;
                    default -> true;
                };
    }
}
