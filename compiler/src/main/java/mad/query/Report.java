package mad.query;

import java.util.List;
import java.util.Map;
import mad.source.Span;
import org.jspecify.annotations.Nullable;

/**
 * A design with everything there is to say about it; each number was computed on the concrete, unrolled network.
 *
 * @param space the space it was chosen from
 * @param arguments the design's parameters, by name
 * @param variables the decisions: numbers, or the name of the chosen block
 * @param metrics by name: budgets' metrics, reports and the parts of the objective, in the order in which the design names them
 * @param violations what does not hold; empty for a feasible design
 */
public record Report(
        String design,
        String space,
        Map<String, Object> arguments,
        Status status,
        @Nullable Objective objective,
        Map<String, Quantity> metrics,
        List<BudgetUse> budgets,
        Map<String, Object> variables,
        List<Row> stages,
        List<ActiveBound> activeBounds,
        List<Failure> violations,
        @Nullable SolverFacts solver) {
    public Report {
        budgets = List.copyOf(budgets);
        stages = List.copyOf(stages);
        activeBounds = List.copyOf(activeBounds);
        violations = List.copyOf(violations);
    }

    /** {@code EVALUATED}: a network without decisions. {@code FEASIBLE}: a design without proof of optimality. */
    public enum Status {
        EVALUATED,
        FEASIBLE,
        OPTIMAL,
        VIOLATED
    }

    /**
     * The objective and what is proved of it.
     *
     * @param bound no design of the space can be better; gap is {@code |bound - value| / max(1e-9, |value|)}
     */
    public record Objective(String text, boolean maximize, double value, double bound, double gap) {}

    /** @param unit {@code ""}, {@code "B"}, {@code "s"}, {@code "J"} and so on, as the metric's dimension says */
    public record Quantity(double value, String unit) {}

    /** @param use value over limit (limit over value for a lower limit); at most 1 where the limit holds */
    public record BudgetUse(
            String budget,
            String name,
            double value,
            boolean upper,
            double limit,
            double use,
            String unit,
            Span span) {}

    /**
     * One stem, stage or head.
     *
     * @param arguments the block's arguments by name, in the order of its parameters
     * @param metrics each budget metric and baseline of this part alone
     * @param share each budget metric as a share of the whole network, 0 to 1
     */
    public record Row(
            String name,
            String kind,
            String block,
            long depth,
            long in,
            long out,
            long inSize,
            long size,
            Map<String, Object> arguments,
            long params,
            long macs,
            int layers,
            double entropy,
            Map<String, Double> metrics,
            Map<String, Double> share,
            Span span) {}

    /**
     * A limit, constraint or end of a domain that the design touches.
     *
     * @param slack how far from it, in the units of the constraint
     */
    public record ActiveBound(String name, Kind kind, double value, double limit, double slack, Span span) {
        public enum Kind {
            BUDGET,
            CONSTRAINT,
            LOWER_END,
            UPPER_END
        }
    }

    public record Failure(String message, Span span) {}

    /** @param termination why it stopped, in words of the solver */
    public record SolverFacts(String method, long seed, double seconds, long evaluations, String termination) {}
}
