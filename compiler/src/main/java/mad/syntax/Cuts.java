package mad.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import mad.grammar.MadLexer;
import mad.grammar.MadParser;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.RuleContext;
import org.jspecify.annotations.Nullable;

/** Edits that give up a stretch of an item: an argument, a statement, a member, the value of a constant. The last resort. */
final class Cuts {
    private static final Set<Integer> STARTS = Words.types(
            "let",
            "if",
            "repeat",
            "input",
            "var",
            "stem",
            "stage",
            "head",
            "output",
            "require",
            "within",
            "maximize",
            "minimize",
            "prefer");

    private final List<Lexeme> tokens;
    private final Attempt.Stuck stuck;

    private Cuts(List<Lexeme> tokens, Attempt.Stuck stuck) {
        this.tokens = tokens;
        this.stuck = stuck;
    }

    /** From the least to the most that is given up. */
    static List<Mend> of(List<Lexeme> tokens, Attempt.Stuck stuck) {
        return new Cuts(tokens, stuck).all();
    }

    private List<Mend> all() {
        List<Mend> cuts = new ArrayList<>();
        argument(cuts);
        ParserRuleContext region = region();
        if (region != null) {
            int start = indexOf(region);
            cut(cuts, start, boundary(start), substitute(start));
        } else {
            int end = stuck.context().getRuleIndex() == MadParser.RULE_item ? tokens.size() : boundary(stuck.at());
            cut(cuts, stuck.at(), end, List.of());
        }
        value(cuts);
        return cuts;
    }

    private void cut(List<Mend> cuts, int from, int to, List<Lexeme> instead) {
        if (to > from) {
            cuts.add(new Mend(from, to - from, instead, 3, new Mend.Reason.Unreadable()));
        }
    }

    /** From the comma or bracket before to the one after. */
    private void argument(List<Mend> cuts) {
        int start = stuck.at();
        int end = stuck.at();
        for (int depth = 0; start > 0; start--) {
            Lexeme token = tokens.get(start - 1);
            depth += Brackets.isCloser(token) ? 1 : 0;
            if (depth == 0 && (token.is(Words.COMMA) || Brackets.isOpener(token))) {
                break;
            }
            depth -= Brackets.isOpener(token) ? 1 : 0;
        }
        for (int depth = 0; end < tokens.size(); end++) {
            Lexeme token = tokens.get(end);
            if (depth == 0 && (token.is(Words.COMMA) || Brackets.isCloser(token))) {
                break;
            }
            depth += Brackets.isOpener(token) ? 1 : Brackets.isCloser(token) ? -1 : 0;
        }
        if (start > 0
                && end < tokens.size()
                && tokens.get(end).getLine() - tokens.get(start).getLine() <= 1) {
            cut(cuts, stuck.at(), end, List.of());
            cut(cuts, start, end, List.of(missing(start, MadLexer.ID)));
            cut(
                    cuts,
                    start,
                    end,
                    List.of(missing(start, MadLexer.ID), missing(start, Words.COLON), missing(start, MadLexer.ID)));
        }
    }

    private @Nullable ParserRuleContext region() {
        for (RuleContext c = stuck.context(); c != null; c = c.getParent()) {
            switch (c.getRuleIndex()) {
                case MadParser.RULE_statement, MadParser.RULE_member, MadParser.RULE_clause -> {
                    return (ParserRuleContext) c;
                }
                case MadParser.RULE_body -> {
                    return null;
                }
                default -> {}
            }
        }
        return null;
    }

    private int indexOf(ParserRuleContext c) {
        int index = stuck.at();
        while (index > 0 && (index >= tokens.size() || tokens.get(index) != c.start)) {
            index--;
        }
        return index;
    }

    /** The next line that is no deeper than the one of {@code start}, the next word that starts something, or the brace around it. */
    private int boundary(int start) {
        int column = margin(start);
        int depth = 0;
        for (int i = stuck.at(); i < tokens.size(); i++) {
            Lexeme token = tokens.get(i);
            boolean closes = token.is(Words.CLOSE_BRACE);
            if (depth == 0
                    && (closes
                            || i > start && i > stuck.at() && STARTS.contains(token.getType())
                            || i > start && token.isFirstOnLine() && token.column() <= column)) {
                return i;
            }
            depth += token.is(Words.OPEN_BRACE) ? 1 : closes ? -1 : 0;
        }
        return tokens.size();
    }

    private int margin(int index) {
        int i = Math.min(index, tokens.size() - 1);
        while (i > 0 && !tokens.get(i).isFirstOnLine()) {
            i--;
        }
        return tokens.get(i).column();
    }

    /** What keeps the names that a broken statement or member defines. */
    private List<Lexeme> substitute(int start) {
        Lexeme word = tokens.get(start);
        boolean named = start + 1 < stuck.at() && tokens.get(start + 1).is(MadLexer.ID);
        return switch (word.getText()) {
            case "let" ->
                named
                        ? List.of(
                                word,
                                tokens.get(start + 1),
                                missing(start + 2, Words.EQUALS),
                                missing(start + 2, MadLexer.ID))
                        : List.of();
            case "var" ->
                named
                        ? List.of(
                                word,
                                tokens.get(start + 1),
                                missing(start + 2, Words.type("in")),
                                missing(start + 2, MadLexer.ID))
                        : List.of();
            case "stem", "stage", "head" ->
                named && start + 2 < stuck.at() && tokens.get(start + 2).is(Words.COLON)
                        ? List.of(word, tokens.get(start + 1), tokens.get(start + 2), missing(start + 3, MadLexer.ID))
                        : List.of(word, missing(start + 1, MadLexer.ID));
            default -> isStatement() ? List.of(missing(start, MadLexer.ID)) : List.of();
        };
    }

    private boolean isStatement() {
        ParserRuleContext region = region();
        return region != null && region.getRuleIndex() == MadParser.RULE_statement;
    }

    /** A constant or metric keeps its head. */
    private void value(List<Mend> cuts) {
        int equals = 0;
        while (equals < tokens.size() && !tokens.get(equals).is(Words.EQUALS)) {
            equals++;
        }
        boolean valued =
                tokens.getFirst().is(Words.LET) || tokens.getFirst().getText().equals("metric");
        if (valued && equals < stuck.at()) {
            cut(cuts, equals + 1, tokens.size(), List.of(missing(equals + 1, MadLexer.ID)));
        }
    }

    private Lexeme missing(int at, int type) {
        Lexeme previous = tokens.get(Math.max(0, at - 1));
        return Lexeme.missing(type, Words.spelling(type), previous);
    }
}
