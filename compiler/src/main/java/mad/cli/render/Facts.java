package mad.cli.render;

import java.util.ArrayList;
import java.util.List;

/** Short statements under names that stand in the margin. */
final class Facts {
    /** Stands between statements. */
    static final String DOT = "  ·  ";

    private Facts() {}

    record Fact(String name, String text, Tone tone) {}

    /** A name that is that of the line before is not repeated. */
    static List<String> lines(List<Fact> facts, Screen screen) {
        int margin = facts.stream().mapToInt(f -> f.name().length()).max().orElse(0) + 2;
        List<String> lines = new ArrayList<>();
        String last = "";
        for (Fact fact : facts) {
            String name = fact.name().equals(last) ? "" : fact.name();
            String start = screen.paint(Tone.QUIET, name) + " ".repeat(margin - name.length());
            for (String part : parts(fact.text(), screen, margin)) {
                lines.add(start + screen.paint(fact.tone(), part));
                start = " ".repeat(margin);
            }
            last = fact.name();
        }
        return lines;
    }

    /** Broken between statements, and inside one only where it is too long for a line. */
    private static List<String> parts(String text, Screen screen, int margin) {
        int room = screen.columns() - margin;
        String dot = screen.either(DOT, ", ");
        List<String> lines = new ArrayList<>();
        for (String statement : Printable.safe(text).split(DOT)) {
            String joined = lines.isEmpty() ? "" : lines.getLast() + dot + statement;
            if (!lines.isEmpty() && DisplayWidth.of(joined) <= room) {
                lines.set(lines.size() - 1, joined);
            } else if (DisplayWidth.of(statement) <= room) {
                lines.add(statement);
            } else {
                lines.addAll(Wrapping.wrap(statement, room, 0));
            }
        }
        return lines;
    }
}
