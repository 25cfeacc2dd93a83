package mad.query;

import mad.source.Span;

/**
 * What a limit is worth, of a budget or of a requirement: the gain of the objective where the limit is 1 % looser, by a solve of its own.
 *
 * @param budget empty for a requirement
 * @param limit in force; {@code loosened} is the one that was tried
 * @param gain by how much the best design found is better; NaN where the solve found none
 * @param multiplier the gain that the multipliers of the relaxation promise; NaN where it has none for this limit
 * @param most no design under the loosened limit gains more; infinite where nothing is known
 * @param proved whether both designs are optimal, so that the gain is exact
 * @param span of the limit's statement; of the metric in a requirement, which may have several
 */
public record Price(
        String budget,
        String name,
        String unit,
        double limit,
        double loosened,
        double gain,
        double multiplier,
        double most,
        boolean proved,
        Span span) {}
