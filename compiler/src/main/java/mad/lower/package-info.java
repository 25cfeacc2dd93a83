/** From the typed model to a mathematical program, and from an assignment back to decisions. Shares no formula with {@code mad.network}. */
@NullMarked
package mad.lower;

import org.jspecify.annotations.NullMarked;
