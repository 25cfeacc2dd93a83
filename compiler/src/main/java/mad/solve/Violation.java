package mad.solve;

import mad.program.Constraint;

/**
 * A constraint that a point breaks.
 *
 * @param value of its body there; NaN or infinite when it has none
 * @param excess by how much it is broken, in the body's own unit; more than 0
 */
public record Violation(Constraint constraint, double value, double excess) {}
