/**
 * Programs in the formats of other solvers. {@link mad.export.Smoothing} states what they do not know (steps, sets, maxima,
 * conditions, tables, rounding) by rows with 0/1 variables, exactly or not at all; one writer per format prints the result.
 */
@NullMarked
package mad.export;

import org.jspecify.annotations.NullMarked;
