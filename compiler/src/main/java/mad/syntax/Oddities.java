package mad.syntax;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import mad.diagnostic.Diagnostic;
import mad.grammar.MadLexer;

/**
 * Characters that MAD does not use, and texts without an end: reported here, and read as what was meant or left out, so that the grammar
 * never meets them. {@link #lines} have had their say: what else goes wrong on them is a consequence.
 */
final class Oddities {
    /** What writers of other languages, and word processors, put for our signs. */
    private static final Map<String, String> MEANT = Map.ofEntries(
            Map.entry("≤", "<="),
            Map.entry("≥", ">="),
            Map.entry("≠", "!="),
            Map.entry("−", "-"),
            Map.entry("–", "-"),
            Map.entry("—", "-"),
            Map.entry("×", "*"),
            Map.entry("·", "*"),
            Map.entry("÷", "/"),
            Map.entry("…", ".."),
            Map.entry("&", "and"),
            Map.entry("|", "or"),
            Map.entry("!", "not"),
            Map.entry("∧", "and"),
            Map.entry("∨", "or"),
            Map.entry("¬", "not"),
            Map.entry("∈", "in"));

    private static final Set<Integer> LISTS = Words.types("budget", "check", "sweep", "import");

    private static final Set<String> QUOTES = Set.of("'", "“", "”", "‘", "’", "`");

    private final SyntaxMessages messages;
    private final List<Lexeme> tokens;
    private final List<Lexeme> clean = new ArrayList<>();
    private final Set<Integer> lines = new HashSet<>();
    private int at;

    private Oddities(SyntaxMessages messages, List<Lexeme> tokens) {
        this.messages = messages;
        this.tokens = tokens;
    }

    record Result(List<Lexeme> tokens, Set<Integer> lines) {}

    static Result read(List<Lexeme> tokens, SyntaxMessages messages) {
        boolean none = tokens.stream().noneMatch(t -> t.is(MadLexer.JUNK) || t.is(MadLexer.OPEN_STRING));
        return none ? new Result(tokens, Set.of()) : new Oddities(messages, tokens).read();
    }

    private Result read() {
        while (at < tokens.size()) {
            Lexeme token = tokens.get(at++);
            if (token.is(MadLexer.OPEN_STRING)) {
                report(token, messages.openText(token));
                clean.add(token.as(MadLexer.STRING));
            } else if (token.is(MadLexer.JUNK)) {
                junk(token, token.getText());
            } else {
                clean.add(token);
            }
        }
        return new Result(clean, lines);
    }

    private void junk(Lexeme token, String text) {
        String meant = MEANT.get(text);
        if (QUOTES.contains(text) && closingQuote() >= 0) {
            int end = closingQuote();
            Lexeme joined = token.joined(tokens.get(end), MadLexer.STRING);
            String inside = joined.getText();
            joined.setText('"' + inside.substring(1, inside.length() - 1) + '"');
            report(token, messages.otherQuotes(joined));
            clean.add(joined);
            at = end + 1;
        } else if (text.equals("#")) {
            report(token, messages.otherComment(token));
            while (at < tokens.size() && tokens.get(at).getLine() == token.getLine()) {
                at++;
            }
        } else if (text.equals(";")) {
            semicolon(token);
        } else if (meant != null) {
            Lexeme joined = token;
            while (at < tokens.size()
                    && joined.touches(tokens.get(at))
                    && tokens.get(at).getText().equals(text)) {
                joined = joined.joined(tokens.get(at++), MadLexer.JUNK);
            }
            report(joined, messages.otherSign(joined, meant));
            clean.add(joined.as(Words.type(meant)));
        } else {
            Lexeme joined = token;
            while (at < tokens.size() && tokens.get(at).is(MadLexer.JUNK) && joined.touches(tokens.get(at))) {
                joined = joined.joined(tokens.get(at++), MadLexer.JUNK);
            }
            report(joined, messages.badCharacter(joined));
        }
    }

    /** Where commas separate, one was meant; elsewhere nothing. */
    private void semicolon(Lexeme token) {
        boolean listed = Brackets.opener(clean, clean.size(), Words.CLOSE_PAREN) >= 0
                || Brackets.opener(clean, clean.size(), Words.CLOSE_BRACKET) >= 0
                || !clean.isEmpty() && LISTS.contains(clean.getFirst().getType());
        if (listed) {
            report(token, messages.otherSign(token, ","));
            clean.add(token.as(Words.COMMA));
        } else {
            report(token, messages.lineEnd(token));
        }
    }

    private int closingQuote() {
        Lexeme opening = tokens.get(at - 1);
        for (int i = at; i < tokens.size() && tokens.get(i).getLine() == opening.getLine(); i++) {
            if (tokens.get(i).is(MadLexer.JUNK) && QUOTES.contains(tokens.get(i).getText())) {
                return i;
            }
        }
        return -1;
    }

    private void report(Lexeme token, Diagnostic diagnostic) {
        messages.report(diagnostic);
        lines.add(token.getLine());
    }
}
