/**
 * Solvers of mathematical programs: heuristics on an incremental evaluator, and a valid bound from interval propagation.
 *
 * <p>An answer depends on the program, the seed and the work limit, never on time or on the number of threads, unless a time
 * limit or a cancellation ended the search, and then the answer says so. Nothing here knows a block, a stage or a metric.
 */
@NullMarked
package mad.solve;

import org.jspecify.annotations.NullMarked;
