package mad.diagnostic;

import java.util.List;
import mad.source.Span;

/**
 * One problem, said once.
 *
 * @param message a full sentence that names the thing and its value, with units
 * @param notes every other party: the earlier definition, the budget in conflict
 * @param fixes edits that remove this diagnostic, the likeliest first
 */
public record Diagnostic(Code code, Span span, String message, List<Note> notes, List<Fix> fixes) {
    public Diagnostic {
        notes = List.copyOf(notes);
        fixes = List.copyOf(fixes);
    }

    public static Diagnostic of(Code code, Span span, String message) {
        return new Diagnostic(code, span, message, List.of(), List.of());
    }

    public Diagnostic note(Span at, String text) {
        return new Diagnostic(code, span, message, append(notes, new Note(at, text)), fixes);
    }

    /** The same with one more fix, unless it is offered already. */
    public Diagnostic fix(String title, Span at, String replacement) {
        Fix fix = new Fix(title, List.of(new Edit(at, replacement)));
        return fixes.contains(fix) ? this : new Diagnostic(code, span, message, notes, append(fixes, fix));
    }

    public Severity severity() {
        return code.severity();
    }

    public record Note(Span span, String text) {}

    public record Fix(String title, List<Edit> edits) {
        public Fix {
            edits = List.copyOf(edits);
        }
    }

    public record Edit(Span span, String replacement) {}

    private static <T> List<T> append(List<T> list, T item) {
        return java.util.stream.Stream.concat(list.stream(), java.util.stream.Stream.of(item))
                .toList();
    }
}
