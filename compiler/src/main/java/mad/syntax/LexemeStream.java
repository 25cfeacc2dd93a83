package mad.syntax;

import java.util.List;
import org.antlr.v4.runtime.IntStream;
import org.antlr.v4.runtime.RuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.TokenSource;
import org.antlr.v4.runtime.TokenStream;
import org.antlr.v4.runtime.misc.Interval;
import org.jspecify.annotations.Nullable;

/** The tokens of one item, ended by one of type EOF. ANTLR's buffered stream would copy and renumber them on every attempt. */
final class LexemeStream implements TokenStream {
    private final List<Lexeme> tokens;
    private final Lexeme end;
    private int position;

    LexemeStream(List<Lexeme> tokens) {
        this.tokens = tokens;
        Lexeme last = tokens.getLast();
        this.end = Lexeme.missing(Token.EOF, "<end>", last);
    }

    @Override
    public @Nullable Token LT(int k) {
        int at = k > 0 ? position + k - 1 : position + k;
        return at < 0 ? null : get(at);
    }

    @Override
    public Lexeme get(int index) {
        return index < tokens.size() ? tokens.get(index) : end;
    }

    @Override
    public int LA(int k) {
        int at = k > 0 ? position + k - 1 : position + k;
        return at < 0 ? Token.INVALID_TYPE : get(at).getType();
    }

    @Override
    public void consume() {
        if (position < tokens.size()) {
            position++;
        }
    }

    @Override
    public int index() {
        return position;
    }

    @Override
    public void seek(int index) {
        position = index;
    }

    @Override
    public int size() {
        return tokens.size() + 1;
    }

    @Override
    public int mark() {
        return -1;
    }

    @Override
    public void release(int marker) {
        // all tokens stay
    }

    @Override
    public String getSourceName() {
        return IntStream.UNKNOWN_SOURCE_NAME;
    }

    @Override
    public @Nullable TokenSource getTokenSource() {
        return null;
    }

    @Override
    public String getText(Interval interval) {
        return "";
    }

    @Override
    public String getText() {
        return "";
    }

    @Override
    public String getText(RuleContext context) {
        return "";
    }

    @Override
    public String getText(Token first, Token last) {
        return "";
    }
}
