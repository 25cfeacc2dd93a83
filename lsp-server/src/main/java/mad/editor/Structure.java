package mad.editor;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import mad.ast.Item;
import mad.query.Snapshot;
import mad.source.LineIndex;
import mad.source.Span;
import mad.syntax.Token;

/** What belongs together in a text: folds and growing selections. Works in broken files, for it asks tokens first. */
public final class Structure {
    private Structure() {}

    public record Fold(int firstLine, int lastLine, Kind kind) {
        /** What is folded. */
        public enum Kind {
            CODE,
            COMMENT,
            IMPORTS
        }
    }

    public static List<Fold> folds(Snapshot snapshot, String file) {
        List<Fold> folds = new ArrayList<>();
        LineIndex lines = snapshot.lines(file);
        String text = snapshot.source(file).map(s -> s.text()).orElse("");
        Deque<Token> open = new ArrayDeque<>();
        Token comment = null;
        Token last = null;
        for (Token token : snapshot.parsed(file).tokens()) {
            boolean isComment = token.kind() == Token.Kind.COMMENT || token.kind() == Token.Kind.DOCUMENTATION;
            if (comment != null && last != null && !(isComment && line(lines, token) == line(lines, last) + 1)) {
                add(folds, line(lines, comment), line(lines, last), Fold.Kind.COMMENT);
                comment = null;
            }
            if (isComment) {
                comment = comment == null ? token : comment;
                last = token;
            } else if (token.kind() == Token.Kind.BRACKET) {
                if ("{([".indexOf(text.charAt(token.start())) >= 0) {
                    open.push(token);
                } else if (!open.isEmpty()) {
                    add(folds, line(lines, open.pop()), line(lines, token) - 1, Fold.Kind.CODE);
                }
            }
        }
        if (comment != null && last != null) {
            add(folds, line(lines, comment), line(lines, last), Fold.Kind.COMMENT);
        }
        imports(snapshot, file, folds);
        return folds;
    }

    private static void imports(Snapshot snapshot, String file, List<Fold> folds) {
        List<Item> imports = snapshot.parsed(file).tree().items().stream()
                .filter(Item.Import.class::isInstance)
                .toList();
        if (imports.size() > 1) {
            LineIndex lines = snapshot.lines(file);
            int first = lines.position(imports.getFirst().span().start()).line();
            int end = lines.position(imports.getLast().span().end()).line();
            add(folds, first, end, Fold.Kind.IMPORTS);
        }
    }

    private static void add(List<Fold> folds, int first, int last, Fold.Kind kind) {
        if (last > first && folds.stream().noneMatch(f -> f.firstLine() == first)) {
            folds.add(new Fold(first, last, kind));
        }
    }

    private static int line(LineIndex lines, Token token) {
        return lines.position(token.start()).line();
    }

    /** Ever larger selections around the cursor, the smallest first. */
    public static List<Span> selections(Cursor cursor) {
        List<Span> spans = new ArrayList<>();
        cursor.word().ifPresent(t -> spans.add(new Span(cursor.file(), t.start(), t.end())));
        for (Node node : Node.path(cursor).reversed()) {
            grow(spans, node.span());
        }
        grow(
                spans,
                new Span(
                        cursor.file(), 0, cursor.snapshot().lines(cursor.file()).length()));
        if (spans.isEmpty()) {
            spans.add(cursor.here());
        }
        return spans;
    }

    private static void grow(List<Span> spans, Span next) {
        Span last = spans.isEmpty() ? null : spans.getLast();
        if (last == null || next.start() <= last.start() && next.end() >= last.end() && !next.equals(last)) {
            spans.add(next);
        }
    }
}
