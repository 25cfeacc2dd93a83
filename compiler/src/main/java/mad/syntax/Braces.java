package mad.syntax;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;

/**
 * Closes the braces of an item that nothing closes. Where they should have ended, indentation tells: what stands no deeper than the line
 * that opened a brace is outside it.
 */
final class Braces {
    private record Open(Lexeme bracket, int column) {}

    private final List<Lexeme> closed = new ArrayList<>();
    private final Deque<Open> open = new ArrayDeque<>();
    private final SyntaxMessages messages;
    private final Set<Integer> quietLines;
    private int lacking;

    private Braces(SyntaxMessages messages, Set<Integer> quietLines, int lacking) {
        this.messages = messages;
        this.quietLines = quietLines;
        this.lacking = lacking;
    }

    /** The tokens with all braces closed; the lines of what was reported join {@code quietLines}. */
    static List<Lexeme> close(List<Lexeme> tokens, SyntaxMessages messages, Set<Integer> quietLines) {
        int lacking = lacking(tokens);
        return lacking == 0 ? tokens : new Braces(messages, quietLines, lacking).closed(tokens);
    }

    private static int lacking(List<Lexeme> tokens) {
        int depth = 0;
        for (Lexeme token : tokens) {
            depth += token.is(Words.OPEN_BRACE) ? 1 : token.is(Words.CLOSE_BRACE) && depth > 0 ? -1 : 0;
        }
        return depth;
    }

    private List<Lexeme> closed(List<Lexeme> tokens) {
        int margin = 0;
        for (Lexeme token : tokens) {
            if (token.isFirstOnLine()) {
                margin = token.column();
                while (lacking > 0 && open.size() > 1 && isOutside(token)) {
                    close();
                }
            }
            if (Brackets.isOpener(token)) {
                open.push(new Open(token, margin));
            } else if (Brackets.isCloser(token)) {
                closes(token);
            }
            closed.add(token);
        }
        while (!open.isEmpty()) {
            close();
        }
        return closed;
    }

    /** A closing brace belongs to the line it is under; anything else on that column comes after it. */
    private boolean isOutside(Lexeme token) {
        int column = open.getFirst().column();
        return Brackets.isCloser(token)
                ? token.column() < column
                : token.column() <= column && !Brackets.isOpener(token);
    }

    private void closes(Lexeme token) {
        boolean brace = token.is(Words.CLOSE_BRACE);
        while (brace && !open.isEmpty() && !open.getFirst().bracket().is(Words.OPEN_BRACE)) {
            open.pop();
        }
        boolean inside = !brace
                && lacking > 0
                && open.size() > 1
                && open.getFirst().bracket().is(Words.OPEN_BRACE);
        if (inside && open.getFirst().bracket().getLine() == token.getLine()) {
            close();
        }
        if (brace || !open.isEmpty() && !open.getFirst().bracket().is(Words.OPEN_BRACE)) {
            open.poll();
        }
    }

    /** Ends the innermost bracket; only braces are reported and closed here, the parser does better with the others. */
    private void close() {
        Lexeme bracket = open.pop().bracket();
        if (bracket.is(Words.OPEN_BRACE)) {
            Lexeme previous = closed.getLast();
            messages.report(messages.unclosed(bracket, previous, "}"));
            quietLines.add(bracket.getLine());
            closed.add(Lexeme.missing(Words.CLOSE_BRACE, "}", previous));
            lacking--;
        }
    }
}
