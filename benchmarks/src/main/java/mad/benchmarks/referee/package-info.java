/** The same programs for MAD and for other solvers, and one judge of what they answer. */
package mad.benchmarks.referee;
