package mad.syntax;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.Stream;
import mad.Corpus;
import mad.grammar.MadParser;
import mad.source.SourceFile;
import org.antlr.v4.runtime.BaseErrorListener;
import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Recognizer;
import org.antlr.v4.runtime.atn.ATNConfigSet;
import org.antlr.v4.runtime.atn.PredictionMode;
import org.antlr.v4.runtime.dfa.DFA;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The grammar is proved clean over the corpus: no ambiguity, no prediction that needs the context, SLL equal to LL. */
class CleanGrammarTest {
    static Stream<SourceFile> corpus() {
        return Stream.concat(Corpus.files().stream(), Corpus.reference().stream())
                .filter(f -> mad.syntax.Parser.parse(f).diagnostics().isEmpty())
                .filter(f -> !Tokens.of(f.text()).visible().isEmpty());
    }

    @ParameterizedTest
    @MethodSource("corpus")
    void noAmbiguityAndSllIsEnough(SourceFile file) {
        Reports reports = new Reports();
        MadParser exact = parser(file, PredictionMode.LL_EXACT_AMBIG_DETECTION);
        exact.addErrorListener(reports);
        String full = exact.file().toStringTree(exact);
        assertEquals(List.of(), reports.list);

        MadParser fast = parser(file, PredictionMode.SLL);
        assertEquals(full, fast.file().toStringTree(fast));
    }

    private static MadParser parser(SourceFile file, PredictionMode mode) {
        MadParser parser = new MadParser(new LexemeStream(Tokens.of(file.text()).visible()));
        parser.removeErrorListeners();
        parser.getInterpreter().setPredictionMode(mode);
        return parser;
    }

    private static final class Reports extends BaseErrorListener {
        private final List<String> list = new ArrayList<>();

        @Override
        public void syntaxError(
                Recognizer<?, ?> recognizer,
                Object symbol,
                int line,
                int column,
                String message,
                RecognitionException e) {
            list.add("line " + line + ":" + column + " " + message);
        }

        @Override
        public void reportAmbiguity(
                Parser parser, DFA dfa, int start, int stop, boolean exact, BitSet alternatives, ATNConfigSet configs) {
            list.add("ambiguity in " + rule(parser, dfa) + " " + place(parser, start, stop) + " " + alternatives);
        }

        @Override
        public void reportAttemptingFullContext(
                Parser parser, DFA dfa, int start, int stop, BitSet conflicting, ATNConfigSet configs) {
            list.add("full context in " + rule(parser, dfa) + " " + place(parser, start, stop) + " " + conflicting);
        }

        private static String rule(Parser parser, DFA dfa) {
            return parser.getRuleNames()[dfa.atnStartState.ruleIndex];
        }

        private static String place(Parser parser, int start, int stop) {
            Lexeme first = ((LexemeStream) parser.getInputStream()).get(start);
            Lexeme last = ((LexemeStream) parser.getInputStream()).get(stop);
            return "line " + first.getLine() + " from `" + first.getText() + "` to `" + last.getText() + "`";
        }
    }
}
