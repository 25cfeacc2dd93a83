package mad.editor;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import mad.diagnostic.Diagnostic;
import mad.diagnostic.Severity;
import mad.source.Span;

/** What can be done at a place: mending what is wrong, and rewriting what is not. */
public final class Actions {
    private Actions() {}

    /** The protocol's kinds, by meaning. */
    public enum Kind {
        QUICK_FIX,
        EXTRACT,
        INLINE,
        REWRITE,
        ORGANISE_IMPORTS,
        FIX_ALL
    }

    /** @param mends the diagnostic that this removes, if it is a fix */
    public record Action(String title, Kind kind, List<Diagnostic.Edit> edits, Optional<Diagnostic> mends) {
        public Action {
            edits = List.copyOf(edits);
        }

        static Action rewrite(Kind kind, String title, List<Diagnostic.Edit> edits) {
            return new Action(title, kind, edits, Optional.empty());
        }
    }

    /** @param said what is wrong in the file, the solver's findings included */
    public static List<Action> at(Cursor cursor, Span range, List<Diagnostic> said) {
        List<Action> actions = new ArrayList<>();
        for (Diagnostic diagnostic : said) {
            boolean here = diagnostic.span().start() <= range.end()
                    && range.start() <= diagnostic.span().end();
            if (here) {
                actions.addAll(fixes(cursor, diagnostic));
            }
        }
        Refactorings refactorings = new Refactorings(cursor, range);
        actions.addAll(refactorings.all());
        source(cursor, said, actions);
        // Two designs may break one limit, and be mended by the same edit.
        Set<String> known = new HashSet<>();
        actions.removeIf(a -> !known.add(a.title() + a.edits()));
        return actions;
    }

    /** The ways to remove a diagnostic, the likeliest first. */
    public static List<Action> fixes(Cursor cursor, Diagnostic diagnostic) {
        List<Action> actions = new ArrayList<>();
        for (Diagnostic.Fix fix : diagnostic.fixes()) {
            actions.add(new Action(capital(fix.title()), Kind.QUICK_FIX, fix.edits(), Optional.of(diagnostic)));
        }
        for (Diagnostic.Fix fix : new MoreFixes(cursor, diagnostic).all()) {
            actions.add(new Action(capital(fix.title()), Kind.QUICK_FIX, fix.edits(), Optional.of(diagnostic)));
        }
        return actions;
    }

    private static String capital(String title) {
        return Character.toUpperCase(title.charAt(0)) + title.substring(1);
    }

    private static void source(Cursor cursor, List<Diagnostic> said, List<Action> actions) {
        List<Diagnostic.Edit> organised = Imports.organise(cursor.snapshot(), cursor.file());
        if (!organised.isEmpty()) {
            actions.add(Action.rewrite(Kind.ORGANISE_IMPORTS, "Organise imports", organised));
        }
        List<Diagnostic.Edit> all = new ArrayList<>();
        Set<Span> taken = new HashSet<>();
        for (Diagnostic diagnostic : said) {
            List<Diagnostic.Fix> fixes = diagnostic.fixes();
            boolean free = diagnostic.severity() != Severity.INFO
                    && fixes.size() == 1
                    && fixes.getFirst().edits().stream()
                            .allMatch(e -> taken.stream().noneMatch(t -> overlap(t, e.span())));
            if (free) {
                fixes.getFirst().edits().forEach(e -> taken.add(e.span()));
                all.addAll(fixes.getFirst().edits());
            }
        }
        if (!all.isEmpty()) {
            actions.add(Action.rewrite(Kind.FIX_ALL, "Fix everything that has one fix", all));
        }
    }

    private static boolean overlap(Span a, Span b) {
        return a.file().equals(b.file()) && a.start() <= b.end() && b.start() <= a.end();
    }
}
