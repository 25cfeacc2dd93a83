package mad.editor;

import java.util.List;
import java.util.Optional;
import mad.ast.Item;
import mad.ast.SourceTree;
import mad.query.Snapshot;
import mad.semantic.AnalyzedModule;
import mad.source.Span;
import mad.syntax.Token;

/** A place in a file of a snapshot; {@code offset} is in UTF-16 units and lies inside the text. */
public record Cursor(Snapshot snapshot, String file, int offset) {
    public Cursor {
        offset = Math.clamp(offset, 0, snapshot.lines(file).length());
    }

    public Cursor at(int other) {
        return new Cursor(snapshot, file, other);
    }

    String text() {
        return snapshot.source(file).map(s -> s.text()).orElse("");
    }

    SourceTree tree() {
        return snapshot.parsed(file).tree();
    }

    AnalyzedModule module() {
        return snapshot.module(file);
    }

    List<Token> tokens() {
        return snapshot.parsed(file).tokens();
    }

    /** The word that the cursor is in or behind: a name, a keyword, a unit. */
    Optional<Token> word() {
        return tokens().stream()
                .filter(t -> t.start() <= offset && offset <= t.end())
                .filter(t -> switch (t.kind()) {
                    case NAME, KEYWORD, UNIT, TEXT, NUMBER -> true;
                    case OPERATOR, BRACKET, COMMENT, DOCUMENTATION, JUNK -> false;
                })
                .reduce((first, second) ->
                        second.start() == offset && second.kind() == Token.Kind.NAME ? second : first);
    }

    Optional<Item> item() {
        return tree().items().stream()
                .filter(i -> i.span().contains(offset))
                .reduce((first, second) -> second.span().start() <= offset ? second : first);
    }

    Span here() {
        return new Span(file, offset, offset);
    }
}
