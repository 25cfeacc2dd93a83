package mad.ast;

import java.util.List;
import mad.source.Span;

/** Statements in braces: layers that follow one another. */
public record Body(Span span, List<Statement> statements) {
    public Body {
        statements = List.copyOf(statements);
    }
}
