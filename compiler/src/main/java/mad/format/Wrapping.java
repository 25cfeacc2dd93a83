package mad.format;

import java.util.BitSet;
import java.util.Set;

/** Breaks a line that is too long: a bracket's elements one to a line, or else before an operator. */
final class Wrapping {
    private static final Set<String> OPERATORS =
            Set.of("or", "and", "else", "then", "extends", "where", "+", "-", "*", "/", "<=", ">=", "<", ">", "==", "!=");

    private final Pieces pieces;
    private final BitSet breaks;

    Wrapping(Pieces pieces, BitSet breaks) {
        this.pieces = pieces;
        this.breaks = breaks;
    }

    /** Adds breaks to the line of the pieces from {@code start} to {@code end}; false where there is nothing to break. */
    boolean wrap(int start, int end, Layout layout) {
        int last = end - 1;
        while (last > start && pieces.get(last).isComment()) {
            last--;
        }
        if (layout.columnAfter(start, last) <= Formatter.WIDTH) {
            return false;
        }
        int bracket = bracket(start, last + 1, layout);
        return bracket >= 0 ? open(bracket) : operator(start, last + 1, layout);
    }

    /** The outermost bracket of this line that passes the margin, the last of these; only one with something inside. */
    private int bracket(int start, int end, Layout layout) {
        int i = start;
        while (i < end) {
            int closer = pieces.get(i).isOpener() ? pieces.partner(i) : -1;
            if (closer < 0 || closer >= end) {
                i++;
            } else if (closer > i + 1 && layout.columnAfter(start, closer) > Formatter.WIDTH) {
                return i;
            } else {
                i = closer + 1;
            }
        }
        return -1;
    }

    private boolean open(int opener) {
        int closer = pieces.partner(opener);
        breaks.set(opener + 1);
        breaks.set(closer);
        for (int i = opener + 1; i < closer; i++) {
            if (pieces.isListed(opener) && pieces.get(i).is(",") && pieces.enclosing(i) == opener && i + 1 < closer) {
                breaks.set(i + 1);
            } else if (!pieces.isListed(opener) && pieces.isStart(i) && pieces.enclosing(i) == opener) {
                breaks.set(i);
            }
        }
        return true;
    }

    /** The last operator of the outermost level that still fits, but not one that would leave nothing before it. */
    private boolean operator(int start, int end, Layout layout) {
        int level = pieces.enclosing(start);
        int found = -1;
        for (int i = start + 2; i < end; i++) {
            boolean fits = found < 0 || layout.columnAfter(start, i - 1) <= Formatter.WIDTH;
            boolean joins = OPERATORS.contains(pieces.get(i).text()) && pieces.get(i - 1).endsValue();
            if (joins && fits && pieces.enclosing(i) == level) {
                found = i;
            }
        }
        if (found >= 0) {
            breaks.set(found);
        }
        return found >= 0;
    }
}
