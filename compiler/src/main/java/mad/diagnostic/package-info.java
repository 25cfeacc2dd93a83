/** What can be said to the user: one code per kind of problem, with spans, notes and fixes. */
@NullMarked
package mad.diagnostic;

import org.jspecify.annotations.NullMarked;
