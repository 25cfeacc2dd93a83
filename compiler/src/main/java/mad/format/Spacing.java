package mad.format;

import java.util.Set;

/** Whether a space stands between two neighbours on a line. */
final class Spacing {
    /** Keywords that are names in most places. */
    static final Set<String> NAMES = Set.of(
            "x", "weight", "key", "value", "from", "list", "once", "points", "report", "table", "true", "false", "in");

    private static final Set<String> TIGHT = Set.of(".", "..", "^");

    private final Pieces pieces;

    Spacing(Pieces pieces) {
        this.pieces = pieces;
    }

    /** The width of the gap between piece {@code i - 1} and piece {@code i}. */
    String between(int i) {
        Piece left = pieces.get(i - 1);
        Piece right = pieces.get(i);
        if (right.isComment()) {
            return "  ";
        }
        return isApart(i, left, right) ? " " : "";
    }

    private boolean isApart(int i, Piece left, Piece right) {
        if (left.is("{") || right.is("}")) {
            return pieces.isBody(left.is("{") ? i - 1 : i);
        }
        if (left.isOpener() || right.isCloser() || right.is(",") || right.is(":")) {
            return false;
        }
        if (TIGHT.contains(left.text()) || TIGHT.contains(right.text()) || isSign(i - 1)) {
            return false;
        }
        if (right.is("(") || right.is("[")) {
            return !isCalled(i, left, right);
        }
        return true;
    }

    /** A minus that negates. */
    private boolean isSign(int i) {
        int before = pieces.before(i);
        return pieces.get(i).is("-") && (before < 0 || !pieces.get(before).endsValue());
    }

    /** After a word that may be a name or a keyword, the author knows. */
    private boolean isCalled(int i, Piece left, Piece right) {
        boolean touches = left.token().end() == right.token().start();
        boolean field = i > 1 && pieces.get(i - 2).is(".");
        return left.isWord() ? field || NAMES.contains(left.text()) && touches : left.endsValue();
    }
}
