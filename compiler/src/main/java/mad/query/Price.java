package mad.query;

import mad.source.Span;

/**
 * What a limit of a budget is worth: the gain of the objective where the limit is 1 % looser, by a solve of its own.
 *
 * @param limit in force; {@code loosened} is the one that was tried
 * @param gain by how much the best design found is better; NaN where the solve found none
 * @param most no design under the loosened limit gains more; infinite where nothing is known
 * @param proved whether both designs are optimal, so that the gain is exact
 */
public record Price(
        String budget,
        String name,
        String unit,
        double limit,
        double loosened,
        double gain,
        double most,
        boolean proved,
        Span span) {}
