package mad.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import mad.model.Definition;
import mad.model.Expression;
import mad.network.Evaluation;
import mad.network.Evaluator;
import mad.network.Value;
import mad.source.Span;
import org.jspecify.annotations.Nullable;

/**
 * Runs frontiers: the best of the first metric under limits of the second that are evenly spaced between its own best value and
 * the one it has where the first is best. What is proved under a limit holds under every tighter one; what is found, under
 * every looser one.
 */
record Frontiers(Designs designs) {
    Study run(Definition.Frontier frontier, Question template, Progress.Listener listener, Cancellation cancellation) {
        return new Run(designs, frontier, template, listener, cancellation).study();
    }

    private record Run(
            Designs designs,
            Definition.Frontier frontier,
            Question template,
            Progress.Listener listener,
            Cancellation cancellation) {

        Study study() {
            Designs.Attempt loosest = solve(frontier.first(), null, List.of(), "loosest");
            List<Study.Point> points = loosest.answer() instanceof Answer.Found
                    ? points(loosest)
                    : List.of(PointBuilder.of(List.of(Double.NaN), loosest.answer(), Double.NaN));
            boolean upper = !frontier.second().maximize();
            Study.Axis axis = new Study.Axis(
                    frontier.second().source(),
                    Units.symbol(frontier.second().value().type()),
                    upper ? Study.Relation.AT_MOST : Study.Relation.AT_LEAST);
            Study.Goal goal = new Study.Goal(
                    frontier.first().source(),
                    frontier.first().maximize(),
                    Units.symbol(frontier.first().value().type()));
            List<Study.Point> certified = new Shared(frontier.first().maximize(), template.gap()).between(points);
            return new Study(
                    frontier.name(), Study.Kind.FRONTIER, frontier.design().name(), List.of(axis), goal, certified);
        }

        private List<Study.Point> points(Designs.Attempt loosest) {
            double last = used(loosest.answer());
            Designs.Attempt tightest = solve(frontier.second(), null, List.of(loosest.point()), "tightest");
            double first = used(tightest.answer());
            int count = first == last ? 1 : count();
            List<Study.Point> points = new ArrayList<>();
            List<Map<String, Double>> starts = new ArrayList<>(List.of(tightest.point(), loosest.point()));
            for (int k = 0; k < count - 1 && !cancellation.isCancelled(); k++) {
                double limit = first + (last - first) * k / (count - 1);
                Designs.Attempt attempt = solve(frontier.first(), limit, starts, k + 1 + "/" + count);
                points.add(PointBuilder.of(List.of(limit), attempt.answer(), used(attempt.answer())));
                if (!attempt.point().isEmpty()) {
                    starts.addFirst(attempt.point());
                }
            }
            points.add(PointBuilder.of(List.of(last), loosest.answer(), last));
            return points;
        }

        private int count() {
            return Evaluator.constant(frontier.points()) instanceof Evaluation.Known(Value.Num(double value))
                    ? (int) Math.min(1000, Math.max(2, value))
                    : 2;
        }

        private double used(Answer answer) {
            Report.Quantity used = answer instanceof Answer.Found found
                    ? found.report().metrics().get(frontier.second().source())
                    : null;
            return used == null ? Double.NaN : used.value();
        }

        private Designs.Attempt solve(
                Definition.Goal goal, @Nullable Double limit, List<Map<String, Double>> starts, String label) {
            Definition.Design design = design(goal, limit);
            Question question = template.withDesign(design.name());
            Progress.Listener named = Listeners.named(frontier.name() + " " + label, listener);
            return designs.attempt(design, question, starts, named, cancellation);
        }

        /** The design with another goal, and a limit of the second metric. */
        private Definition.Design design(Definition.Goal goal, @Nullable Double limit) {
            Definition.Design of = frontier.design().withDefaults(frontier.designArgs());
            Definition.Goal second = frontier.second();
            List<Definition.Limit> limits = new ArrayList<>(of.limits());
            if (limit != null) {
                Span at = second.span();
                limits.add(new Definition.Limit(
                        at,
                        frontier.name(),
                        second.source(),
                        second.value(),
                        !second.maximize(),
                        new Expression.Number(at, second.value().type(), limit),
                        second.source()));
            }
            List<Definition.Reported> reports = new ArrayList<>(of.reports());
            reports.add(new Definition.Reported(second.span(), second.source(), second.value()));
            return new Definition.Design(
                    of.name(),
                    of.span(),
                    of.doc(),
                    of.parameters(),
                    of.space(),
                    of.spaceArgs(),
                    of.bindings(),
                    limits,
                    of.requirements(),
                    goal,
                    List.of(),
                    reports);
        }
    }

    /** Lets neighbours share what they found and what they proved. Points go from the tightest limit to the loosest. */
    private record Shared(boolean maximize, double target) {
        List<Study.Point> between(List<Study.Point> points) {
            List<Study.Point> shared = new ArrayList<>(points);
            for (int i = 1; i < shared.size(); i++) {
                if (isBetter(shared.get(i - 1).value(), shared.get(i).value())) {
                    shared.set(i, taken(shared.get(i), shared.get(i - 1)));
                }
            }
            for (int i = shared.size() - 2; i >= 0; i--) {
                Study.Point point = shared.get(i);
                double looser = shared.get(i + 1).bound();
                shared.set(i, proved(point, isBetter(point.bound(), looser) ? looser : point.bound()));
            }
            return shared;
        }

        private boolean isBetter(double a, double b) {
            return !Double.isNaN(a) && (Double.isNaN(b) || (maximize ? a > b : a < b));
        }

        /** The design of a tighter limit, which this limit allows too. */
        private Study.Point taken(Study.Point point, Study.Point tighter) {
            double bound = Double.isNaN(point.bound()) ? Double.POSITIVE_INFINITY * (maximize ? 1 : -1) : point.bound();
            Study.Point taken = new Study.Point(
                    point.at(),
                    Study.Status.FEASIBLE,
                    tighter.value(),
                    bound,
                    Double.NaN,
                    tighter.used(),
                    tighter.answer());
            return proved(taken, bound);
        }

        private Study.Point proved(Study.Point point, double bound) {
            double gap = Math.abs(bound - point.value()) / Math.max(1e-9, Math.abs(point.value()));
            boolean open = point.status() == Study.Status.FEASIBLE || point.status() == Study.Status.OPTIMAL;
            Study.Status status = !open ? point.status() : gap <= target ? Study.Status.OPTIMAL : Study.Status.FEASIBLE;
            return new Study.Point(point.at(), status, point.value(), bound, gap, point.used(), point.answer());
        }
    }
}
