package mad.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import mad.diagnostic.Code;
import mad.diagnostic.Diagnostic;
import mad.source.Span;

/** Every message about syntax, and the list of those that were said about one item. */
final class SyntaxMessages {
    private static final int LONGEST_QUOTE = 30;

    private final Spans spans;
    private final List<Diagnostic> said = new ArrayList<>();

    SyntaxMessages(Spans spans) {
        this.spans = spans;
    }

    void report(Diagnostic diagnostic) {
        said.add(diagnostic);
    }

    List<Diagnostic> said() {
        return List.copyOf(said);
    }

    static Diagnostic tooLarge(Span start, int length, int most) {
        return Diagnostic.of(
                Code.TOO_LARGE,
                start,
                "This file has " + length + " characters; MAD reads at most " + most
                        + ". Split it and import the parts.");
    }

    static Diagnostic itemTooLarge(Span start, int length, int most) {
        return Diagnostic.of(
                Code.TOO_LARGE, start, "This item has " + length + " words and signs; MAD reads at most " + most + ".");
    }

    static Diagnostic tooMany(Span at) {
        return Diagnostic.of(
                Code.UNEXPECTED_TOKEN, at, "This file has too many errors; those from here on are not shown.");
    }

    void tooDeep(Lexeme token) {
        report(tooDeep(spans.of(token)));
    }

    static Diagnostic tooDeep(Span at) {
        return Diagnostic.of(
                Code.TOO_DEEP,
                at,
                "This is nested too deeply: at most " + Nesting.MAX_DEPTH
                        + " operators, or about 200 brackets, may stand inside each other. Name the parts with `let`.");
    }

    Diagnostic openText(Lexeme text) {
        Span span = spans.of(text);
        return Diagnostic.of(Code.UNCLOSED_STRING, span, "The text `" + quote(text) + "` is never closed.")
                .fix("close the text", span.after(), "\"");
    }

    Diagnostic otherQuotes(Lexeme text) {
        return Diagnostic.of(
                        Code.BAD_CHARACTER,
                        spans.of(text),
                        "Texts stand in `\"`, not in other quotes: " + text.getText() + ".")
                .fix("use `\"`", spans.of(text), text.getText());
    }

    Diagnostic otherComment(Lexeme sign) {
        return Diagnostic.of(Code.BAD_CHARACTER, spans.of(sign), "Comments start with `//`, not with `#`.")
                .fix("use `//`", spans.of(sign), "//");
    }

    Diagnostic otherSign(Lexeme sign, String meant) {
        Diagnostic said = Diagnostic.of(
                Code.BAD_CHARACTER, spans.of(sign), "MAD has no `" + quote(sign) + "`; it is written `" + meant + "`.");
        boolean isWord = Character.isLetter(meant.charAt(0));
        return said.fix("write `" + meant + "`", spans.of(sign), isWord ? " " + meant + " " : meant);
    }

    Diagnostic lineEnd(Lexeme semicolon) {
        Span span = spans.of(semicolon);
        return Diagnostic.of(Code.BAD_CHARACTER, span, "MAD has no `;`: white space separates, and line ends are free.")
                .fix("remove it", span, "");
    }

    Diagnostic badCharacter(Lexeme junk) {
        boolean one = junk.getText().codePointCount(0, junk.getText().length()) == 1;
        return Diagnostic.of(
                Code.BAD_CHARACTER,
                spans.of(junk),
                "MAD does not use the " + (one ? "character" : "characters") + " `" + quote(junk) + "`.");
    }

    Diagnostic unclosed(Lexeme opening, Lexeme previous, String closing) {
        Span place = spans.of(previous).after();
        return Diagnostic.of(Code.UNCLOSED, spans.of(opening), "This `" + opening.getText() + "` is never closed.")
                .note(place, "`" + closing + "` is expected here")
                .fix("insert `" + closing + "`", place, closing);
    }

    /** A name or an expression is missing: only the author knows which. */
    Diagnostic missing(Lexeme previous, String what, Optional<Lexeme> next) {
        return Diagnostic.of(
                Code.MISSING_TOKEN,
                spans.of(previous).after(),
                "Expected " + what + " after `" + quote(previous) + "`" + butFound(previous, next) + ".");
    }

