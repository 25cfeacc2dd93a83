package mad.syntax;

import org.antlr.v4.runtime.CharStream;
import org.antlr.v4.runtime.TokenFactory;
import org.antlr.v4.runtime.TokenSource;
import org.antlr.v4.runtime.misc.Pair;
import org.jspecify.annotations.Nullable;

/** Makes the lexer produce {@link Lexeme}s. */
final class LexemeFactory implements TokenFactory<Lexeme> {
    @Override
    public Lexeme create(
            Pair<TokenSource, CharStream> source,
            int type,
            @Nullable String text,
            int channel,
            int start,
            int stop,
            int line,
            int column) {
        Lexeme lexeme = new Lexeme(source, type, channel, start, stop);
        lexeme.setLine(line);
        lexeme.setCharPositionInLine(column);
        return lexeme;
    }

    @Override
    public Lexeme create(int type, String text) {
        throw new UnsupportedOperationException("a token without a place");
    }
}
