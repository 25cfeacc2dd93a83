package mad.editor;

import java.util.ArrayList;
import java.util.List;
import mad.ast.Expr;
import mad.diagnostic.Diagnostic;
import mad.query.Amount;

/** Writes a number with another prefix: {@code 1820 M} as {@code 1.82 G}. */
record UnitConversion(Cursor cursor) {
    private static final List<String> PREFIXES = List.of("", "k", "M", "G", "T");

    /** A number in the units beside its own. */
    List<Actions.Action> all() {
        for (Node node : Node.path(cursor).reversed()) {
            if (node.syntax() instanceof Expr.Number number) {
                String unit = number.unit() == null ? "" : number.unit().text();
                int now = PREFIXES.indexOf(unit);
                return now < 0 ? List.of() : conversions(number, unit, now);
            }
        }
        return List.of();
    }

    private List<Actions.Action> conversions(Expr.Number number, String unit, int now) {
        List<Actions.Action> actions = new ArrayList<>();
        String written = unit.isEmpty() ? number.digits() : number.digits() + " " + unit;
        double value = Amount.read(written).orElse(Double.NaN);
        for (int i = Math.max(0, now - 1); i <= Math.min(PREFIXES.size() - 1, now + 1); i++) {
            String digits = java.math.BigDecimal.valueOf(value / Math.pow(1000, i))
                    .stripTrailingZeros()
                    .toPlainString();
            String text = PREFIXES.get(i).isEmpty() ? digits : digits + " " + PREFIXES.get(i);
            boolean exact = Amount.read(text).orElse(Double.NaN) == value && digits.length() <= 12;
            boolean useful = Math.abs(value) >= Math.pow(1000, i) / 100;
            if (i != now && exact && useful) {
                actions.add(Actions.Action.rewrite(
                        Actions.Kind.REWRITE,
                        "Write `" + text + "`",
                        List.of(new Diagnostic.Edit(number.span(), text))));
            }
        }
        return actions;
    }
}
