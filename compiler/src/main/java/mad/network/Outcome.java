package mad.network;

/** What the solver says of a design; NaN where it says nothing. */
public record Outcome(double objective, double bound, double gap) {
    public static final Outcome UNKNOWN = new Outcome(Double.NaN, Double.NaN, Double.NaN);
}
