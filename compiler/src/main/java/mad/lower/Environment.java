package mad.lower;

import mad.model.Symbol;
import mad.program.Term;
import org.jspecify.annotations.Nullable;

/**
 * What the local names stand for, innermost first, and what a block knows of its surroundings. Immutable.
 *
 * @param guard where the text at hand counts at all: the choice of an alternative; null where always
 */
record Environment(
        @Nullable Environment outer,
        @Nullable Symbol symbol,
        @Nullable Symbolic value,
        @Nullable Surroundings surroundings,
        @Nullable Term guard) {
    /** What enters a block, and whether this is the first repetition of its part. */
    record Surroundings(Extent entering, boolean first) {}

    static final Environment EMPTY = new Environment(null, null, null, null, null);

    static Environment inBlock(Surroundings surroundings) {
        return new Environment(null, null, null, surroundings, null);
    }

    Environment with(Symbol symbol, Symbolic value) {
        return new Environment(this, symbol, value, surroundings, guard);
    }

    /** The same names seen from inside a body in place. */
    Environment at(Surroundings surroundings) {
        return new Environment(this, null, null, surroundings, guard);
    }

    /** The same names, where only {@code guard} makes them count. */
    Environment under(Term guard) {
        return new Environment(this, null, null, surroundings, guard);
    }

    @Nullable
    Symbolic find(Symbol wanted) {
        for (Environment e = this; e != null; e = e.outer) {
            if (e.symbol != null && e.symbol.equals(wanted)) {
                return e.value;
            }
        }
        return null;
    }
}
