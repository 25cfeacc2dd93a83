package mad.program;

/**
 * {@code body relation bound}. A body without a finite value breaks the constraint.
 *
 * @param name what messages call it; unique within the program
 * @param bound finite
 * @param origin the statement it comes from; one statement may give several constraints
 */
public record Constraint(String name, Term body, Relation relation, double bound, Origin origin) {

    /** The relations a constraint may state; at-least is at-most with both sides negated. */
    public enum Relation {
        LE("<="),
        EQ("==");

        private final String symbol;

        Relation(String symbol) {
            this.symbol = symbol;
        }

        public String symbol() {
            return symbol;
        }
    }

    /**
     * The relative error that a body with rounding may have, measured against {@code max(1, |bound|)}. A body whose values are
     * all integers is computed exactly and has none.
     */
    public static final double TOLERANCE = 1e-9;

    public Constraint {
        if (!Double.isFinite(bound)) {
            throw new IllegalArgumentException("constraint " + name + " has the bound " + bound);
        }
    }

    /** How far {@code body} may lie beyond the bound: 0 for an integral body. */
    public double slack() {
        return body.isIntegral() ? 0 : TOLERANCE * Math.max(1, Math.abs(bound));
    }

    /** By how much a value of the body breaks the constraint: 0 when it holds, infinite when there is no finite value. */
    public double violation(double value) {
        if (!Double.isFinite(value)) {
            return Double.POSITIVE_INFINITY;
        }
        double excess = switch (relation) {
            case LE -> value - bound;
            case EQ -> Math.abs(value - bound);
        };
        return excess <= slack() ? 0 : excess;
    }

    @Override
    public String toString() {
        return name + " " + relation.symbol() + " " + Numbers.text(bound);
    }
}
