package mad.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import mad.model.Definition;
import mad.model.Expression;

/** Measured tables: texts must match, numbers are interpolated between the rows that share the texts. */
final class Tables {
    private Tables() {}

    static Value look(Expression.Lookup lookup, List<Value> keys, Work work) {
        work.steps(lookup.table().rows().size(), lookup.span());
        List<Sample> samples = samples(lookup.table(), lookup, keys);
        double[] point = numbers(lookup, keys);
        if (lookup.covers()) {
            return Value.of(covers(samples, point));
        }
        boolean unknown = samples.isEmpty() || Arrays.stream(point).anyMatch(Double::isNaN);
        return Value.of(unknown ? Double.NaN : interpolate(samples, point, 0, lookup));
    }

    /** A row of the right texts: its number keys and its value. */
    private record Sample(double[] at, double value) {}

    private static List<Sample> samples(Definition.Table table, Expression.Lookup lookup, List<Value> keys) {
        List<Sample> samples = new ArrayList<>();
        for (Definition.Row row : table.rows()) {
            double[] at = new double[numberKeys(table)];
            int next = 0;
            boolean sameTexts = true;
            for (int i = 0; i < keys.size(); i++) {
                if (table.keys().get(i).text()) {
                    sameTexts &= keys.get(i) instanceof Value.Text text
                            && text.value().equals(row.key().get(i));
                } else if (row.key().get(i) instanceof Double number) {
                    at[next++] = number;
                } else {
                    throw Stopped.at(lookup.span(), NetworkMessages.hole());
                }
            }
            if (sameTexts) {
                samples.add(new Sample(at, row.value()));
            }
        }
        return samples;
    }

    private static int numberKeys(Definition.Table table) {
        return (int) table.keys().stream().filter(key -> !key.text()).count();
    }

    private static double[] numbers(Expression.Lookup lookup, List<Value> keys) {
        List<Double> numbers = new ArrayList<>();
        for (int i = 0; i < keys.size(); i++) {
            if (!lookup.table().keys().get(i).text()) {
                numbers.add(keys.get(i).number(lookup.keys().get(i).span()));
            }
        }
        return numbers.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private static boolean covers(List<Sample> samples, double[] point) {
        for (int axis = 0; axis < point.length; axis++) {
            TreeSet<Double> ticks = ticks(samples, axis);
            if (ticks.floor(point[axis]) == null || ticks.ceiling(point[axis]) == null) {
                return false;
            }
        }
        return !samples.isEmpty();
    }

    /** Linear along {@code axis} between the two slices of samples around the point, each interpolated along the axes that follow. */
    private static double interpolate(List<Sample> samples, double[] point, int axis, Expression.Lookup lookup) {
        if (axis == point.length) {
            return samples.getFirst().value();
        }
        TreeSet<Double> ticks = ticks(samples, axis);
        double at = Math.clamp(point[axis], ticks.first(), ticks.last());
        double below = ticks.floor(at);
        double above = ticks.ceiling(at);
        double low = interpolate(slice(samples, axis, below), point, axis + 1, lookup);
        if (below == above) {
            return low;
        }
        double high = interpolate(slice(samples, axis, above), point, axis + 1, lookup);
        return low + (high - low) * ((at - below) / (above - below));
    }

    private static TreeSet<Double> ticks(List<Sample> samples, int axis) {
        TreeSet<Double> ticks = new TreeSet<>();
        for (Sample sample : samples) {
            ticks.add(sample.at()[axis]);
        }
        return ticks;
    }

    private static List<Sample> slice(List<Sample> samples, int axis, double tick) {
        return samples.stream().filter(sample -> sample.at()[axis] == tick).toList();
    }
}
