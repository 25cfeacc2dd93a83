package mad.view;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Everything there is to show of one file. {@code docs/view.schema.json} is its schema in JSON, and {@code preview/src/model.ts} its counterpart in the
 * preview. Numbers are in base units; NaN and infinity stand for what is unknown, and are left out there.
 *
 * @param version of the text that was analysed
 */
public record View(
        String uri, int version, String title, List<Problem> problems, List<Design> designs, List<Plot> plots) {
    public View {
        problems = List.copyOf(problems);
        designs = List.copyOf(designs);
        plots = List.copyOf(plots);
    }

    /** The same without what differs from run to run. */
    public View timeless() {
        return new View(
                uri,
                version,
                title,
                problems,
                designs.stream().map(Design::timeless).toList(),
                plots.stream().map(Plot::timeless).toList());
    }

    /** Zero-based lines, columns in UTF-16 units. */
    public record Range(int line, int column, int endLine, int endColumn) {}

    public record Source(String uri, Range range) {}

    public record Problem(String severity, String code, String message, Source source) {}

    /** How far a design has got. */
    public enum Status {
        WAITING,
        SEARCHING,
        FEASIBLE,
        OPTIMAL,
        EVALUATED,
        INFEASIBLE,
        VIOLATED,
        REFUSED,
        STOPPED,
        NOTHING_FOUND
    }

    /**
     * @param current whether {@code network} belongs to the text as it is
     * @param reason why it does not, or why there is none
     * @param parts of the objective, which add up to it; empty where it is no sum
     */
    public record Design(
            String name,
            String space,
            Source source,
            Status status,
            boolean current,
            @Nullable String reason,
            @Nullable String goal,
            double objective,
            double bound,
            double gap,
            List<Part> parts,
            @Nullable Network network,
            List<Budget> budgets,
            List<Control> controls,
            List<Active> active,
            Proof proof,
            @Nullable Conflict conflict) {
        public Design {
            parts = List.copyOf(parts);
            budgets = List.copyOf(budgets);
            controls = List.copyOf(controls);
            active = List.copyOf(active);
        }

        /** The same, of a text that is gone: nothing in it can be changed any more. */
        public Design outdated(Status now, String why) {
            List<Budget> fixed = budgets.stream().map(Budget::withoutControl).toList();
            return new Design(
                    name, space, source, now, false, why, goal, objective, bound, gap, parts, network, fixed, List.of(),
                    active, proof, null);
        }

        /** The same with the picture of an earlier design, which does not belong to it. */
        public Design showing(Design earlier) {
            return new Design(
                    name,
                    space,
                    source,
                    status,
                    false,
                    reason,
                    goal,
                    objective,
                    bound,
                    gap,
                    parts,
                    earlier.network(),
                    budgets,
                    controls,
                    active,
                    proof,
                    conflict);
        }

        private Design timeless() {
            return with(status, new Proof(0, proof.evaluations(), proof.termination(), List.of()));
        }

        /** The same as a picture: nothing in it can be changed. */
        Design fixed() {
            List<Budget> fixed = budgets.stream().map(Budget::withoutControl).toList();
            return new Design(
                    name, space, source, status, current, reason, goal, objective, bound, gap, parts, network, fixed,
                    List.of(), active, proof, conflict);
        }

        /** The same with what a running solver has told since. */
        public Design with(Status now, Proof told) {
            return new Design(
                    name, space, source, now, current, reason, goal, objective, bound, gap, parts, network, budgets,
                    controls, active, told, conflict);
        }
    }

    public record Part(String name, double value, String unit) {}

    /** Channels, rows and columns; of several frames, all their rows. */
    public record Shape(long channels, long rows, long columns) {}

    public record Network(Shape input, List<Stage> stages, Map<String, Double> totals, Map<String, String> units) {
        public Network {
            stages = List.copyOf(stages);
        }
    }

    /**
     * @param kernel of its block; 0 where it has none, and so {@code stride}
     * @param share each metric as a share of the network, 0 to 1
     */
    public record Stage(
            String name,
            String kind,
            String block,
            long depth,
            Shape in,
            Shape out,
            long kernel,
            long stride,
            Map<String, Object> arguments,
            Map<String, Double> metrics,
            Map<String, Double> share,
            List<Layer> layers,
            @Nullable Source source) {
        public Stage {
            layers = List.copyOf(layers);
        }
    }

    /** @param repetition 1 for layers of the block's first repetition, 2 for those of all others, which are alike */
    public record Layer(
            String kind,
            long times,
            int repetition,
            Shape in,
            Shape out,
            long kernel,
            long stride,
            long groups,
            long params,
            long macs) {}

    /**
     * @param budget where the limit comes from; empty where it stands in the design
     * @param control the id of the control that changes the limit
     */
    public record Budget(
            String name,
            String budget,
            double value,
            double limit,
            boolean upper,
            String unit,
            boolean active,
            @Nullable Price price,
            @Nullable Source source,
            @Nullable String control) {
        Budget withoutControl() {
            return new Budget(name, budget, value, limit, upper, unit, active, price, source, null);
        }
    }

    /** Gain of the objective for one percent more; see {@link mad.query.Price}. */
    public record Price(double gain, double multiplier, double most, boolean proved) {}

    /**
     * A number of the text that may be dragged, with sensible ends and step of a slider.
     *
     * @param note what a change of it does besides changing the number; null where that is all
     */
    public record Control(
            String id,
            String label,
            double value,
            String unit,
            double least,
            double most,
            double step,
            boolean log,
            @Nullable String note,
            Source source) {}

    public record Active(
            String name,
            String kind,
            double value,
            double limit,
            @Nullable Source source) {}

    public record Proof(
            double seconds, long evaluations, @Nullable String termination, List<ProofPoint> points) {
        public static final Proof NONE = new Proof(0, 0, null, List.of());

        public Proof {
            points = List.copyOf(points);
        }
    }

    public record ProofPoint(double seconds, double incumbent, double bound) {}

    /** Statements that cannot hold together; without any one of them there is a design. */
    public record Conflict(String message, List<Member> members) {
        public Conflict {
            members = List.copyOf(members);
        }
    }

    /** @param fix the key of the change that makes it enough; null where it cannot be written */
    public record Member(
            String text,
            Source source,
            @Nullable Needed needed,
            @Nullable String fix) {}

    public record Needed(String text, double value, String unit, boolean proved) {}

    public record Plot(String name, String kind, Axis x, Axis y, List<PlotPoint> points, boolean running) {
        public Plot {
            points = List.copyOf(points);
        }

        private Plot timeless() {
            return new Plot(
                    name, kind, x, y, points.stream().map(PlotPoint::timeless).toList(), running);
        }
    }

    public record Axis(String label, String unit) {}

    public record PlotPoint(
            double x,
            double y,
            double bound,
            boolean proved,
            String label,
            @Nullable Design design) {
        private PlotPoint timeless() {
            return new PlotPoint(x, y, bound, proved, label, design == null ? null : design.timeless());
        }
    }
}
