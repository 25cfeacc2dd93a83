package mad.format;

import java.util.BitSet;
import java.util.List;
import java.util.Set;
import mad.syntax.Token;

/** Breaks a line that is too long: a bracket's elements one to a line, or else before an operator. */
final class Wrapping {
    /** Joints from the loosest to the tightest; the first three break a line before brackets do. */
    private static final List<Set<String>> JOINTS = List.of(
            Set.of("else"),
            Set.of("or"),
            Set.of("and"),
            Set.of("then", "extends", "where"),
            Set.of("<=", ">=", "<", ">", "==", "!="),
            Set.of("+", "-"),
            Set.of("*", "/"));

    private static final int BEFORE_BRACKETS = 3;

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
        return elements(start, last + 1)
                || afterEquals(start, last + 1, layout)
                || joints(start, last + 1, JOINTS.subList(0, BEFORE_BRACKETS))
                || branches(start, last + 1)
                || fill(start, last + 1, layout)
                || bracket >= 0 && open(bracket)
                || joints(start, last + 1, JOINTS);
    }

    /** The value of a constant or metric goes to the next line, unless it is one bracket that would not fit there either. */
    private boolean afterEquals(int start, int end, Layout layout) {
        for (int i = start + 1; i + 1 < end; i++) {
            if (pieces.get(i).is("=") && isLevel(i, start)) {
                boolean bracketed = pieces.get(end - 1).isCloser() && pieces.partner(end - 1) <= i + 2;
                int width = layout.columnAfter(start, end - 1) - layout.columnAfter(start, i);
                return (!bracketed
                                || width < Formatter.WIDTH && !pieces.get(i + 1).isOpener())
                        && add(i + 1);
            }
        }
        return false;
    }

    /** The first outermost bracket of this line that passes the margin, or else the last before it; only one with something inside. */
    private int bracket(int start, int end, Layout layout) {
        int i = start;
        int last = -1;
        while (i < end) {
            int closer = pieces.get(i).isOpener() ? pieces.partner(i) : -1;
            if (closer < 0 || closer >= end) {
                i++;
            } else if (closer > i + 1 && layout.columnAfter(start, closer) > Formatter.WIDTH) {
                return i;
            } else {
                last = closer > i + 1 ? i : last;
                i = closer + 1;
            }
        }
        return last;
    }

    /** What is inside goes to lines of its own: statements one to a line, a list on one line if it fits there. */
    private boolean open(int opener) {
        int closer = pieces.partner(opener);
        add(opener + 1);
        add(closer);
        for (int i = opener + 1; i < closer && !pieces.isListed(opener); i++) {
            if (pieces.enclosing(i) == opener && pieces.isStart(i)) {
                add(i);
            }
        }
        return true;
    }

    /** The elements of a list that has a line of its own and does not fit there: one to a line. */
    private boolean elements(int start, int end) {
        int opener = start - 1;
        boolean whole = opener >= 0
                && pieces.get(opener).isOpener()
                && pieces.partner(opener) == end
                && pieces.isListed(opener)
                && !isPlain(opener);
        boolean any = false;
        for (int i = start + 1; whole && i < end; i++) {
            if (pieces.enclosing(i) == opener && pieces.get(i - 1).is(",")) {
                any |= add(i);
            }
        }
        return any;
    }

    /** Every branch of a join but the first on a line of its own. */
    private boolean branches(int start, int end) {
        boolean any = false;
        for (int i = start + 1; i < end; i++) {
            Piece before = pieces.get(i - 1);
            boolean afterBody = before.is("}") && pieces.isBody(i - 1);
            boolean branch =
                    pieces.get(i).is("{") && pieces.isBody(i) || pieces.get(i).is("when");
            if (afterBody && branch && isLevel(i, start)) {
                any |= add(i);
            }
        }
        return any;
    }

    /** A list of numbers: as many on a line as fit. */
    private boolean isPlain(int opener) {
        for (int i = opener + 1; i < pieces.partner(opener); i++) {
            boolean number = pieces.get(i).token().kind() == Token.Kind.NUMBER
                    || pieces.get(i).is("-");
            if (!number && !pieces.get(i).is(",")) {
                return false;
            }
        }
        return pieces.get(opener).is("[");
    }

    private boolean fill(int start, int end, Layout layout) {
        int found = -1;
        for (int i = start + 1; i < end; i++) {
            boolean comma = pieces.get(i - 1).is(",") && isLevel(i, start);
            if (comma && (found < 0 || layout.columnAfter(start, i - 1) <= Formatter.WIDTH)) {
                found = i;
            }
        }
        return found >= 0 && add(found);
    }

    /** Breaks before every joint of the loosest kind that this line has at its own level. */
    private boolean joints(int start, int end, List<Set<String>> kinds) {
        for (Set<String> kind : kinds) {
            boolean any = false;
            for (int i = start + 2; i < end; i++) {
                if (kind.contains(pieces.get(i).text()) && pieces.get(i - 1).endsValue() && isLevel(i, start)) {
                    any |= add(i);
                }
            }
            if (any) {
                return true;
            }
        }
        return false;
    }

    private boolean isLevel(int i, int start) {
        return pieces.enclosing(i) == pieces.enclosing(start);
    }

    private boolean add(int i) {
        breaks.set(i);
        return true;
    }
}
