package mad.cli.render;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import mad.query.Report;
import mad.query.Report.Quantity;

/** Numbers as a designer says them. */
public final class Quantities {
    private static final List<String> LARGE = List.of("", "k", "M", "G", "T", "P", "E");
    private static final List<String> BINARY = List.of("", "Ki", "Mi", "Gi", "Ti", "Pi", "Ei");
    private static final List<String> SMALL = List.of("", "m", "u", "n", "p");

    private Quantities() {}

    /** Bytes in powers of 1024, where the limit that they are compared with is a multiple of that. */
    private static final String BINARY_BYTES = "iB";

    /** The unit in which to write the use of a budget and its limit. */
    public static String unit(Report.BudgetUse use) {
        return use.unit().equals("B") && use.limit() % 1024 == 0 ? BINARY_BYTES : use.unit();
    }

    /** {@code 1.82 G}, {@code 928}, {@code 4.1 ms}: with an SI prefix and at most this many digits that mean something. */
    public static String si(double value, String unit, int digits) {
        if (!Double.isFinite(value)) {
            return infinite(value);
        }
        double size = Math.abs(value);
        boolean divisible = unit.equals("s") || unit.equals("J");
        if (size == 0 || size < 1 && !divisible) {
            return joined(plain(value, digits), unit);
        }
        if (unit.equals(BINARY_BYTES)) {
            return binary(value, digits);
        }
        BigDecimal rounded = new BigDecimal(value).round(new MathContext(digits, RoundingMode.HALF_EVEN));
        int thousands = Math.floorDiv(rounded.precision() - rounded.scale() - 1, 3);
        int power = Math.clamp(thousands, divisible ? 1 - SMALL.size() : 0, LARGE.size() - 1);
        boolean countable = power == 0 && value == Math.rint(value);
        String number = countable ? Long.toString((long) value) : fixed(rounded.movePointLeft(3 * power), digits);
        String prefix = power >= 0 ? LARGE.get(power) : SMALL.get(-power);
        return joined(number, prefix + unit);
    }

    private static String binary(double value, int digits) {
        int power = 0;
        double left = value;
        while (Math.abs(left) >= 1024 && power < BINARY.size() - 1) {
            left /= 1024;
            power++;
        }
        boolean whole = power == 0 && value == Math.rint(value);
        BigDecimal rounded = new BigDecimal(left).round(new MathContext(Math.max(4, digits), RoundingMode.HALF_EVEN));
        return (whole ? Long.toString((long) value) : fixed(rounded, Math.max(4, digits))) + " " + BINARY.get(power)
                + "B";
    }

    /** The same without zeros at the end: what somebody wrote, rather than what was measured. */
    public static String written(double value, String unit) {
        String text = si(value, unit, 6);
        int space = text.indexOf(' ');
        String number = space < 0 ? text : text.substring(0, space);
        String rest = space < 0 ? "" : text.substring(space);
        return number.contains(".") ? number.replaceFirst("\\.?0+$", "") + rest : text;
    }

    /** A whole count gets a prefix where it is large; a score keeps its digits. */
    public static String metric(Quantity quantity) {
        double value = quantity.value();
        boolean score = quantity.unit().isEmpty() && value != Math.rint(value) && Math.abs(value) < 1e7;
        return score ? plain(value, 7) : si(value, quantity.unit().equals("B") ? BINARY_BYTES : quantity.unit(), 5);
    }

    /** {@code 52048.44}: this many digits, never an exponent where a person would not write one. */
    public static String plain(double value, int digits) {
        if (!Double.isFinite(value)) {
            return infinite(value);
        }
        if (value == Math.rint(value) && Math.abs(value) < 1e9) {
            return Long.toString((long) value);
        }
        BigDecimal rounded = new BigDecimal(value).round(new MathContext(digits, RoundingMode.HALF_EVEN));
        double size = Math.abs(value);
        return size >= 1e12 || size < 1e-4
                ? String.format(Locale.ROOT, "%." + Math.max(0, digits - 3) + "e", value)
                : rounded.stripTrailingZeros().toPlainString();
    }

    static String fixed(double value, int decimals) {
        return Double.isFinite(value) ? String.format(Locale.ROOT, "%." + decimals + "f", value) : infinite(value);
    }

    /** {@code 61.2 %}; a share that is not all never reads 100. */
    public static String percent(double share, int decimals) {
        if (!Double.isFinite(share)) {
            return infinite(share);
        }
        double shown = share * 100;
        double step = Math.pow(10, -decimals);
        if (share < 1 && Math.rint(shown / step) * step >= 100) {
            shown = 100 - step;
        }
        return String.format(Locale.ROOT, "%." + decimals + "f %%", shown);
    }

    /** {@code 0.08 s}, {@code 3.2 s}, {@code 2 min 5 s}. */
    public static String duration(double seconds) {
        if (seconds < 60) {
            return String.format(Locale.ROOT, seconds < 1 ? "%.2f s" : "%.1f s", seconds);
        }
        long whole = Math.round(seconds);
        return whole < 3600
                ? whole / 60 + " min " + whole % 60 + " s"
                : whole / 3600 + " h " + whole % 3600 / 60 + " min";
    }

    /** The size of a gap, to three digits and never as a power of ten: {@code 1.42 %}, {@code 0.0001 %}. */
    public static String gap(double gap) {
        if (!Double.isFinite(gap)) {
            return "unknown";
        }
        return new BigDecimal(gap * 100)
                        .round(new MathContext(3, RoundingMode.HALF_EVEN))
                        .stripTrailingZeros()
                        .toPlainString()
                + " %";
    }

    private static String fixed(BigDecimal number, int digits) {
        int whole = Math.max(1, number.precision() - number.scale());
        return number.setScale(Math.max(0, digits - whole), RoundingMode.HALF_EVEN)
                .toPlainString();
    }

    private static String joined(String number, String unit) {
        return unit.isEmpty() ? number : number + " " + unit;
    }

    /** What no design can surpass. */
    public static String bound(double value, int digits) {
        return Double.isInfinite(value) ? "unknown" : plain(value, digits);
    }

    private static String infinite(double value) {
        return Double.isNaN(value) ? "no value" : value > 0 ? "infinite" : "-infinite";
    }
}