    Diagnostic missingSign(Lexeme previous, String sign, Optional<Lexeme> next) {
        boolean apart = Character.isLetter(sign.charAt(0)) || sign.equals("=");
        boolean beforeSpace = next.isPresent() && !previous.touches(next.get());
        return missing(previous, "`" + sign + "`", next)
                .fix(
                        "insert `" + sign + "`",
                        spans.of(previous).after(),
                        (apart ? " " : "") + sign + (apart && !beforeSpace ? " " : ""));
    }

    Diagnostic missingFirst(Lexeme first, String word) {
        return Diagnostic.of(
                        Code.MISSING_TOKEN, spans.of(first), "Expected `" + word + "` before `" + quote(first) + "`.")
                .fix("insert `" + word + "`", spans.before(first), word + " ");
    }

    Diagnostic ended(Lexeme last, String expected) {
        return Diagnostic.of(
                Code.MISSING_TOKEN,
                spans.of(last).after(),
                "This ends too early: expected " + expected + " after `" + quote(last) + "`.");
    }

    /** Named only where the reader sees both: on one line. */
    private static String butFound(Lexeme previous, Optional<Lexeme> next) {
        return next.filter(n -> n.getLine() == previous.getLine())
                .map(n -> ", but found `" + quote(n) + "`")
                .orElse("");
    }

    Diagnostic unexpected(List<Lexeme> tokens, String expected) {
        Span span = spans.of(tokens.getFirst(), tokens.getLast());
        return Diagnostic.of(
                        Code.UNEXPECTED_TOKEN, span, "Unexpected `" + quote(tokens) + "`: expected " + expected + ".")
                .fix("remove it", span, "");
    }

    Diagnostic surplus(Lexeme bracket) {
        return Diagnostic.of(
                        Code.UNEXPECTED_TOKEN, spans.of(bracket), "This `" + bracket.getText() + "` closes nothing.")
                .fix("remove it", spans.of(bracket), "");
    }

    Diagnostic unreadable(Lexeme token, String expected) {
        return Diagnostic.of(
                Code.UNEXPECTED_TOKEN,
                spans.of(token),
                "Unexpected `" + quote(token) + "`: expected " + expected + ".");
    }

    Diagnostic misspelt(Lexeme token, String word) {
        return Diagnostic.of(
                        Code.MISSPELT_KEYWORD,
                        spans.of(token),
                        "`" + quote(token) + "` does not fit here; did you mean `" + word + "`?")
                .fix("change it to `" + word + "`", spans.of(token), word);
    }

    Diagnostic otherSignMeant(Lexeme token, String sign) {
        return Diagnostic.of(
                        Code.UNEXPECTED_TOKEN,
                        spans.of(token),
                        "Unexpected `" + quote(token) + "`: expected `" + sign + "` here.")
                .fix("write `" + sign + "`", spans.of(token), sign);
    }

    Diagnostic wordAsName(Lexeme token) {
        String word = token.getText();
        return Diagnostic.of(
                        Code.UNEXPECTED_TOKEN,
                        spans.of(token),
                        "`" + word + "` is a word of the language and cannot be a name here.")
                .fix("rename it to `" + word + "_`", spans.of(token), word + "_");
    }

    Diagnostic unknownUnit(Lexeme token) {
        String unit = token.getText();
        Diagnostic said = Diagnostic.of(Code.UNKNOWN_UNIT, spans.of(token), "`" + unit + "` is no unit of MAD.");
        String near = Spelling.unit(unit);
        return near.isEmpty()
                ? said.fix("remove it", spans.of(token), "")
                : said.fix("change it to `" + near + "`", spans.of(token), near);
    }

    static String quote(Lexeme token) {
        return shortened(token.getText());
    }

    private static String quote(List<Lexeme> tokens) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < tokens.size() && text.length() <= LONGEST_QUOTE; i++) {
            boolean apart = i > 0 && !tokens.get(i - 1).touches(tokens.get(i));
            text.append(apart ? " " : "").append(tokens.get(i).getText());
        }
        return shortened(text.toString());
    }

    private static String shortened(String text) {
        String clean = text.replaceAll("\\p{Cntrl}", "\uFFFD");
        if (clean.length() <= LONGEST_QUOTE) {
            return clean;
        }
        boolean splits = Character.isHighSurrogate(clean.charAt(LONGEST_QUOTE - 1));
        return clean.substring(0, splits ? LONGEST_QUOTE - 1 : LONGEST_QUOTE) + "…";
    }
}
