package mad.lower;

import mad.program.Term;
import mad.program.Terms;

/** The shape of a feature map in terms of the decisions: channels, frames, rows and columns. */
record Extent(Term channels, Term frames, Term rows, Term columns) {
    Term pixels(Terms t) {
        return t.multiply(t.multiply(frames, rows), columns);
    }

    Term elements(Terms t) {
        return t.multiply(channels, pixels(t));
    }

    Extent withChannels(Term channels) {
        return new Extent(channels, frames, rows, columns);
    }

    boolean sameSize(Extent other) {
        return frames == other.frames && rows == other.rows && columns == other.columns;
    }

    /** This where {@code condition} holds, else {@code otherwise}. */
    Extent orElse(Term condition, Extent otherwise, Terms t) {
        return new Extent(
                t.ifThenElse(condition, channels, otherwise.channels),
                t.ifThenElse(condition, frames, otherwise.frames),
                t.ifThenElse(condition, rows, otherwise.rows),
                t.ifThenElse(condition, columns, otherwise.columns));
    }

    /** All elements as channels at one position. */
    Extent vector(Term channels, Terms t) {
        Term one = t.constant(1);
        return new Extent(channels, one, one, one);
    }
}
