package mad.solve;

/**
 * What an answer cost.
 *
 * @param method the solver's name
 * @param evaluations points evaluated
 * @param seconds by the wall clock; the only part that differs from run to run
 */
public record Statistics(String method, long seed, long evaluations, double seconds) {}
