/**
 * Checks the certificate of a bound. Shares nothing with what made it: neither {@code solve}, {@code lower} nor {@code program} may be
 * used here, so that a mistake in one of them cannot hide itself. Everything is computed in intervals that are rounded outward.
 */
@NullMarked
package mad.verify;

import org.jspecify.annotations.NullMarked;
