package mad.verify;

/** What a certificate turned out to be worth. */
public sealed interface Verdict {
    /**
     * Everything it claims holds.
     *
     * @param objective of its design; NaN where it claims that there is none
     * @param bound no feasible design has a better objective; NaN where there is none
     * @param boxes parts of the space that were closed, each by a bound of its own
     * @param values the design, by variable
     */
    record Verified(String design, String program, double objective, double bound, long boxes, double[] values)
            implements Verdict {
        public boolean infeasible() {
            return Double.isNaN(bound);
        }

        /** How far the design may be from the best, as a share of its objective; NaN where there is none. */
        public double gap() {
            return Math.abs(bound - objective) / Math.max(Double.MIN_NORMAL, Math.abs(objective));
        }
    }

    /**
     * It proves nothing.
     *
     * @param line of the text, from 1
     */
    record Unproved(int line, String reason) implements Verdict {}
}
