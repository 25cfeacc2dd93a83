package mad.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import mad.grammar.MadLexer;

/** The edits that may mend an item which cannot be read past the token at {@code at}. A wrong guess costs a trial, nothing else. */
final class Candidates {
    private static final List<Integer> CLOSERS = List.of(Words.CLOSE_PAREN, Words.CLOSE_BRACKET, Words.CLOSE_BRACE);

    private static final List<Integer> SIGNS =
            List.of(Words.COMMA, Words.COLON, Words.EQUALS, Words.OPEN_PAREN, Words.OPEN_BRACE, Words.OPEN_BRACKET);

    private static final List<Integer> WORDS = List.copyOf(Words.types("in", "then", "else", "of", "let"));

    /** Words that would be read as names elsewhere. */
    private static final List<Integer> SOFT_WORDS = List.copyOf(Words.types("from", "key", "value", "points"));

    private static final Set<Integer> HEADS = Words.types("repeat", "if", "when");

    private static final int LONGEST_BODY = 40;

    /** Signs that people take for each other. */
    private static final Map<String, List<String>> CONFUSED = Map.of(
            "=",
            List.of(":", "==", "in"),
            ":",
            List.of("=", "in"),
            "==",
            List.of("=", ":"),
            ")",
            List.of("]", "}"),
            "]",
            List.of(")", "}"),
            "}",
            List.of(")", "]"),
            "(",
            List.of("{"),
            "[",
            List.of("(", "{"));

    /** Signs of other languages that come apart into several of ours. */
    private static final Map<String, List<String>> PAIRS = Map.of(
            "**",
            List.of("^"),
            "=>",
            List.of(">=", "="),
            "=<",
            List.of("<="),
            "<>",
            List.of("!="),
            "===",
            List.of("=="),
            "...",
            List.of(".."));

    /** What other languages call our words. */
    private static final Map<String, String> FOREIGN = Map.ofEntries(
            Map.entry("def", "let"),
            Map.entry("const", "let"),
            Map.entry("val", "let"),
            Map.entry("fn", "let"),
            Map.entry("function", "let"),
            Map.entry("var", "let"),
            Map.entry("max", "maximize"),
            Map.entry("min", "minimize"),
            Map.entry("subject", "require"),
            Map.entry("constraint", "require"),
            Map.entry("assert", "require"),
            Map.entry("use", "import"),
            Map.entry("include", "import"),
            Map.entry("network", "space"),
            Map.entry("elif", "else"),
            Map.entry("loop", "repeat"),
            Map.entry("extend", "extends"));

    private final List<Lexeme> tokens;
    private final int at;
    private final List<Mend> mends = new ArrayList<>();

    private Candidates(List<Lexeme> tokens, int at) {
        this.tokens = tokens;
        this.at = at;
    }

    static List<Mend> of(List<Lexeme> tokens, int at) {
        Candidates candidates = new Candidates(tokens, at);
        candidates.replacements();
        candidates.insertions();
        candidates.removals();
        return candidates.mends;
    }

    private void replacements() {
        for (int i = at; i >= Math.max(0, at - 2); i--) {
            if (i < tokens.size() && !tokens.get(i).isInserted()) {
                word(i, tokens.get(i), at - i);
            }
        }
        for (int i = at; i >= Math.max(0, at - 1); i--) {
            if (i < tokens.size()) {
                sign(i, tokens.get(i));
            }
        }
        if (at < tokens.size() && at > 0) {
            pair(tokens.get(at - 1), tokens.get(at));
        }
        if (at < tokens.size() && at > 0 && isUnitPlace()) {
            Lexeme unit = tokens.get(at);
            boolean likely = unit.getText().length() <= 3
                    || !Spelling.unit(unit.getText()).isEmpty();
            Mend.Reason reason = new Mend.Reason.UnknownUnit(unit);
            mends.add(Mend.replace(tokens, at, MadLexer.UNIT, likely ? 0 : 1.5, reason));
        }
    }

    private void pair(Lexeme first, Lexeme second) {
        if (first.touches(second) && !first.isInserted()) {
            for (String sign : PAIRS.getOrDefault(first.getText() + second.getText(), List.of())) {
                Lexeme joined = first.joined(second, MadLexer.JUNK);
                Mend.Reason reason = new Mend.Reason.OtherSign(joined, sign);
                mends.add(new Mend(at - 1, 2, List.of(joined.as(Words.type(sign))), 0.5, reason));
            }
        }
    }

    private boolean isUnitPlace() {
        return tokens.get(at - 1).is(MadLexer.NUMBER)
                && tokens.get(at).is(MadLexer.ID)
                && Tokens.isUnitPlace(tokens.get(at - 1), tokens.get(at));
    }

