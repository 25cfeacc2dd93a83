package mad.lower;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import mad.model.Definition;
import mad.model.Expression;
import mad.program.Grid;
import mad.program.Term;
import mad.program.Terms;

/** Reads measured tables: texts exactly, numbers by interpolation on the grid of the rows that share the texts. */
record Tables(Terms t, Evaluator evaluator) {
    Symbolic lookup(Expression.Lookup e, Context context) {
        Definition.Table table = e.table();
        List<Definition.Row> rows = table.rows();
        List<Integer> numeric = new ArrayList<>();
        List<Term> point = new ArrayList<>();
        for (int i = 0; i < table.keys().size(); i++) {
            Symbolic key = evaluator.value(e.keys().get(i), context);
            if (key instanceof Symbolic.Text text) {
                int column = i;
                rows = rows.stream()
                        .filter(r -> r.key().get(column).equals(text.text()))
                        .toList();
            } else if (key instanceof Symbolic.Num num) {
                numeric.add(i);
                point.add(num.term());
            }
        }
        if (rows.isEmpty()) {
            if (e.covers()) {
                return new Symbolic.Truth(t.truth(false));
            }
            // Where no row shares the texts there is no value; a layer that may be left out may also be missing here.
            return new Symbolic.Num(t.constant(Double.NaN));
        }
        if (numeric.isEmpty()) {
            return e.covers()
                    ? new Symbolic.Truth(t.truth(true))
                    : new Symbolic.Num(t.constant(rows.getFirst().value()));
        }
        List<List<Double>> axes = axes(rows, numeric);
        return e.covers() ? covers(axes, point) : new Symbolic.Num(t.lookup(grid(e, rows, numeric, axes), point));
    }

    private static List<List<Double>> axes(List<Definition.Row> rows, List<Integer> numeric) {
        List<List<Double>> axes = new ArrayList<>();
        for (int column : numeric) {
            TreeSet<Double> values = new TreeSet<>();
            rows.forEach(r -> values.add((Double) r.key().get(column)));
            axes.add(List.copyOf(values));
        }
        return axes;
    }

    private Symbolic covers(List<List<Double>> axes, List<Term> point) {
        List<Term> inside = new ArrayList<>();
        for (int i = 0; i < axes.size(); i++) {
            inside.add(t.le(t.constant(axes.get(i).getFirst()), point.get(i)));
            inside.add(t.le(point.get(i), t.constant(axes.get(i).getLast())));
        }
        return new Symbolic.Truth(t.and(inside));
    }

    /** The whole grid; where the rows leave gaps, what interpolation between the rows there are gives at its points. */
    private Grid grid(Expression.Lookup e, List<Definition.Row> rows, List<Integer> numeric, List<List<Double>> axes) {
        List<List<Double>> points = List.of(List.of());
        for (List<Double> axis : axes) {
            List<List<Double>> longer = new ArrayList<>();
            for (List<Double> point : points) {
                for (double tick : axis) {
                    evaluator.step(e.span());
                    List<Double> more = new ArrayList<>(point);
                    more.add(tick);
                    longer.add(more);
                }
            }
            points = longer;
        }
        return new Grid(axes, points.stream().map(p -> at(p, 0, rows, numeric)).toList());
    }

    /** Linear along one column between the two slices of rows around the point; the value of the nearer end beyond them. */
    private static double at(List<Double> point, int axis, List<Definition.Row> rows, List<Integer> numeric) {
        if (axis == point.size()) {
            return rows.getFirst().value();
        }
        int column = numeric.get(axis);
        TreeSet<Double> ticks = new TreeSet<>();
        rows.forEach(r -> ticks.add((Double) r.key().get(column)));
        double x = Math.max(ticks.first(), Math.min(ticks.last(), point.get(axis)));
        double below = Objects.requireNonNullElse(ticks.floor(x), x);
        double above = Objects.requireNonNullElse(ticks.ceiling(x), x);
        double low = at(point, axis + 1, slice(rows, column, below), numeric);
        if (below == above) {
            return low;
        }
        double high = at(point, axis + 1, slice(rows, column, above), numeric);
        return low + (high - low) * ((x - below) / (above - below));
    }

    private static List<Definition.Row> slice(List<Definition.Row> rows, int column, double tick) {
        return rows.stream().filter(r -> r.key().get(column).equals(tick)).toList();
    }
}
