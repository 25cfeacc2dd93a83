package mad.syntax;

import java.util.List;
import mad.ast.SourceTree;
import mad.diagnostic.Diagnostic;

/**
 * What a text says, and what is wrong with it. Both are always there.
 *
 * @param tokens every token and comment in the order of the text, for editors
 */
public record Parsed(SourceTree tree, List<Diagnostic> diagnostics, List<Token> tokens) {
    public Parsed {
        diagnostics = List.copyOf(diagnostics);
        tokens = List.copyOf(tokens);
    }
}
