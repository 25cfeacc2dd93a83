package mad.model;

import java.util.List;

/** Statements of a block that follow one another. */
public record Body(List<Statement> statements) {
    public Body {
        statements = List.copyOf(statements);
    }
}
