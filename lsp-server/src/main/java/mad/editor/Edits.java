package mad.editor;

import java.util.List;
import mad.diagnostic.Diagnostic;
import mad.format.Formatter;
import mad.query.Snapshot;
import mad.source.SourceFile;
import mad.source.Span;

/** Texts made to look as all files look. */
public final class Edits {
    private Edits() {}

    /** The edits that give a file its canonical form: none where it has it, or has syntax errors. */
    public static List<Diagnostic.Edit> format(Snapshot snapshot, String file) {
        return snapshot.source(file)
                .map(source -> changes(source, Formatter.format(source, snapshot.parsed(file))))
                .orElse(List.of());
    }

    /** Those of {@link #format} in lines of {@code range}; a selection that ends where a line begins leaves that as it is. */
    public static List<Diagnostic.Edit> format(Snapshot snapshot, String file, Span range) {
        return format(snapshot, file).stream()
                .filter(e -> e.span().start() < Math.max(range.end(), range.start() + 1)
                        && range.start() < Math.max(e.span().end(), e.span().start() + 1))
                .toList();
    }

    /** The braces that the closing one before the cursor belongs to; the cursor's own place where there are none. */
    public static Span braces(Cursor cursor) {
        return Node.path(cursor).reversed().stream()
                .map(Node::span)
                .filter(s ->
                        s.start() < cursor.offset() && cursor.snapshot().text(s).endsWith("}"))
                .findFirst()
                .orElse(cursor.here());
    }

    /** The lines that differ, from the first to the last of each run. */
    private static List<Diagnostic.Edit> changes(SourceFile source, String after) {
        return new LineDifference(source, after).edits();
    }
}
