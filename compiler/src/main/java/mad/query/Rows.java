package mad.query;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import mad.model.Definition;
import mad.model.Expression;
import mad.model.Parameter;
import mad.network.Instantiation;
import mad.network.PlacedPart;
import mad.network.Value;
import org.jspecify.annotations.Nullable;

/** The stems, stages and heads of a report. What is counted of each is what standard metrics say, in their own words. */
record Rows(Snapshot snapshot, Definition.Design design, Instantiation.Built built) {
    List<Report.Row> rows(List<Report.BudgetUse> budgets) {
        List<Report.Row> rows = new ArrayList<>();
        for (PlacedPart part : built.network().parts()) {
            if (part.layers().isEmpty()) {
                continue; // a head that a parameter left empty
            }
            Map<String, Double> metrics = new LinkedHashMap<>();
            Map<String, Double> share = new LinkedHashMap<>();
            for (Definition.Limit limit : design.limits()) {
                double value = ReportBuilder.number(built.evaluator().evaluate(limit.value(), part));
                metrics.put(limit.metric(), value);
                budgets.stream()
                        .filter(b -> b.name().equals(limit.metric()))
                        .findFirst()
                        .ifPresent(b -> share.put(limit.metric(), value / b.value()));
            }
            rows.add(row(part, metrics, share));
        }
        return rows;
    }

    private Report.Row row(PlacedPart part, Map<String, Double> metrics, Map<String, Double> share) {
        return new Report.Row(
                part.name(),
                part.part().kind().name().toLowerCase(java.util.Locale.ROOT),
                part.block().name(),
                part.depth(),
                part.in().channels(),
                part.out().channels(),
                part.in().rows(),
                part.out().rows(),
                arguments(part),
                (long) standard("mad.counting.torchvision", "params", part),
                (long) standard("mad.counting.torchvision", "macs", part),
                part.layers().size(),
                standard("mad.deepmad", "log_widths", part),
                metrics,
                share,
                part.part().span());
    }

    /** A metric of the standard library, asked of one part. */
    private double standard(String module, String metric, PlacedPart part) {
        return snapshot.module(module).definitions().get(metric) instanceof Definition.Metric definition
                ? ReportBuilder.number(built.evaluator()
                        .evaluate(
                                new Expression.MetricOf(
                                        definition.span(), definition.body().type(), definition, List.of(), null),
                                part))
                : Double.NaN;
    }

    private static Map<String, Object> arguments(PlacedPart part) {
        Map<String, Object> arguments = new LinkedHashMap<>();
        for (Parameter parameter : part.block().parameters()) {
            Object plain = plain(part.arguments().get(parameter.name()));
            if (plain != null) {
                arguments.put(parameter.name(), plain);
            }
        }
        return arguments;
    }

    private static @Nullable Object plain(@Nullable Value value) {
        return switch (value) {
            case null -> null;
            case Value.Num num -> ReportBuilder.plain(num.value());
            case Value.Bool truth -> truth.value();
            case Value.Text text -> text.value();
            case Value.ListOf list -> list.text();
            case Value.Rec record -> record.text();
            case Value.LayerValue layer -> null;
            case Value.PartValue other -> null;
            case Value.LevelValue level -> null;
        };
    }
}
