package mad.query;

/**
 * Where a running solver stands.
 *
 * @param incumbent the best objective so far; NaN while there is none
 * @param bound no design can be better; infinite while nothing is known
 * @param gap relative; infinite without an incumbent
 */
public record Progress(String design, double incumbent, double bound, double gap, double seconds, long evaluations) {
    @FunctionalInterface
    public interface Listener {
        void on(Progress progress);

        static Listener silent() {
            return progress -> {};
        }
    }
}
