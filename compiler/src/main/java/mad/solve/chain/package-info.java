/**
 * Proven optima of programs whose variables hang together in a chain: Lagrangian dynamic programming inside branch and bound.
 * Everything here is found in the program's terms; nothing knows what the program is about.
 */
@NullMarked
package mad.solve.chain;

import org.jspecify.annotations.NullMarked;
