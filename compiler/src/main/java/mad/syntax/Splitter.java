package mad.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import mad.grammar.MadLexer;

/** Splits the tokens of a file into those of its items, so that a typo costs one item. */
final class Splitter {
    /** Words that start an item and nothing else: at the start of a line, before a name, they end whatever brace is still open. */
    private static final Set<Integer> HARD =
            Words.types("import", "metric", "block", "space", "budget", "design", "check", "sweep", "frontier");

    private final List<Lexeme> tokens;

    private Splitter(List<Lexeme> tokens) {
        this.tokens = tokens;
    }

    static List<List<Lexeme>> split(List<Lexeme> tokens) {
        return new Splitter(tokens).items();
    }

    private List<List<Lexeme>> items() {
        List<List<Lexeme>> items = new ArrayList<>();
        int start = 0;
        while (start < tokens.size()) {
            int end = end(start);
            items.add(tokens.subList(start, end));
            start = end;
        }
        return items;
    }

    private int end(int start) {
        int depth = 0;
        for (int i = start; i < tokens.size(); i++) {
            Lexeme token = tokens.get(i);
            if (i > start && (depth == 0 ? startsItem(i) : startsItemInsideBraces(i))) {
                return depth == 0 ? i : endOfUnclosed(start, i);
            }
            if (token.is(Words.OPEN_BRACE)) {
                depth++;
            } else if (token.is(Words.CLOSE_BRACE)) {
                depth = Math.max(0, depth - 1);
            }
        }
        return depth == 0 ? tokens.size() : endOfUnclosed(start, tokens.size());
    }

    /** A brace of the item is never closed: it ends before the first line that starts an item for all we know. */
    private int endOfUnclosed(int start, int end) {
        for (int i = start + 1; i < end; i++) {
            if (isAtMargin(i) && (Words.ITEMS.contains(tokens.get(i).getType()) || isHeading(i))) {
                return i;
            }
        }
        return end;
    }

    private boolean startsItem(int i) {
        Lexeme token = tokens.get(i);
        Lexeme previous = tokens.get(i - 1);
        if (Words.ITEMS.contains(token.getType())) {
            return (isAtMargin(i) || !previous.is(Words.DOT))
                    && !isNext(i, Words.COLON)
                    && (!token.is(Words.TABLE) || isNext(i, MadLexer.ID) && !Words.ITEMS.contains(previous.getType()));
        }
        return isAtMargin(i) && isHeading(i);
    }

    private boolean startsItemInsideBraces(int i) {
        return isAtMargin(i)
                && HARD.contains(tokens.get(i).getType())
                && (isNext(i, MadLexer.ID) || isNext(i, MadLexer.STRING));
    }

    /** Two names in a row occur outside braces only where the first is a misspelt keyword. */
    private boolean isHeading(int i) {
        return tokens.get(i).is(MadLexer.ID) && (isNext(i, MadLexer.ID) || isNext(i, MadLexer.STRING));
    }

    private boolean isAtMargin(int i) {
        return tokens.get(i).isFirstOnLine() && tokens.get(i).column() == 0;
    }

    private boolean isNext(int i, int type) {
        return i + 1 < tokens.size() && tokens.get(i + 1).is(type);
    }
}
