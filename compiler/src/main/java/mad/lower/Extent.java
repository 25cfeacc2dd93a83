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

    /** This where {@code condition} holds, else {@code otherwise}. */
    Extent orElse(Term condition, Extent otherwise, Terms t) {
        return new Extent(
                Facts.either(condition, channels, otherwise.channels, t),
                Facts.either(condition, frames, otherwise.frames, t),
                Facts.either(condition, rows, otherwise.rows, t),
                Facts.either(condition, columns, otherwise.columns, t));
    }

    /** All elements as channels at one position. */
    Extent vector(Term channels, Terms t) {
        Term one = t.constant(1);
        return new Extent(channels, one, one, one);
    }
}
