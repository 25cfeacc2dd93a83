package mad.model;

import org.jspecify.annotations.Nullable;

/**
 * A parameter of a block, space, metric, function, budget or design.
 *
 * @param range what an argument must satisfy beyond its type
 * @param once holds its argument in the first repetition of a stage only, and its default in the others
 * @param fallback the default, or null where an argument must be given
 */
public record Parameter(
        Symbol symbol, Range range, boolean once, @Nullable Expression fallback, String doc) {
    public String name() {
        return symbol.name();
    }

    /** What {@code channels}, {@code odd} and {@code count} ask of a number beyond being whole. */
    public enum Range {
        ANY,
        AT_LEAST_ZERO,
        AT_LEAST_ONE,
        ODD
    }
}
