package mad.syntax;

import mad.grammar.MadLexer;
import org.antlr.v4.runtime.CharStream;
import org.antlr.v4.runtime.CommonToken;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.TokenSource;
import org.antlr.v4.runtime.misc.Pair;
import org.jspecify.annotations.Nullable;

/** A token as the parser sees it: with its place in its line, the documentation above it, and whether it stands in the text at all. */
final class Lexeme extends CommonToken {
    private final boolean inserted;
    private boolean firstOnLine;
    private @Nullable ParserRuleContext place;
    private String doc = "";

    Lexeme(Pair<TokenSource, CharStream> source, int type, int channel, int start, int stop) {
        super(source, type, channel, start, stop);
        this.inserted = false;
    }

    private Lexeme(int type, String text, Token after, int at) {
        super(new Pair<>(after.getTokenSource(), after.getInputStream()), type, DEFAULT_CHANNEL, at, at - 1);
        setText(text);
        setLine(after.getLine());
        setCharPositionInLine(after.getCharPositionInLine() + 1);
        this.inserted = true;
    }

    /** A token that the text lacks, at the end of {@code previous}. */
    static Lexeme missing(int type, String text, Lexeme previous) {
        return new Lexeme(type, text, previous, previous.end());
    }

    /** A token that the text lacks, at the start of {@code next}. */
    static Lexeme missingBefore(int type, String text, Lexeme next) {
        return new Lexeme(type, text, next, next.start());
    }

    /** This token read as another type: a misspelt keyword as the keyword. */
    Lexeme as(int type) {
        Lexeme same = new Lexeme(new Pair<>(getTokenSource(), getInputStream()), type, DEFAULT_CHANNEL, start, stop);
        same.setLine(line);
        same.setCharPositionInLine(charPositionInLine);
        same.firstOnLine = firstOnLine;
        same.doc = doc;
        String spelling = Words.spelling(type);
        if (type != MadLexer.UNIT && !spelling.isEmpty()) {
            same.setText(spelling);
        }
        return same;
    }

    /** This token together with those up to {@code last}, as one of another type. */
    Lexeme joined(Lexeme last, int type) {
        Lexeme joined = as(type);
        joined.stop = last.stop;
        return joined;
    }

    /** Keeps its own text and lets go of that of the file, which may be one of many versions. */
    void detach() {
        setText(getText());
        source = EMPTY_SOURCE;
    }

    void describe(boolean first, String documentation) {
        firstOnLine = first;
        doc = documentation;
    }

    boolean isInserted() {
        return inserted;
    }

    /** The rule that took this token, once it was read. */
    @Nullable
    ParserRuleContext place() {
        return place;
    }

    void taken(ParserRuleContext by) {
        place = by;
    }

    boolean isFirstOnLine() {
        return firstOnLine;
    }

    boolean isVisible() {
        return channel == DEFAULT_CHANNEL;
    }

    /** Markdown of the {@code ///} lines directly above, or empty. */
    String doc() {
        return doc;
    }

    int start() {
        return start;
    }

    /** The offset after the last code unit. */
    int end() {
        return stop + 1;
    }

    int column() {
        return charPositionInLine;
    }

    boolean is(int type) {
        return this.type == type;
    }

    boolean touches(Lexeme next) {
        return end() == next.start();
    }
}
