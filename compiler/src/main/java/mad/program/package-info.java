/**
 * The mathematical program: variables, terms, constraints, an objective, and the way back to the design.
 *
 * <p>Everything here is a value. A {@link mad.program.Program} is built once through {@link mad.program.Terms} and then only
 * read. Nothing in this package knows a block, a stage or a metric; it depends on positions in the source and on nothing else.
 */
@NullMarked
package mad.program;

import org.jspecify.annotations.NullMarked;
