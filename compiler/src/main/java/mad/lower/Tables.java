package mad.lower;

import java.util.ArrayList;
import java.util.List;
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
            throw new Refusal(LoweringMessages.table(e.span(), table.name(), "no row has these texts"));
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

    private static Grid grid(
            Expression.Lookup e, List<Definition.Row> rows, List<Integer> numeric, List<List<Double>> axes) {
        long points = 1;
        for (List<Double> axis : axes) {
            points *= axis.size();
        }
        if (points != rows.size()) {
            throw new Refusal(LoweringMessages.table(
                    e.span(),
                    e.table().name(),
                    "its rows form no full grid (" + rows.size() + " rows for " + points
                            + " combinations of key values)"));
        }
        Double[] values = new Double[rows.size()];
        for (Definition.Row row : rows) {
            int offset = 0;
            for (int i = 0; i < axes.size(); i++) {
                offset = offset * axes.get(i).size()
                        + axes.get(i).indexOf((Double) row.key().get(numeric.get(i)));
            }
            values[offset] = row.value();
        }
        for (Double value : values) {
            if (value == null) {
                throw new Refusal(LoweringMessages.table(e.span(), e.table().name(), "two rows have the same keys"));
            }
        }
        return new Grid(axes, List.of(values));
    }
}
