package mad.format;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** Lines and their indentation. */
final class Layout {
    private static final int STEP = 2;

    private final Pieces pieces;
    private final Spacing spacing;
    private final BitSet breaks = new BitSet();
    private final int[] indents;

    Layout(Pieces pieces) {
        this.pieces = pieces;
        this.spacing = new Spacing(pieces);
        this.indents = new int[pieces.size()];
        for (int i = 0; i < pieces.size(); i++) {
            boolean afterComment = i > 0 && pieces.get(i - 1).isComment();
            boolean asWritten = pieces.get(i).newLine() && !joinsLine(i);
            if (i == 0 || asWritten || afterComment || pieces.isItem(i)) {
                breaks.set(i);
            }
        }
        openBrokenBodies();
    }

    /** A body of several lines has its braces to themselves. */
    private void openBrokenBodies() {
        for (int i = pieces.size() - 1; i >= 0; i--) {
            int closer = pieces.get(i).is("{") && pieces.isBody(i) ? pieces.partner(i) : -1;
            int broken = breaks.nextSetBit(i + 1);
            if (closer > i + 1 && broken >= 0 && broken <= closer) {
                breaks.set(i + 1, !pieces.get(i + 1).isComment() || breaks.get(i + 1));
                breaks.set(closer);
            }
        }
    }

    /** A body opens on the line of what it belongs to, and {@code else} stands beside the body before it; a second branch may go below. */
    private boolean joinsLine(int i) {
        int before = pieces.before(i);
        boolean afterBody = before >= 0 && pieces.get(before).is("}") && pieces.isBody(before);
        boolean opens = pieces.get(i).is("{") && pieces.isBody(i);
        return before >= 0
                && (opens ? !afterBody && !pieces.isStart(i) : pieces.get(i).is("else") && afterBody);
    }

    String text() {
        List<String> lines = new ArrayList<>();
        for (int start = 0; start < pieces.size(); start = end(start)) {
            String line = line(start);
            while (line.length() > Formatter.WIDTH && new Wrapping(pieces, breaks).wrap(start, end(start), this)) {
                line = line(start);
            }
            boolean first = start == 0 || pieces.get(start - 1).isOpener();
            if (pieces.get(start).blankAbove() && !first && !pieces.get(start).isCloser()) {
                lines.add("");
            }
            lines.add(line);
        }
        return String.join("\n", lines) + "\n";
    }

    /** The column at which piece {@code i} ends, on the line that starts at {@code start}. */
    int columnAfter(int start, int i) {
        return line(start, i + 1).length();
    }

    private int end(int start) {
        int next = breaks.nextSetBit(start + 1);
        return next < 0 ? pieces.size() : next;
    }

    private String line(int start) {
        return line(start, end(start));
    }

    private String line(int start, int end) {
        int indent = indent(start);
        StringBuilder line = new StringBuilder(" ".repeat(indent));
        for (int i = start; i < end; i++) {
            indents[i] = indent;
            line.append(i > start ? spacing.between(i) : "");
            line.append(i == start + 1 ? gap(start) : "").append(pieces.get(i).text());
        }
        return line.toString();
    }

    /** What brings the text after the keyword at the start of a line below that of its neighbours. */
    private String gap(int start) {
        int missing = pieces.column(start) - pieces.get(start).text().length();
        return " ".repeat(Math.max(0, missing));
    }

    /** From the line of the bracket around it, and whether it continues the line above. */
    private int indent(int i) {
        Piece piece = pieces.get(i);
        if (piece.isCloser()) {
            return indents[pieces.partner(i)];
        }
        int opener = pieces.enclosing(i);
        int base = opener < 0 ? 0 : indents[opener] + STEP;
        return isContinuation(i, opener) ? base + STEP : base;
    }

    private boolean isContinuation(int i, int opener) {
        Piece piece = pieces.get(i);
        int before = pieces.before(i);
        if (piece.isComment() || before < 0 || before == opener) {
            return false;
        }
        if (opener < 0) {
            return !pieces.isItem(i);
        }
        if (pieces.isListed(opener)) {
            return !pieces.get(before).is(",");
        }
        return !piece.is("points") && !pieces.isStart(i);
    }
}
