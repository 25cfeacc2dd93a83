package mad.semantic;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import mad.ast.Item;
import mad.ast.Name;
import mad.model.Definition;
import mad.model.Expression;
import mad.model.Symbol;
import mad.model.Type;
import mad.source.Span;
import org.jspecify.annotations.Nullable;

/** Measured tables, read from CSV files with named columns. */
record TableAnalysis(ItemAnalysis item) {
    private static final Pattern NUMBER = Pattern.compile("[+-]?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][+-]?[0-9]+)?");

    @Nullable
    Definition table(Item.Table table) {
        if (table.file().isMissing() || table.value().isMissing()) {
            return null;
        }
        return switch (item.analysis().modules().data(item.file(), table.file().text())) {
            case Modules.Data.Text text -> read(table, text.text());
            case Modules.Data.NotFound missing ->
                refuse(table.file().span(), "there is no file `" + table.file().text() + "`");
            case Modules.Data.Outside outside ->
                refuse(table.file().span(), "`" + table.file().text() + "` lies outside the project");
        };
    }

    private @Nullable Definition read(Item.Table table, String text) {
        List<List<String>> lines = Csv.read(text);
        if (lines.size() < 2) {
            return refuse(
                    table.file().span(),
                    "`" + table.file().text() + "` needs a line of column names and at least one row");
        }
        List<String> header = lines.getFirst();
        List<Symbol> seen = new ArrayList<>();
        table.keys().forEach(k -> item.once("table", seen, new Symbol(k.text(), Type.UNKNOWN, k.span())));
        List<Integer> columns = new ArrayList<>();
        for (Name key : table.keys()) {
            columns.add(header.indexOf(key.text()));
            if (columns.getLast() < 0) {
                return refuse(
                        key.span(),
                        "there is no column `" + key.text() + "`; the columns are " + String.join(", ", header));
            }
        }
        int value = header.indexOf(table.value().text());
        if (value < 0) {
            return refuse(
                    table.value().span(),
                    "there is no column `" + table.value().text() + "`; the columns are " + String.join(", ", header));
        }
        Expression unit = table.unit() == null
                ? new Expression.Number(table.span(), Type.REAL, 1)
                : new ExpressionAnalysis(item)
                        .expect(table.unit(), Type.UNKNOWN, Scope.of(Scope.Place.PLAIN), "the unit");
        if (unit instanceof Expression.Hole) {
            return null;
        }
        if (!(unit instanceof Expression.Number scale) || !(unit.type() instanceof Type.Num num)) {
            return refuse(
                    table.unit() == null ? table.name().span() : table.unit().span(),
                    "the unit of the value must be a number such as `1 ms`");
        }
        List<Definition.Column> keys = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            int column = columns.get(i);
            boolean numeric = lines.stream().skip(1).allMatch(l -> column < l.size() && number(l.get(column)) != null);
            keys.add(new Definition.Column(table.keys().get(i).text(), !numeric));
        }
        List<Definition.Row> rows = new ArrayList<>();
        Map<List<Object>, Integer> known = new HashMap<>();
        for (int line = 1; line < lines.size(); line++) {
            List<String> cells = lines.get(line);
            Double measured = value < cells.size() ? number(cells.get(value)) : null;
            if (measured == null || cells.size() < header.size()) {
                return refuse(
                        table.file().span(),
                        "row " + line + " of `" + table.file().text() + "` has no number under `"
                                + table.value().text() + "`");
            }
            List<Object> key = new ArrayList<>();
            for (int i = 0; i < columns.size(); i++) {
                String cell = cells.get(columns.get(i));
                key.add(keys.get(i).text() ? (Object) cell : Double.valueOf(cell));
            }
            Integer earlier = known.putIfAbsent(key, line);
            if (earlier != null) {
                return refuse(
                        table.file().span(),
                        "rows " + earlier + " and " + line + " of `"
                                + table.file().text() + "` have the same key");
            }
            rows.add(new Definition.Row(key, measured * scale.value()));
        }
        return new Definition.Table(
                table.name().text(), table.name().span(), table.doc(), keys, new Type.Num(num.unit(), false), rows);
    }

    /** The number in a cell, or null; `3d`, which Java reads as a number, is a text. */
    private static @Nullable Double number(String cell) {
        if (!NUMBER.matcher(cell).matches()) {
            return null;
        }
        double value = Double.parseDouble(cell);
        return Double.isFinite(value) ? value : null;
    }

    private @Nullable Definition refuse(Span at, String why) {
        item.sink().report(TypeMessages.badTable(at, why));
        return null;
    }
}
