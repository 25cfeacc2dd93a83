package mad.view;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import mad.model.Definition;
import mad.query.Amount;
import mad.query.Asked;
import mad.query.Report;
import mad.query.Study;
import mad.query.Units;
import org.jspecify.annotations.Nullable;

/** Sweeps and frontiers as points in a plane; each point brings its design along. */
record Plots(Views views) {
    /** @param study null while it has not been run */
    View.Plot plot(Definition item, @Nullable Study study, boolean running) {
        return switch (item) {
            case Definition.Sweep sweep -> sweep(sweep, study, running);
            case Definition.Frontier frontier -> frontier(frontier, study, running);
            default -> throw new IllegalArgumentException(item.name() + " is no sweep and no frontier");
        };
    }

    private View.Plot sweep(Definition.Sweep sweep, @Nullable Study study, boolean running) {
        Definition.Design design = sweep.design().withDefaults(sweep.designArgs());
        String axis = sweep.axes().keySet().stream().findFirst().orElse("");
        String unit = design.parameters().stream()
                .filter(p -> p.name().equals(axis))
                .map(p -> Units.symbol(p.symbol().type()))
                .findFirst()
                .orElse("");
        List<View.PlotPoint> points = new ArrayList<>();
        for (Study.Point point : study == null ? List.<Study.Point>of() : study.points()) {
            Map<String, Double> arguments = new LinkedHashMap<>();
            List<String> label = new ArrayList<>();
            for (int i = 0; i < point.at().size() && study != null; i++) {
                arguments.put(study.axes().get(i).name(), point.at().get(i));
                label.add(study.axes().get(i).name() + " = "
                        + Amount.text(point.at().get(i), study.axes().get(i).unit()));
            }
            add(points, point.at().getFirst(), point, String.join(", ", label), Asked.of(design, arguments));
        }
        Definition.Goal goal = design.goal();
        return new View.Plot(
                sweep.name(),
                "sweep",
                new View.Axis(axis, unit),
                goal == null
                        ? new View.Axis("", "")
                        : new View.Axis(goal.source(), Units.symbol(goal.value().type())),
                points,
                running);
    }

    private View.Plot frontier(Definition.Frontier frontier, @Nullable Study study, boolean running) {
        Definition.Design design = frontier.design().withDefaults(frontier.designArgs());
        String unit = Units.symbol(frontier.second().value().type());
        List<View.PlotPoint> points = new ArrayList<>();
        for (Study.Point point : study == null ? List.<Study.Point>of() : study.points()) {
            String label = frontier.second().source() + " = " + Amount.text(point.used(), unit);
            add(points, point.used(), point, label, design);
        }
        return new View.Plot(
                frontier.name(),
                "frontier",
                new View.Axis(frontier.second().source(), unit),
                new View.Axis(
                        frontier.first().source(),
                        Units.symbol(frontier.first().value().type())),
                points,
                running);
    }

    /** Points without a design are left out. */
    private void add(List<View.PlotPoint> points, double x, Study.Point point, String label, Definition.Design design) {
        Report report = point.report();
        if (report == null || !Double.isFinite(point.value()) || !Double.isFinite(x)) {
            return;
        }
        View.Design shown = views.design(design, Known.of(point.answer(), View.Proof.NONE, List.of()))
                .fixed();
        points.add(new View.PlotPoint(
                x, point.value(), point.bound(), point.status() == Study.Status.OPTIMAL, label, shown));
    }
}
