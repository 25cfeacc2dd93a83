package mad;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import mad.diagnostic.Diagnostic;
import mad.query.MemoryWorld;
import mad.query.Snapshot;
import mad.source.LineIndex;
import mad.source.Span;

/**
 * One text that describes a small project and all that MAD says about it.
 *
 * <p>A line {@code // file: name} starts another file; what stands before the first one is {@code main.mad}. Below a line stand, as comments, the
 * diagnostics that begin in it and the notes that point at it:
 *
 * <pre>{@code
 *   stem conw(16)
 * //~    ^^^^ MAD2001: `conw` is neither a primitive layer nor a block known here. Did you mean `conv`?
 * //~         fix: Change to `conv`
 * //~    ---- note: the first definition
 * }</pre>
 *
 * Carets stand under the text meant; where it starts in the first three columns or goes on in other lines, columns are written, {@code 0..6} or {@code 2+3 lines}.
 */
public record Fixture(String name, String text) {
    private static final String MARK = "//~";
    private static final String FILE = "// file: ";

    /** The files of the project, with all marks in place: marks are comments. */
    public Map<String, String> files() {
        Map<String, String> files = new LinkedHashMap<>();
        String file = "main.mad";
        StringBuilder lines = new StringBuilder();
        for (String line : text.split("(?<=\n)", -1)) {
            if (line.startsWith(FILE)) {
                if (!lines.isEmpty() || !file.equals("main.mad")) {
                    files.put(file, lines.toString());
                }
                file = line.substring(FILE.length()).strip();
                lines.setLength(0);
            } else {
                lines.append(line);
            }
        }
        files.put(file, lines.toString());
        return files;
    }

    /** What MAD says about each file of a project that is written in the language. */
    public static Map<String, List<Diagnostic>> diagnostics(Map<String, String> files) {
        Snapshot snapshot = new Snapshot(new MemoryWorld(files));
        Map<String, List<Diagnostic>> all = new LinkedHashMap<>();
        files.keySet().stream().filter(f -> f.endsWith(".mad")).forEach(f -> all.put(f, snapshot.diagnostics(f)));
        return all;
    }

    public Map<String, List<Diagnostic>> diagnostics() {
        return diagnostics(files());
    }

    /** The text as it would be if every mark were true. */
    public String marked() {
        Map<String, List<Diagnostic>> diagnostics = diagnostics();
        StringBuilder all = new StringBuilder();
        files().forEach((file, content) -> {
            if (!all.isEmpty() || !file.equals("main.mad") || text.startsWith(FILE)) {
                all.append(FILE).append(file).append('\n');
            }
            all.append(marked(file, content, diagnostics));
        });
        return all.toString();
    }

    private static String marked(String file, String content, Map<String, List<Diagnostic>> diagnostics) {
        LineIndex index = new LineIndex(content);
        Map<Integer, List<String>> marks = new TreeMap<>();
        for (Diagnostic d : diagnostics.getOrDefault(file, List.of())) {
            List<String> lines = marks.computeIfAbsent(line(index, d.span()), l -> new ArrayList<>());
            String under = under(index, d.span(), '^');
            lines.add(under + " " + d.code().id() + ": " + d.message());
            for (Diagnostic.Fix fix : d.fixes()) {
                lines.add(MARK + " ".repeat(Math.max(1, under.length() - MARK.length() + 1)) + "fix: " + fix.title());
            }
        }
        diagnostics.values().stream()
                .flatMap(List::stream)
                .flatMap(d -> d.notes().stream())
                .filter(n -> n.span().file().equals(file))
                .sorted(Comparator.comparingInt(n -> n.span().start()))
                .forEach(n -> marks.computeIfAbsent(line(index, n.span()), l -> new ArrayList<>())
                        .add(under(index, n.span(), '-') + " note: " + n.text()));
        StringBuilder all = new StringBuilder();
        int number = 0;
        for (String line : content.split("(?<=\n)", -1)) {
            if (!line.startsWith(MARK)) {
                all.append(line);
            }
            List<String> here = marks.getOrDefault(number, List.of());
            if (!here.isEmpty()) {
                all.append(line.endsWith("\n") || all.isEmpty() ? "" : "\n")
                        .append(String.join("\n", here))
                        .append('\n');
            }
            number++;
        }
        return all.toString();
    }

    private static int line(LineIndex index, Span span) {
        return index.position(span.start()).line();
    }

    private static String under(LineIndex index, Span span, char sign) {
        LineIndex.Position start = index.position(span.start());
        LineIndex.Position end = index.position(span.end());
        if (end.line() > start.line()) {
            return MARK + " " + start.column() + "+" + (end.line() - start.line()) + " lines";
        }
        if (start.column() < MARK.length()) {
            return MARK + " " + start.column() + ".." + end.column();
        }
        int length = Math.max(1, end.column() - start.column());
        return MARK
                + " ".repeat(start.column() - MARK.length())
                + String.valueOf(sign).repeat(length);
    }
}
