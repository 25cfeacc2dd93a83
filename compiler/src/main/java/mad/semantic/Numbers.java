package mad.semantic;

import java.math.BigDecimal;
import java.util.Map;
import mad.ast.Expr;
import mad.model.Expression;
import mad.model.Type;
import mad.model.Unit;
import org.jspecify.annotations.Nullable;

/** Written numbers: exact decimals times their unit. */
final class Numbers {
    private static final int LONGEST = 400;
    private static final BigDecimal LARGEST_WHOLE = new BigDecimal(1L << 53);

    private Numbers() {}

    private record Scale(BigDecimal factor, Unit unit) {
        Scale(String factor, Unit unit) {
            this(new BigDecimal(factor), unit);
        }
    }

    private static final Map<String, Scale> UNITS = Map.ofEntries(
            Map.entry("%", new Scale("0.01", Unit.NONE)),
            Map.entry("k", new Scale("1e3", Unit.NONE)),
            Map.entry("M", new Scale("1e6", Unit.NONE)),
            Map.entry("G", new Scale("1e9", Unit.NONE)),
            Map.entry("T", new Scale("1e12", Unit.NONE)),
            Map.entry("bit", new Scale("0.125", Unit.BYTES)),
            Map.entry("B", new Scale("1", Unit.BYTES)),
            Map.entry("kB", new Scale("1e3", Unit.BYTES)),
            Map.entry("MB", new Scale("1e6", Unit.BYTES)),
            Map.entry("GB", new Scale("1e9", Unit.BYTES)),
            Map.entry("KiB", new Scale("1024", Unit.BYTES)),
            Map.entry("MiB", new Scale("1048576", Unit.BYTES)),
            Map.entry("GiB", new Scale("1073741824", Unit.BYTES)),
            Map.entry("s", new Scale("1", Unit.SECONDS)),
            Map.entry("ms", new Scale("1e-3", Unit.SECONDS)),
            Map.entry("us", new Scale("1e-6", Unit.SECONDS)),
            Map.entry("ns", new Scale("1e-9", Unit.SECONDS)),
            Map.entry("J", new Scale("1", Unit.JOULES)),
            Map.entry("mJ", new Scale("1e-3", Unit.JOULES)));

    /** The number, or null where it is too large to be exact. An unknown unit was reported by the parser and counts as none. */
    static Expression.@Nullable Number read(Expr.Number written) {
        String digits = written.digits().replace("_", "");
        int e = Math.max(digits.indexOf('e'), digits.indexOf('E'));
        if (digits.length() > LONGEST || (e >= 0 && digits.length() - e > 6)) {
            return null;
        }
        Scale scale = written.unit() == null ? null : UNITS.get(written.unit().text());
        BigDecimal exact = new BigDecimal(digits).multiply(scale == null ? BigDecimal.ONE : scale.factor());
        double value = exact.doubleValue();
        boolean whole = value == StrictMath.rint(value);
        boolean counted = e < 0 && exact.stripTrailingZeros().scale() <= 0;
        if (!Double.isFinite(value) || (counted && exact.abs().compareTo(LARGEST_WHOLE) > 0)) {
            return null;
        }
        Unit unit = scale == null ? Unit.NONE : scale.unit();
        return new Expression.Number(written.span(), new Type.Num(unit, whole && unit.isNone()), value);
    }

    static String show(double value) {
        return value == StrictMath.rint(value) && Math.abs(value) < 1e15
                ? Long.toString((long) value)
                : Double.toString(value);
    }
}
