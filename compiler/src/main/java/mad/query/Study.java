package mad.query;

import java.util.List;
import java.util.Map;
import mad.diagnostic.Diagnostic;
import org.jspecify.annotations.Nullable;

/**
 * One design solved again and again: a sweep over parameters, or a frontier of two metrics.
 *
 * @param axes what is gone through: a sweep's parameters; the limit of a frontier's second metric
 * @param goal what each point is the best of
 * @param points in the order of the axes' values, the last axis running fastest; fewer where it was stopped
 */
public record Study(String name, Kind kind, String design, List<Axis> axes, Goal goal, List<Point> points) {
    public Study {
        axes = List.copyOf(axes);
        points = List.copyOf(points);
    }

    public enum Kind {
        SWEEP,
        FRONTIER
    }

    /** @param unit of its values, as in {@link Report.Quantity} */
    public record Axis(String name, String unit, Relation relation) {}

    /** How a point is related to its value on an axis. */
    public enum Relation {
        /** A parameter has this value. */
        IS,
        /** The metric is at most this. */
        AT_MOST,
        /** The metric is at least this. */
        AT_LEAST
    }

    public record Goal(String text, boolean maximize, String unit) {}

    /**
     * One solved design.
     *
     * @param at its value on each axis
     * @param value of the goal; NaN where no design was found
     * @param bound no design at this point is better; infinite or NaN where nothing is known
     * @param gap as in {@link Report.Objective}
     * @param used what a frontier's second metric is; NaN in sweeps
     */
    public record Point(
            List<Double> at, Status status, double value, double bound, double gap, double used, Answer answer) {
        public Point {
            at = List.copyOf(at);
        }

        /** The design, also one that only came closest; null where there is none. */
        public @Nullable Report report() {
            return switch (answer) {
                case Answer.Found found -> found.report();
                case Answer.NothingFound nothing -> nothing.nearest();
                case Answer.Infeasible none -> null;
                case Answer.Refused none -> null;
            };
        }

        public List<Diagnostic> diagnostics() {
            return switch (answer) {
                case Answer.Infeasible infeasible -> infeasible.diagnostics();
                case Answer.Refused refused -> refused.diagnostics();
                case Answer.Found found -> List.of();
                case Answer.NothingFound nothing -> List.of();
            };
        }

        public Map<String, Object> variables() {
            Report report = report();
            return report == null ? Map.of() : report.variables();
        }
    }

    /** What is known of a point. */
    public enum Status {
        OPTIMAL,
        FEASIBLE,
        /** A network without decisions, or a design without a goal. */
        EVALUATED,
        VIOLATED,
        INFEASIBLE,
        NOTHING_FOUND,
        REFUSED
    }
}
