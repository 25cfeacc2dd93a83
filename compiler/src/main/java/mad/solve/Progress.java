package mad.solve;

import java.util.Optional;

/**
 * Where a running solver stands.
 *
 * @param bound no feasible point has a better objective; infinite while nothing is known
 * @param seconds since the start, by the wall clock
 * @param evaluations points evaluated since the start
 * @param nodes boxes of branch and bound looked into since the start
 */
public record Progress(Optional<Incumbent> incumbent, double bound, double seconds, long evaluations, long nodes) {

    /** The relative gap; infinite without an incumbent. */
    public double gap() {
        return incumbent.map(i -> i.gap(bound)).orElse(Double.POSITIVE_INFINITY);
    }

    /** Told of every better incumbent and bound, on the thread that called the solver. */
    @FunctionalInterface
    public interface Listener {
        void on(Progress progress);

        static Listener silent() {
            return progress -> {};
        }
    }
}
