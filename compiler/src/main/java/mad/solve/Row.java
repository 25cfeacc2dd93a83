package mad.solve;

import mad.program.Constraint;
import mad.program.Interval;
import mad.program.Term;

/**
 * An interval in which a term must lie.
 *
 * @param source the constraint's index, or -1 for a cut on the objective
 */
record Row(Term term, Interval allowed, int source) {

    /** Bodies with rounding may miss the bound by their slack, and once more by the rounding itself. */
    static Row of(Constraint constraint, int index) {
        double room = 2 * constraint.slack();
        double hi = Math.nextUp(constraint.bound() + room);
        double lo = Math.nextDown(constraint.bound() - room);
        Interval allowed = switch (constraint.relation()) {
            case LE -> new Interval(Double.NEGATIVE_INFINITY, room == 0 ? constraint.bound() : hi);
            case EQ -> room == 0 ? Interval.point(constraint.bound()) : new Interval(lo, hi);
        };
        return new Row(constraint.body(), allowed, index);
    }
}
