package mad.editor;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import mad.diagnostic.Diagnostic;
import mad.query.MemoryWorld;
import mad.query.Snapshot;
import mad.source.Span;
import org.jspecify.annotations.Nullable;

/**
 * A small project in one text: {@code ‸} is the cursor, {@code ⟨…⟩} are the ranges that are expected, and a line {@code // file: name} starts
 * another file; what stands before the first one is {@code main.mad}.
 */
final class Marked {
    private static final String FILE = "// file: ";

    final Map<String, String> files = new LinkedHashMap<>();
    final List<Span> ranges = new ArrayList<>();
    final Snapshot snapshot;
    private @Nullable String cursorFile;
    private int cursorOffset;

    Marked(String text) {
        String file = "main.mad";
        StringBuilder lines = new StringBuilder();
        for (String line : text.split("(?<=\n)", -1)) {
            if (line.startsWith(FILE)) {
                add(file, lines.toString());
                file = line.substring(FILE.length()).strip();
                lines.setLength(0);
            } else {
                lines.append(line);
            }
        }
        add(file, lines.toString());
        this.snapshot = new Snapshot(new MemoryWorld(files));
    }

    private void add(String file, String text) {
        if (text.isEmpty()) {
            return;
        }
        StringBuilder plain = new StringBuilder();
        List<Integer> open = new ArrayList<>();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '‸' -> {
                    cursorFile = file;
                    cursorOffset = plain.length();
                }
                case '⟨' -> open.add(plain.length());
                case '⟩' -> ranges.add(new Span(file, open.removeLast(), plain.length()));
                default -> plain.append(c);
            }
        }
        files.put(file, plain.toString());
    }

    Cursor cursor() {
        return new Cursor(snapshot, Objects.requireNonNull(cursorFile), cursorOffset);
    }

    List<String> names() {
        return List.copyOf(files.keySet());
    }

    /** The text of a file after edits. */
    static String after(Snapshot snapshot, String file, List<Diagnostic.Edit> edits) {
        return new TreeMap<>(Rename.Applied.texts(snapshot, edits))
                .getOrDefault(file, snapshot.source(file).orElseThrow().text());
    }
}
