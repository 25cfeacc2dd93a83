package mad.query;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import mad.diagnostic.Diagnostic;
import mad.model.Definition;
import mad.model.Expression;
import mad.model.Parameter;
import mad.network.Evaluation;
import mad.network.Evaluator;
import mad.network.Value;
import org.jspecify.annotations.Nullable;

/** Runs sweeps: one design for each combination of values, each started from its neighbours. */
record Sweeps(Designs designs) {
    /**
     * @param template file, effort and method of each question; its arguments replace those of the sweep
     * @throws Unanswerable when the values to go through are no numbers
     */
    Study run(Definition.Sweep sweep, Question template, Progress.Listener listener, Cancellation cancellation) {
        Definition.Design design = sweep.design().withDefaults(sweep.designArgs());
        List<String> names = List.copyOf(sweep.axes().keySet());
        List<List<Double>> values =
                sweep.axes().values().stream().map(Sweeps::values).toList();
        List<Study.Point> points = new ArrayList<>();
        List<Map<String, Double>> starts = new ArrayList<>();
        List<List<Double>> all = combinations(values);
        for (List<Double> at : all) {
            if (cancellation.isCancelled()) {
                break;
            }
            Map<String, Double> arguments = new LinkedHashMap<>(template.arguments());
            for (int i = 0; i < names.size(); i++) {
                arguments.put(names.get(i), at.get(i));
            }
            Question question = template.withDesign(sweep.design().name()).withArguments(arguments);
            String label = sweep.name() + " " + (points.size() + 1) + "/" + all.size();
            Designs.Attempt attempt =
                    designs.attempt(design, question, starts, Listeners.named(label, listener), cancellation);
            points.add(PointBuilder.of(at, attempt.answer(), Double.NaN));
            if (!attempt.point().isEmpty()) {
                starts.addFirst(attempt.point());
            }
        }
        return new Study(
                sweep.name(), Study.Kind.SWEEP, sweep.design().name(), axes(sweep), goal(sweep.design()), points);
    }

    private static List<Study.Axis> axes(Definition.Sweep sweep) {
        List<Study.Axis> axes = new ArrayList<>();
        for (Parameter parameter : sweep.design().parameters()) {
            if (sweep.axes().containsKey(parameter.name())) {
                axes.add(new Study.Axis(
                        parameter.name(), Units.symbol(parameter.symbol().type()), Study.Relation.IS));
            }
        }
        List<String> written = List.copyOf(sweep.axes().keySet());
        axes.sort(java.util.Comparator.comparingInt(axis -> written.indexOf(axis.name())));
        return axes;
    }

    static Study.Goal goal(Definition.Design design) {
        Definition.@Nullable Goal goal = design.goal();
        return goal == null
                ? new Study.Goal("", true, "")
                : new Study.Goal(
                        goal.source(),
                        goal.maximize(),
                        Units.symbol(goal.value().type()));
    }

    private static List<Double> values(Expression axis) {
        return switch (Evaluator.constant(axis)) {
            case Evaluation.Unknown unknown -> throw new Unanswerable(unknown.diagnostic());
            case Evaluation.Known(Value value) -> {
                List<Double> numbers = new ArrayList<>();
                for (Value element : value instanceof Value.ListOf list ? list.values() : List.of(value)) {
                    if (!(element instanceof Value.Num(double number))) {
                        Diagnostic said = QueryMessages.notANumber(axis.span(), element.text());
                        throw new Unanswerable(said);
                    }
                    numbers.add(number);
                }
                yield numbers;
            }
        };
    }

    private static List<List<Double>> combinations(List<List<Double>> axes) {
        List<List<Double>> all = List.of(List.of());
        for (List<Double> axis : axes) {
            List<List<Double>> longer = new ArrayList<>();
            for (List<Double> before : all) {
                for (double value : axis) {
                    List<Double> next = new ArrayList<>(before);
                    next.add(value);
                    longer.add(next);
                }
            }
            all = longer;
        }
        return all;
    }
}
