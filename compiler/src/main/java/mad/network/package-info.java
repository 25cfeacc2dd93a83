/**
 * Networks with every decision fixed, unrolled layer by layer, and metrics evaluated on them in plain numbers: the oracle that every
 * solved design is checked against. It shares no code with the formulas of {@code mad.lower} or with {@code mad.program}.
 */
@NullMarked
package mad.network;

import org.jspecify.annotations.NullMarked;
