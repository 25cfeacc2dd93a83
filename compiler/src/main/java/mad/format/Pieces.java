package mad.format;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import mad.source.SourceFile;
import mad.syntax.Parsed;
import mad.syntax.Token;

/** The tokens and comments of a file, their brackets matched, and what the syntax tree knows of them. */
final class Pieces {
    private final List<Piece> list;
    private final int[] partner;
    private final int[] enclosing;
    private final Starts starts;

    private Pieces(List<Piece> list, Starts starts) {
        this.list = list;
        this.starts = starts;
        this.partner = new int[list.size()];
        this.enclosing = new int[list.size()];
        Arrays.fill(partner, -1);
        Deque<Integer> open = new ArrayDeque<>();
        for (int i = 0; i < list.size(); i++) {
            if (list.get(i).isCloser() && !open.isEmpty()) {
                partner[i] = open.pop();
                partner[partner[i]] = i;
            }
            enclosing[i] = open.isEmpty() ? -1 : open.peek();
            if (list.get(i).isOpener()) {
                open.push(i);
            }
        }
    }

    static Pieces of(SourceFile file, Parsed parsed) {
        List<Piece> all = new ArrayList<>();
        int end = 0;
        for (Token token : parsed.tokens()) {
            String between = file.text().substring(end, token.start());
            long lines = between.replace("\r\n", "\n")
                    .replace('\r', '\n')
                    .chars()
                    .filter(c -> c == '\n')
                    .count();
            String text = file.text().substring(token.start(), token.end()).stripTrailing();
            all.add(new Piece(token, text, lines > 0 || end == 0, lines > 1 && end > 0));
            end = token.end();
        }
        return new Pieces(withoutTrailingCommas(all), Starts.of(parsed.tree()));
    }

    /** {@code (a, b,)} on one line is {@code (a, b)}; a comma before a closing bracket on the next line stays. */
    private static List<Piece> withoutTrailingCommas(List<Piece> all) {
        List<Piece> kept = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            boolean trailing = all.get(i).is(",")
                    && i + 1 < all.size()
                    && all.get(i + 1).isCloser()
                    && !all.get(i + 1).newLine();
            if (!trailing) {
                kept.add(all.get(i));
            }
        }
        return kept;
    }

    int size() {
        return list.size();
    }

    Piece get(int i) {
        return list.get(i);
    }

    /** The index of the bracket that belongs to the one at {@code i}. */
    int partner(int i) {
        return partner[i];
    }

    /** The index of the innermost bracket around the piece at {@code i}, or -1; of a closing bracket, the one around both. */
    int enclosing(int i) {
        return enclosing[i];
    }

    /** The index of the last token before {@code i}, comments left out, or -1. */
    int before(int i) {
        int at = i - 1;
        while (at >= 0 && list.get(at).isComment()) {
            at--;
        }
        return at;
    }

    /** Whether the brace at {@code i} holds layers, members or conditions, rather than being a set, a record or a type. */
    boolean isBody(int i) {
        int opener = get(i).isCloser() ? partner(i) : i;
        return opener >= 0
                && get(opener).is("{")
                && (starts.isBody(get(opener).token().start())
                        || enclosing(opener) < 0
                                && !starts.isInValue(get(opener).token().start()));
    }

    /** Whether an item, a member, a clause or a statement starts at {@code i}. */
    boolean isStart(int i) {
        return starts.isStart(get(i).token().start());
    }

    /** The width of the column of keywords that {@code i} belongs to, or 0. */
    int column(int i) {
        return starts.column(get(i).token().start());
    }

    boolean isItem(int i) {
        return starts.isItem(get(i).token().start());
    }

    /** Whether the brace at {@code opener} holds a list with commas. */
    boolean isListed(int opener) {
        return !isBody(opener) || starts.isListed(get(opener).token().start());
    }
}
