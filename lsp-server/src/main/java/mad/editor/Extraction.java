package mad.editor;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import mad.ast.Body;
import mad.ast.Expr;
import mad.ast.Item;
import mad.ast.Member;
import mad.ast.Statement;
import mad.diagnostic.Diagnostic;
import mad.source.Span;

/**
 * Gives a piece of an item a name of its own.
 *
 * @param range what is selected; where that is nothing, what the cursor is in
 * @param sound whether edits leave the file without new errors
 */
record Extraction(Cursor cursor, Span range, Predicate<List<Diagnostic.Edit>> sound) {
    List<Actions.Action> all() {
        return cursor.item().stream()
                .flatMap(item -> List.of(let(item), block(item), space(item)).stream())
                .flatMap(Optional::stream)
                .toList();
    }

    /** The selected expression as a constant: in front of its item, or of its statement where it uses what only the item knows. */
    private Optional<Actions.Action> let(Item item) {
        if (range.start() == range.end()) {
            return Optional.empty();
        }
        String name = unused("Value");
        String line = "let " + name + " = " + text(range);
        List<Node> path = Node.path(cursor.at((range.start() + range.end()) / 2));
        boolean isExpression = path.stream()
                .anyMatch(n -> n.syntax() instanceof Expr && n.span().equals(range));
        Diagnostic.Edit use = new Diagnostic.Edit(range, name);
        List<Diagnostic.Edit> above = List.of(new Diagnostic.Edit(before(item), line + "\n\n"), use);
        Optional<List<Diagnostic.Edit>> beside = statement(path)
                .map(s -> List.of(new Diagnostic.Edit(new Span(s.file(), s.start(), s.start()), line + "\n  "), use));
        return Optional.of(above)
                .filter(e -> isExpression)
                .filter(sound)
                .or(() -> beside.filter(e -> isExpression))
                .map(edits -> Actions.Action.rewrite(Actions.Kind.EXTRACT, "Extract to `let " + name + "`", edits));
    }

    /** The statement of a body, or member of a space, that the selection is in. */
    private Optional<Span> statement(List<Node> path) {
        for (Node node : path.reversed()) {
            List<Span> lines = switch (node.syntax()) {
                case Body body ->
                    body.statements().stream().map(Statement::span).toList();
                case Item.Space space ->
                    space.members().stream().map(Member::span).toList();
                default -> List.of();
            };
            Optional<Span> line = lines.stream()
                    .filter(s -> s.start() <= range.start() && range.end() <= s.end())
                    .findFirst();
            if (line.isPresent()) {
                return line;
            }
        }
        return Optional.empty();
    }

    /** The statements of a body in place, or the selected ones, as a block. */
    private Optional<Actions.Action> block(Item item) {
        for (Node node : Node.path(cursor.at(range.start())).reversed()) {
            if (node.syntax() instanceof Body body) {
                List<Statement> chosen = body.statements().stream()
                        .filter(s -> range.start() == range.end() || isSelected(s.span()))
                        .toList();
                return chosen.isEmpty() || chosen.stream().anyMatch(Item.Let.class::isInstance)
                        ? Optional.empty()
                        : block(
                                item,
                                chosen.getFirst().span().to(chosen.getLast().span()));
            }
        }
        return Optional.empty();
    }

    private Optional<Actions.Action> block(Item item, Span piece) {
        String name = unused("Extracted");
        FreeNames free = FreeNames.of(cursor, item, piece);
        return first(
                "Extract to `block " + name + "`",
                free.declared().stream()
                        .map(parameters -> List.of(
                                new Diagnostic.Edit(
                                        before(item),
                                        "block " + name + parameters + " {\n  " + text(piece) + "\n}\n\n"),
                                new Diagnostic.Edit(piece, name + free.passed())))
                        .toList());
    }

    /** The selected members, the first of their space, as a space that it extends. */
    private Optional<Actions.Action> space(Item item) {
        if (!(item instanceof Item.Space space) || space.base() != null || range.start() == range.end()) {
            return Optional.empty();
        }
        List<Member> chosen =
                space.members().stream().filter(m -> isSelected(m.span())).toList();
        if (chosen.isEmpty()
                || !chosen.getFirst().equals(space.members().getFirst())
                || chosen.size() == space.members().size()) {
            return Optional.empty();
        }
        Span piece = chosen.getFirst().span().to(chosen.getLast().span());
        String name = unused("Base");
        FreeNames free = FreeNames.of(cursor, item, piece);
        int brace = cursor.text().lastIndexOf('{', piece.start());
        int next = space.members().get(chosen.size()).span().start();
        Span gap = new Span(piece.file(), brace, brace);
        return first(
                "Extract to `space " + name + "`",
                free.declared().stream()
                        .map(parameters -> List.of(
                                new Diagnostic.Edit(
                                        before(item),
                                        "space " + name + parameters + " {\n  " + text(piece) + "\n}\n\n"),
                                new Diagnostic.Edit(gap, "extends " + name + free.passed() + " "),
                                new Diagnostic.Edit(new Span(piece.file(), piece.start(), next), "")))
                        .toList());
    }

    /** The first way that leaves no new error: types that nobody wrote down are found by trying them. */
    private Optional<Actions.Action> first(String title, List<List<Diagnostic.Edit>> ways) {
        return ways.stream()
                .filter(sound)
                .findFirst()
                .map(edits -> Actions.Action.rewrite(Actions.Kind.EXTRACT, title, edits));
    }

    private boolean isSelected(Span span) {
        return range.start() <= span.start() && span.end() <= range.end();
    }

    private String text(Span span) {
        return cursor.snapshot().text(span);
    }

    /** The place before an item and its documentation. */
    private Span before(Item item) {
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
