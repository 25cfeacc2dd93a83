package mad.cli.render;

import java.util.ArrayList;
import java.util.List;

/** The little Markdown of explanations and documentation, for a terminal. */
public final class MarkdownText {
    private static final String FENCE = "```";

    private MarkdownText() {}

    public static List<String> lines(String markdown, Screen screen) {
        List<String> lines = new ArrayList<>();
        List<String> paragraph = new ArrayList<>();
        boolean code = false;
        for (String line : markdown.lines().toList()) {
            boolean fence = line.strip().startsWith(FENCE);
            if (fence || code || line.isBlank() || line.startsWith("#") || startsItem(line)) {
                flush(paragraph, lines, screen);
            }
            if (fence) {
                code = !code;
            } else if (code) {
                lines.add(("    " + line).stripTrailing());
            } else if (line.isBlank()) {
                lines.add("");
            } else if (line.startsWith("#")) {
                lines.add(screen.paint(Tone.STRONG, line.replaceFirst("^#+ *", "")));
            } else {
                paragraph.add(line.strip());
            }
        }
        flush(paragraph, lines, screen);
        return lines;
    }

    private static boolean startsItem(String line) {
        String start = line.strip();
        return start.startsWith("- ") || start.startsWith("* ") || start.startsWith("|");
    }

    private static void flush(List<String> paragraph, List<String> lines, Screen screen) {
        if (paragraph.isEmpty()) {
            return;
        }
        String text = String.join(" ", paragraph);
        String indent = startsItem(text) ? "  " : "";
        List<String> wrapped = Wrapping.wrap(text, Math.min(screen.columns(), 100), 0);
        lines.add(wrapped.getFirst());
        wrapped.stream().skip(1).forEach(rest -> lines.add(indent + rest));
        paragraph.clear();
    }
}
