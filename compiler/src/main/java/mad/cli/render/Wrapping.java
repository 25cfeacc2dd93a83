package mad.cli.render;

import java.util.ArrayList;
import java.util.List;

/** Paragraphs broken into lines between words. */
public final class Wrapping {
    /** What the lines after the first are indented by, wherever this is used. */
    private static final int HANGING = 2;

    private Wrapping() {}

    /** At least one line, each at most {@code columns} wide unless a word is wider; {@code used} columns of the first are taken. */
    public static List<String> wrap(String text, int columns, int used) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        int width = used;
        for (String word : text.strip().split(" +")) {
            int added = DisplayWidth.of(word);
            if (!line.isEmpty() && width + 1 + added > columns) {
                lines.add(line.toString());
                line.setLength(0);
                width = HANGING;
            }
            if (!line.isEmpty()) {
                line.append(' ');
                width++;
            }
            line.append(word);
            width += added;
        }
        lines.add(line.toString());
        return lines;
    }
}
