package mad.emit;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import mad.diagnostic.Diagnostic;
import mad.query.Snapshot;
import mad.source.LineIndex;
import mad.source.Span;

/** Diagnostics for programs: lines and columns from 1 as people count, offsets from 0, all in UTF-16 units. */
public final class DiagnosticJson {
    private final Snapshot snapshot;

    private DiagnosticJson(Snapshot snapshot) {
        this.snapshot = snapshot;
    }

    /** A finding and the files that its places lie in. */
    public record Finding(Diagnostic diagnostic, Snapshot snapshot) {}

    /** All of them as one array. */
    public static String array(List<Finding> findings) {
        return Json.text(json -> json.array(findings, DiagnosticJson::write));
    }

    static void write(Json json, Finding finding) throws IOException {
        new DiagnosticJson(finding.snapshot()).write(json, finding.diagnostic());
    }

    private void write(Json json, Diagnostic diagnostic) throws IOException {
        json.object(o -> {
            o.put("code", diagnostic.code().id());
            o.put("severity", diagnostic.severity().name().toLowerCase(Locale.ROOT));
            o.put("message", diagnostic.message());
            place(o, diagnostic.span());
            o.array(
                    "notes",
                    diagnostic.notes(),
                    (j, note) -> j.object(n -> {
                        n.put("message", note.text());
                        place(n, note.span());
                    }));
            o.array(
                    "fixes",
                    diagnostic.fixes(),
                    (j, fix) -> j.object(f -> {
                        f.put("title", fix.title());
                        f.array(
                                "edits",
                                fix.edits(),
                                (k, edit) -> k.object(e -> {
                                    place(e, edit.span());
                                    e.put("replacement", edit.replacement());
                                }));
                    }));
            o.put("docs", "mad explain " + diagnostic.code().id());
        });
    }

    private void place(Json json, Span span) throws IOException {
        json.put("file", span.file());
        json.object("range", range -> {
            position(range, "start", span.file(), span.start());
            position(range, "end", span.file(), span.end());
        });
    }

    private void position(Json json, String key, String file, int offset) throws IOException {
        LineIndex.Position position = snapshot.lines(file).position(offset);
        json.object(
                key,
                p -> p.put("line", position.humanLine())
                        .put("column", position.humanColumn())
                        .put("offset", offset));
    }
}
