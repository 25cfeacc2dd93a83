package mad.view;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import mad.network.Network;
import mad.network.PlacedLayer;
import mad.network.PlacedPart;
import mad.network.Shape;
import mad.query.Report;

/** A network as it is drawn: its parts with their shapes, layers and shares. */
record Drawing(Network network, Report report, Places places) {
    private static final double BITS = 8;

    View.Network view() {
        List<PlacedPart> parts =
                network.parts().stream().filter(p -> !p.layers().isEmpty()).toList();
        List<Map<String, Double>> metrics = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            metrics.add(metrics(parts.get(i), report.stages().get(i)));
        }
        Map<String, Double> totals = new LinkedHashMap<>();
        metrics.forEach(of -> of.forEach(
                (name, value) -> totals.merge(name, value, name.equals("memory") ? Math::max : Double::sum)));
        // What the design itself says is right also where a metric is no sum over its stages.
        report.metrics().forEach((name, quantity) -> totals.computeIfPresent(name, (n, sum) -> quantity.value()));
        Map<String, String> units = new LinkedHashMap<>();
        totals.keySet().forEach(name -> units.put(name, name.equals("memory") ? "B" : ""));
        report.metrics().forEach((name, quantity) -> units.computeIfPresent(name, (n, unit) -> quantity.unit()));
        List<View.Stage> stages = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            stages.add(stage(parts.get(i), report.stages().get(i), metrics.get(i), totals));
        }
        return new View.Network(shape(network.input()), stages, totals, units);
    }

    /** What standard metrics say of a part, the memory of its largest layer, and the budgets' metrics. */
    private static Map<String, Double> metrics(PlacedPart part, Report.Row row) {
        Map<String, Double> metrics = new LinkedHashMap<>();
        metrics.put("macs", (double) row.macs());
        metrics.put("params", (double) row.params());
        metrics.put("entropy", row.entropy());
        metrics.put(
                "memory",
                part.layers().stream()
                        .mapToDouble(l -> l.live() * l.layer().actBits() / BITS)
                        .max()
                        .orElse(0));
        metrics.putAll(row.metrics());
        metrics.values().removeIf(value -> !Double.isFinite(value));
        return metrics;
    }

    private View.Stage stage(PlacedPart part, Report.Row row, Map<String, Double> metrics, Map<String, Double> totals) {
        Map<String, Double> share = new LinkedHashMap<>();
        metrics.forEach((name, value) -> {
            double of = value / totals.getOrDefault(name, Double.NaN);
            if (Double.isFinite(of)) {
                share.put(name, of);
            }
        });
        return new View.Stage(
                part.name(),
                part.part().kind().name().toLowerCase(Locale.ROOT),
                part.block().name(),
                part.depth(),
                shape(part.in()),
                shape(part.out()),
                kernel(part, row),
                part.isHead()
                        ? 0
                        : Math.max(
                                1,
                                Math.round(
                                        (double) part.in().rows() / part.out().rows())),
                row.arguments(),
                metrics,
                share,
                layers(part),
                places.source(row.span()));
    }

    /** The block's kernel where it says one, else that of its largest window. */
    private static long kernel(PlacedPart part, Report.Row row) {
        return row.arguments().get("kernel") instanceof Number kernel
                ? kernel.longValue()
                : part.layers().stream()
                        .mapToLong(l -> l.layer().kernel())
                        .filter(k -> k > 1)
                        .max()
                        .orElse(0);
    }

    /** Layers of the first repetition, and once those of all others, which are alike. */
    private static List<View.Layer> layers(PlacedPart part) {
        List<View.Layer> layers = new ArrayList<>();
        for (PlacedLayer placed : part.layers()) {
            long repetition = placed.place().repetition();
            if (repetition <= 1) {
                layers.add(new View.Layer(
                        placed.layer().primitive().name().toLowerCase(Locale.ROOT),
                        repetition == 0 ? 1 : part.depth() - 1,
                        repetition == 0 ? 1 : 2,
                        shape(placed.in()),
                        shape(placed.out()),
                        placed.layer().kernel(),
                        placed.layer().stride(),
                        placed.layer().groups(),
                        placed.params(),
                        placed.macs()));
            }
        }
        return layers;
    }

    private static View.Shape shape(Shape shape) {
        return new View.Shape(shape.channels(), shape.frames() * shape.rows(), shape.columns());
    }
}
