package mad.cli.render;

import java.util.ArrayList;
import java.util.List;
import mad.diagnostic.Diagnostic;
import mad.diagnostic.Severity;
import mad.query.Snapshot;
import mad.source.Span;

/** A diagnostic for people: what is wrong, the line it is in, everybody else involved, and the way out. */
public final class DiagnosticText {
    private DiagnosticText() {}

    public static List<String> lines(Diagnostic diagnostic, Snapshot snapshot, Screen screen) {
        List<String> lines = new ArrayList<>();
        Tone tone = tone(diagnostic.severity());
        String head = word(diagnostic.severity()) + " " + diagnostic.code().id();
        List<String> message = Wrapping.wrap(Printable.safe(diagnostic.message()), screen.columns(), head.length() + 2);
        lines.add(screen.paint(tone, head) + screen.paint(Tone.STRONG, ": " + message.getFirst()));
        message.stream().skip(1).forEach(rest -> lines.add("  " + screen.paint(Tone.STRONG, rest)));
        Snippet snippet = new Snippet(snapshot, screen, gutter(diagnostic, snapshot));
        lines.addAll(snippet.marked(diagnostic.span(), '^', tone));
        for (Diagnostic.Note note : diagnostic.notes()) {
            lines.addAll(labelled("note", Tone.NOTE, note.text(), screen));
            lines.addAll(snippet.marked(note.span(), '-', Tone.NOTE));
        }
        for (Diagnostic.Fix fix : diagnostic.fixes()) {
            lines.addAll(labelled("fix", Tone.GOOD, uncapital(fix.title()), screen));
            if (fix.edits().size() == 1) {
                Diagnostic.Edit edit = fix.edits().getFirst();
                lines.addAll(snippet.repaired(edit.span(), edit.replacement()));
            }
        }
        return lines;
    }

    /** One line, as GCC and CI problem matchers have it. */
    public static String line(Diagnostic diagnostic, Snapshot snapshot) {
        return Snippet.place(snapshot, diagnostic.span()) + ": " + word(diagnostic.severity()) + ": "
                + Printable.safe(diagnostic.message()) + " ["
                + diagnostic.code().id() + "]";
    }

    public static String word(Severity severity) {
        return switch (severity) {
            case ERROR -> "error";
            case WARNING -> "warning";
            case INFO -> "info";
        };
    }

    /** Titles begin a menu's line in an editor; here they go on after a colon. */
    private static String uncapital(String title) {
        return Character.toLowerCase(title.charAt(0)) + title.substring(1);
    }

    private static Tone tone(Severity severity) {
        return switch (severity) {
            case ERROR -> Tone.ERROR;
            case WARNING -> Tone.WARNING;
            case INFO -> Tone.NOTE;
        };
    }

    private static List<String> labelled(String label, Tone tone, String text, Screen screen) {
        List<String> wrapped = Wrapping.wrap(Printable.safe(text), screen.columns() - 2, label.length() + 2);
        List<String> lines = new ArrayList<>();
        lines.add("  " + screen.paint(tone, label) + ": " + wrapped.getFirst());
        wrapped.stream().skip(1).forEach(rest -> lines.add("    " + rest));
        return lines;
    }

    private static int gutter(Diagnostic diagnostic, Snapshot snapshot) {
        List<Span> spans = new ArrayList<>(List.of(diagnostic.span()));
        diagnostic.notes().forEach(note -> spans.add(note.span()));
        diagnostic.fixes().forEach(fix -> fix.edits().forEach(edit -> spans.add(edit.span())));
        return spans.stream()
                .mapToInt(span -> Snippet.gutter(snapshot, span))
                .max()
                .orElse(1);
    }
}
