/** Text and positions; depends on nothing. */
@NullMarked
package mad.source;

import org.jspecify.annotations.NullMarked;
