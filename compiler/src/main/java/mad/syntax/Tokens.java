package mad.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import mad.grammar.MadLexer;
import org.antlr.v4.runtime.Token;
import org.jspecify.annotations.Nullable;

/**
 * The tokens of one text.
 *
 * @param all in the order of the text, comments included, without white space and without an end
 * @param visible those of which the grammar speaks
 * @param doc the module's documentation
 */
record Tokens(List<Lexeme> all, List<Lexeme> visible, String doc) {
    /** Words that are units where they follow a number directly; {@code %} is a token of its own. */
    static final Set<String> UNITS = Set.of(
            "k", "M", "G", "T", "B", "kB", "MB", "GB", "KiB", "MiB", "GiB", "bit", "s", "ms", "us", "ns", "J", "mJ");

    static Tokens of(String text) {
        MadLexer lexer = new MadLexer(new Utf16Stream(text));
        lexer.removeErrorListeners();
        lexer.setTokenFactory(new LexemeFactory());
        List<Lexeme> all = new ArrayList<>();
        List<Lexeme> visible = new ArrayList<>();
        Documentation docs = new Documentation();
        Lexeme previous = null;
        for (Lexeme token = next(lexer); !token.is(Token.EOF); token = next(lexer)) {
            if (token.is(MadLexer.SPACE)) {
                continue;
            }
            boolean first = previous == null || token.getLine() > previous.getLine();
            if (token.isVisible()) {
                Lexeme meant = isUnit(previous, token) ? token.as(MadLexer.UNIT) : token;
                meant.describe(first, docs.above(token, first));
                visible.add(meant);
                token = meant;
            } else {
                docs.comment(token, first);
            }
            all.add(token);
            previous = token;
        }
        return new Tokens(all, visible, docs.module());
    }

    private static Lexeme next(MadLexer lexer) {
        return (Lexeme) lexer.nextToken();
    }

    private static boolean isUnit(@Nullable Lexeme previous, Lexeme token) {
        return previous != null
                && previous.is(MadLexer.NUMBER)
                && token.is(MadLexer.ID)
                && isUnitPlace(previous, token)
                && UNITS.contains(token.getText());
    }

    /** Whether {@code token} stands where the unit of {@code number} would. */
    static boolean isUnitPlace(Lexeme number, Lexeme token) {
        return token.getLine() == number.getLine() && token.start() - number.end() <= 1;
    }
}