    private void word(int i, Lexeme token, int back) {
        String text = token.getText();
        if (token.is(MadLexer.ID)) {
            for (String near : Spelling.near(text, Words.KEYWORD_SPELLINGS)) {
                misspelt(i, token, near, 0.25 * Spelling.distance(text, near) + back * 0.25);
            }
            Optional.ofNullable(FOREIGN.get(text)).ifPresent(word -> misspelt(i, token, word, 0.75 + back * 0.25));
        } else if (Words.KEYWORDS.contains(token.getType())) {
            Mend.Reason reason = new Mend.Reason.WordAsName(token);
            mends.add(Mend.replace(tokens, i, MadLexer.ID, 1.5 + back * 0.25, reason));
            if (i == 0) {
                Optional.ofNullable(FOREIGN.get(text)).ifPresent(word -> misspelt(i, token, word, 1));
            }
        }
    }

    private void misspelt(int i, Lexeme token, String word, double cost) {
        mends.add(Mend.replace(tokens, i, Words.type(word), cost, new Mend.Reason.Misspelt(token, word)));
    }

    private void sign(int i, Lexeme token) {
        for (String other : CONFUSED.getOrDefault(token.getText(), List.of())) {
            if (!token.isInserted()) {
                Mend.Reason reason = new Mend.Reason.OtherSign(token, other);
                mends.add(Mend.replace(tokens, i, Words.type(other), 1.25, reason));
            }
        }
    }

    private void insertions() {
        boolean ended = at >= tokens.size();
        for (int closer : CLOSERS) {
            mends.add(Mend.insert(tokens, at, closer, ended && Brackets.opener(tokens, at, closer) >= 0 ? 0.5 : 1.1));
        }
        for (int sign : SIGNS) {
            mends.add(Mend.insert(tokens, at, sign, ended && sign != Words.COLON && sign != Words.EQUALS ? 1.9 : 1));
        }
        for (int word : WORDS) {
            mends.add(Mend.insert(tokens, at, word, 1.2));
        }
        for (int word : SOFT_WORDS) {
            mends.add(Mend.insert(tokens, at, word, 1.8));
        }
        boolean capital =
                !ended && Character.isUpperCase(tokens.get(at).getText().codePointAt(0));
        mends.add(Mend.insert(tokens, at, Words.type("require"), 1.3));
        mends.add(Mend.insert(tokens, at, Words.type("stage"), capital ? 1.2 : 1.5));
        mends.add(Mend.insert(tokens, at, Words.type("maximize"), 1.8));
        mends.add(Mend.insert(tokens, at, MadLexer.ID, 1.6));
        mends.add(Mend.insert(tokens, at, MadLexer.STRING, 1.7));
        if (at > 0) {
            before(at - 1);
        }
        emptyHeads();
    }

    /** The mistake may be one token before the one that gave it away. */
    private void before(int i) {
        if (!Brackets.isOpener(tokens.get(i))) {
            mends.add(Mend.insert(tokens, i, Words.OPEN_PAREN, 1.5));
        }
        mends.add(Mend.insert(tokens, i, Words.OPEN_BRACE, 1.6));
        mends.add(Mend.insert(tokens, i, Words.COMMA, 1.6));
        mends.add(Mend.insert(tokens, i, Words.LET, 1.6));
        if (tokens.get(i).isFirstOnLine()) {
            // `report` under a `maximize` without its expression was read as that expression.
            boolean keyword = Words.KEYWORDS.contains(tokens.get(i).getType());
            mends.add(Mend.insert(tokens, i, MadLexer.ID, keyword ? 0.5 : 1.5));
        }
    }

    /** {@code repeat { conv(3) }}: the body was read as a set, so that the missing number shows only after it. */
    private void emptyHeads() {
        for (int i = Math.max(1, at - LONGEST_BODY); i < at; i++) {
            if (tokens.get(i).is(Words.OPEN_BRACE)
                    && HEADS.contains(tokens.get(i - 1).getType())) {
                mends.add(Mend.insert(tokens, i, MadLexer.ID, 0.5));
            }
        }
    }

    private void removals() {
        for (int count = 1; count <= 2 && at + count <= tokens.size(); count++) {
            mends.add(Mend.remove(at, count, count == 1 ? surplus(tokens.get(at)) : 4));
        }
        if (at > 1) {
            mends.add(Mend.remove(at - 1, 1, 2.3));
        }
    }

    private double surplus(Lexeme token) {
        boolean stray = Brackets.isCloser(token) && Brackets.opener(tokens, at, token.getType()) < 0;
        boolean second = token.is(Words.COMMA) && at > 0 && tokens.get(at - 1).is(Words.COMMA);
        return stray ? 0.9 : second ? 1.3 : 2;
    }
}
