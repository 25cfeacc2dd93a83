package mad.editor;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import mad.ast.Expr;
import mad.diagnostic.Diagnostic;
import mad.query.Amount;

/** Writes a number with another unit of its kind: {@code 1820 M} as {@code 1.82 G}, {@code 0.5 us} as {@code 500 ns}. */
record UnitConversion(Cursor cursor) {
    /** Units of one kind, the smallest first. */
    private static final List<List<String>> KINDS = List.of(
            List.of("", "k", "M", "G", "T"),
            List.of("B", "kB", "MB", "GB"),
            List.of("B", "KiB", "MiB", "GiB"),
            List.of("ns", "us", "ms", "s"),
            List.of("mJ", "J"));

    /** Digits that a reader can still count. */
    private static final int LONGEST = 12;

    /** A number in the units beside its own. */
    List<Actions.Action> all() {
        for (Node node : Node.path(cursor).reversed()) {
            if (node.syntax() instanceof Expr.Number number) {
                String unit = number.unit() == null ? "" : number.unit().text();
                List<String> texts = new ArrayList<>();
                for (List<String> kind : KINDS) {
                    int now = kind.indexOf(unit);
                    if (now > 0) {
                        texts.add(written(number, unit, kind.get(now - 1)));
                    }
                    if (0 <= now && now < kind.size() - 1) {
                        texts.add(written(number, unit, kind.get(now + 1)));
                    }
                }
                texts.removeIf(String::isEmpty);
                return texts.stream().map(t -> write(number, t)).toList();
            }
        }
        return List.of();
    }

    /** The same number in another unit; empty where it is not the same, is less than 1 or has too many digits. */
    private static String written(Expr.Number number, String unit, String other) {
        double value = Amount.read(text(number.digits(), unit)).orElse(Double.NaN);
        double one = Amount.read(text("1", other)).orElse(Double.NaN);
        if (!Double.isFinite(value / one) || value / one < 1) {
            return "";
        }
        String digits = BigDecimal.valueOf(value / one)
                .round(new MathContext(LONGEST))
                .stripTrailingZeros()
                .toPlainString();
        String text = text(digits, other);
        return digits.length() <= LONGEST && Amount.read(text).orElse(Double.NaN) == value ? text : "";
    }

    private static String text(String digits, String unit) {
        return unit.isEmpty() ? digits : digits + " " + unit;
    }

    private static Actions.Action write(Expr.Number number, String text) {
        return Actions.Action.rewrite(
                Actions.Kind.REWRITE, "Write `" + text + "`", List.of(new Diagnostic.Edit(number.span(), text)));
    }
}
