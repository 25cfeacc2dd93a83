package mad.editor;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import mad.ast.Body;
import mad.ast.Expr;
import mad.ast.Item;
import mad.ast.Statement;
import mad.diagnostic.Diagnostic;
import mad.diagnostic.Severity;
import mad.query.Amount;
import mad.query.Snapshot;
import mad.source.Span;

/** Rewritings that leave the meaning as it is. */
record Refactorings(Cursor cursor, Span range) {
    private static final List<String> PREFIXES = List.of("", "k", "M", "G", "T");

    List<Actions.Action> all() {
        List<Actions.Action> actions = new ArrayList<>();
        extractLet().ifPresent(actions::add);
        extractBlock().ifPresent(actions::add);
        inline().ifPresent(actions::add);
        actions.addAll(convert());
        actions.removeIf(a -> breaks(a.edits()));
        return actions;
    }

    private boolean breaks(List<Diagnostic.Edit> edits) {
        Snapshot before = cursor.snapshot();
        Snapshot after = before.with(Rename.Applied.texts(before, edits));
        return errors(after) > errors(before);
    }

    private long errors(Snapshot snapshot) {
        return snapshot.diagnostics(cursor.file()).stream()
                .filter(d -> d.severity() == Severity.ERROR)
                .count();
    }

    /** The selected expression as a constant of its own, in front of its item. */
    private Optional<Actions.Action> extractLet() {
        if (range.start() == range.end()) {
            return Optional.empty();
        }
        return cursor.at(range.start())
                .item()
                .flatMap(item -> Node.path(cursor.at((range.start() + range.end()) / 2)).stream()
                        .filter(n -> n.syntax() instanceof Expr && n.span().equals(range))
                        .findFirst()
                        .map(n -> {
                            String name = unused("Value");
                            List<Diagnostic.Edit> edits = List.of(
                                    new Diagnostic.Edit(start(item), "let " + name + " = " + text(n.span()) + "\n\n"),
                                    new Diagnostic.Edit(n.span(), name));
                            return Actions.Action.rewrite(Actions.Kind.EXTRACT, "Extract to `let " + name + "`", edits);
                        }));
    }

    /** The statements of a body in place, or the selected ones, as a block of their own. */
    private Optional<Actions.Action> extractBlock() {
        for (Node node : Node.path(cursor.at(range.start())).reversed()) {
            if (node.syntax() instanceof Body body && cursor.item().isPresent()) {
                List<Statement> chosen = body.statements().stream()
                        .filter(s -> range.start() == range.end()
                                || range.start() <= s.span().start() && s.span().end() <= range.end())
                        .toList();
                if (chosen.isEmpty() || chosen.stream().anyMatch(Item.Let.class::isInstance)) {
                    return Optional.empty();
                }
                Span span = chosen.getFirst().span().to(chosen.getLast().span());
                String name = unused("Extracted");
                Parts parts = parameters(span);
                String block = "block " + name + parts.declared() + " {\n  " + text(span) + "\n}\n\n";
                List<Diagnostic.Edit> edits = List.of(
                        new Diagnostic.Edit(start(cursor.item().get()), block),
                        new Diagnostic.Edit(span, name + parts.passed()));
                return Optional.of(
                        Actions.Action.rewrite(Actions.Kind.EXTRACT, "Extract to `block " + name + "`", edits));
            }
        }
        return Optional.empty();
    }

    /** The parameters that a block needs for the names which its statements take from around them. */
    private record Parts(String declared, String passed) {}

    private Parts parameters(Span span) {
        Set<String> names = cursor.module().references().stream()
                .filter(r -> span.start() <= r.use().start() && r.use().end() <= span.end())
                .filter(r -> r.declared().file().equals(cursor.file()) && !inside(r.declared(), span))
                .flatMap(r -> Names.declaration(cursor.snapshot(), r.declared()).stream())
                .filter(d -> d.kind() == Declaration.Kind.PARAMETER || d.kind() == Declaration.Kind.LOCAL)
                .filter(d -> cursor.item().isPresent()
                        && inside(d.whole(), cursor.item().get().span()))
                .map(d -> d.name().text())
                .collect(Collectors.toCollection(java.util.TreeSet::new));
        return names.isEmpty()
                ? new Parts("", "")
                : new Parts(
                        names.stream().map(n -> n + ": int").collect(Collectors.joining(", ", "(", ")")),
                        names.stream().map(n -> n + ": " + n).collect(Collectors.joining(", ", "(", ")")));
    }

    private static boolean inside(Span small, Span large) {
        return large.start() <= small.start() && small.end() <= large.end();
    }

    /** A constant's value in the place of its name, everywhere, and the constant gone. */
    private Optional<Actions.Action> inline() {
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
                ? text(let.value().span())
                : "(" + text(let.value().span()) + ")";
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

    /** {@code span} with the white space behind it, up to the next line. */
    private Span withLine(Span span) {
        String text = cursor.text();
        int end = span.end();
        while (end < text.length() && " \t\r".indexOf(text.charAt(end)) >= 0) {
            end++;
        }
        if (end < text.length() && text.charAt(end) == '\n') {
            end++;
        }
        return new Span(span.file(), span.start(), end);
    }

    /** A number in the units beside its own. */
    private List<Actions.Action> convert() {
        for (Node node : Node.path(cursor).reversed()) {
            if (node.syntax() instanceof Expr.Number number) {
                String unit = number.unit() == null ? "" : number.unit().text();
                int now = PREFIXES.indexOf(unit);
                return now < 0 ? List.of() : conversions(number, unit, now);
            }
        }
        return List.of();
    }

    private List<Actions.Action> conversions(Expr.Number number, String unit, int now) {
        List<Actions.Action> actions = new ArrayList<>();
        String written = unit.isEmpty() ? number.digits() : number.digits() + " " + unit;
        double value = Amount.read(written).orElse(Double.NaN);
        for (int i = Math.max(0, now - 1); i <= Math.min(PREFIXES.size() - 1, now + 1); i++) {
            String digits = java.math.BigDecimal.valueOf(value / Math.pow(1000, i))
                    .stripTrailingZeros()
                    .toPlainString();
            String text = PREFIXES.get(i).isEmpty() ? digits : digits + " " + PREFIXES.get(i);
            boolean exact = Amount.read(text).orElse(Double.NaN) == value && digits.length() <= 12;
            boolean useful = Math.abs(value) >= Math.pow(1000, i) / 100;
            if (i != now && exact && useful) {
                actions.add(Actions.Action.rewrite(
                        Actions.Kind.REWRITE,
                        "Write `" + text + "`",
                        List.of(new Diagnostic.Edit(number.span(), text))));
            }
        }
        return actions;
    }

    private String text(Span span) {
        return cursor.snapshot().text(span);
    }

    /** The place before an item and its documentation. */
    private Span start(Item item) {
        String text = cursor.text();
        int start = item.span().start();
        int line = text.lastIndexOf('\n', Math.max(0, start - 1));
        while (line > 0) {
            int above = text.lastIndexOf('\n', line - 1);
            if (!text.substring(above + 1, line).strip().startsWith("///")) {
                break;
            }
            start = above + 1;
            line = above;
        }
        return new Span(item.span().file(), start, start);
    }

    private String unused(String name) {
        Set<String> known =
                Visible.in(cursor.snapshot(), cursor.file()).things().keySet();
        String free = name;
        for (int i = 2; known.contains(free); i++) {
            free = name + i;
        }
        return free;
    }
}
