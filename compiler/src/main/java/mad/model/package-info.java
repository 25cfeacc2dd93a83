/** What was meant: names resolved, types known, defaults filled in, inheritance flattened. Sealed records only. */
@NullMarked
package mad.model;

import org.jspecify.annotations.NullMarked;
