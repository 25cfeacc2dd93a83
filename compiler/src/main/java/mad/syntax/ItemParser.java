package mad.syntax;

import java.util.List;
import mad.grammar.MadParser;
import org.antlr.v4.runtime.ANTLRErrorStrategy;
import org.antlr.v4.runtime.NoViableAltException;
import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.atn.PredictionMode;

/**
 * The generated parser, stopped at the first token that does not fit: mending is the business of {@link Repair}, which edits the tokens and
 * reads again. The grammar is clean, so SLL prediction is exact (tested).
 */
final class ItemParser extends MadParser {
    /** Rules inside each other, about 12 for each bracket. Far above what people write, and safe on a thread's default stack. */
    static final int MAX_DEPTH = 2_500;

    private int depth;

    private ItemParser(LexemeStream tokens) {
        super(tokens);
        removeErrorListeners();
        setErrorHandler(new FirstError());
        getInterpreter().setPredictionMode(PredictionMode.SLL);
    }

    static Attempt read(List<Lexeme> tokens) {
        LexemeStream stream = new LexemeStream(tokens);
        ItemParser parser = new ItemParser(stream);
        try {
            ItemContext tree = parser.item();
            return stream.LA(1) == Token.EOF ? new Attempt.Read(tree) : new Attempt.Stuck(stream.index(), tree);
        } catch (Stop stop) {
            return stop.attempt;
        }
    }

    @Override
    public void enterRule(ParserRuleContext localctx, int state, int ruleIndex) {
        if (++depth > MAX_DEPTH) {
            throw new Stop(new Attempt.TooDeep(getInputStream().index()));
        }
        super.enterRule(localctx, state, ruleIndex);
    }

    @Override
    public void exitRule() {
        depth--;
        super.exitRule();
    }

    @Override
    public Token consume() {
        if (getCurrentToken() instanceof Lexeme token && token.isInserted()) {
            token.taken(getContext());
        }
        return super.consume();
    }

    /** Leaves the parser at the first error. */
    private static final class Stop extends RuntimeException {
        private final transient Attempt attempt;

        Stop(Attempt attempt) {
            super(null, null, false, false);
            this.attempt = attempt;
        }
    }

    private static final class FirstError implements ANTLRErrorStrategy {
        @Override
        public Token recoverInline(Parser parser) {
            throw new Stop(new Attempt.Stuck(parser.getInputStream().index(), parser.getContext()));
        }

        @Override
        public void recover(Parser parser, RecognitionException error) {
            int at = parser.getInputStream().index();
            if (error instanceof NoViableAltException) {
                LexemeStream tokens = (LexemeStream) parser.getInputStream();
                while (at < tokens.size() - 1 && tokens.get(at) != error.getOffendingToken()) {
                    at++;
                }
            }
            throw new Stop(new Attempt.Stuck(at, parser.getContext()));
        }

        @Override
        public void reset(Parser parser) {
            // nothing to remember
        }

        @Override
        public void sync(Parser parser) {
            // a token that does not fit is met by the next match, at the same place
        }

        @Override
        public boolean inErrorRecoveryMode(Parser parser) {
            return false;
        }

        @Override
        public void reportMatch(Parser parser) {
            // nothing to remember
        }

        @Override
        public void reportError(Parser parser, RecognitionException error) {
            // Repair reports
        }
    }
}
