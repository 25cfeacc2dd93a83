/** What a search writes down of its proof, for a checker that trusts nothing of it. */
@NullMarked
package mad.solve.proof;

import org.jspecify.annotations.NullMarked;
