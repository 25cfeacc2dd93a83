package mad.query;

import java.util.Map;
import java.util.function.Supplier;

/**
 * Where a running solver stands.
 *
 * @param incumbent the best objective so far; NaN while there is none
 * @param bound no design can be better; infinite while nothing is known
 * @param gap relative; infinite without an incumbent
 * @param nodes boxes of branch and bound looked into so far
 * @param decisions of the incumbent, by name; empty while there is none
 */
public record Progress(
        String design,
        double incumbent,
        double bound,
        double gap,
        double seconds,
        long evaluations,
        long nodes,
        Supplier<Map<String, Double>> decisions) {
    /** Of a solver that shows no design on the way. */
    public Progress(String design, double incumbent, double bound, double gap, double seconds, long evaluations) {
        this(design, incumbent, bound, gap, seconds, evaluations, 0, Map::of);
    }

    @FunctionalInterface
    public interface Listener {
        void on(Progress progress);

        static Listener silent() {
            return progress -> {};
        }
    }
}
