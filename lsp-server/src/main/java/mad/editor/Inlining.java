package mad.editor;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import mad.ast.Expr;
import mad.ast.Item;
import mad.diagnostic.Diagnostic;
import mad.source.Span;

/** Puts a constant's value in the place of its name. */
record Inlining(Cursor cursor) {
    /** A constant's value in the place of its name, everywhere, and the constant gone. */
    Optional<Actions.Action> action() {
        Optional<Names.Meaning> meaning = Names.at(cursor);
        if (meaning.isEmpty() || meaning.get().declared().size() != 1) {
            return Optional.empty();
        }
        Span declared = meaning.get().declared().iterator().next();
        if (!declared.file().equals(cursor.file())) {
            return Optional.empty();
        }
        for (Item item : cursor.tree().items()) {
            List<Item.Let> lets = new ArrayList<>();
            Node.of(item).walk(n -> {
                if (n.syntax() instanceof Item.Let let
                        && let.params() == null
                        && let.name().span().equals(declared)) {
                    lets.add(let);
                }
            });
            if (!lets.isEmpty()) {
                return Optional.of(inlined(lets.getFirst()));
            }
        }
        return Optional.empty();
    }

    private Actions.Action inlined(Item.Let let) {
        String value = isSimple(let.value())
                ? cursor.snapshot().text(let.value().span())
                : "(" + cursor.snapshot().text(let.value().span()) + ")";
        List<Diagnostic.Edit> edits = new ArrayList<>();
        edits.add(new Diagnostic.Edit(withLine(let.span()), ""));
        Cursor name = cursor.at(let.name().span().start());
        Names.occurrences(name, List.of()).stream()
                .filter(s -> !s.equals(let.name().span()))
                .forEach(s -> edits.add(new Diagnostic.Edit(s, value)));
        return Actions.Action.rewrite(
                Actions.Kind.INLINE, "Inline `" + let.name().text() + "`", edits);
    }

    private static boolean isSimple(Expr value) {
        return value instanceof Expr.Number
                || value instanceof Expr.Text
                || value instanceof Expr.Bool
                || value instanceof Expr.Ref
                || value instanceof Expr.ListOf
                || value instanceof Expr.SetOf
                || value instanceof Expr.RecordOf
                || value instanceof Expr.Call;
    }

    /** {@code span} with its line where nothing else stands in that, else with the white space behind it. */
    private Span withLine(Span span) {
        String text = cursor.text();
        int start = span.start();
        while (start > 0 && " \t".indexOf(text.charAt(start - 1)) >= 0) {
            start--;
        }
        int end = span.end();
        while (end < text.length() && " \t\r".indexOf(text.charAt(end)) >= 0) {
            end++;
        }
        boolean first = start == 0 || text.charAt(start - 1) == '\n';
        boolean last = end == text.length() || text.charAt(end) == '\n';
        if (first && last) {
            return new Span(span.file(), start, Math.min(text.length(), end + 1));
        }
        return new Span(span.file(), span.start(), end);
    }
}
