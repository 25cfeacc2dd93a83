package mad.solve;

import mad.program.Assignment;

/** The best feasible point known, with its objective. */
public record Incumbent(Assignment assignment, double objective) {

    /** {@code |bound - objective| / max(1e-9, |objective|)}: how much better, relatively, a solution could still be. */
    public double gap(double bound) {
        return Math.abs(bound - objective) / Math.max(1e-9, Math.abs(objective));
    }
}
