package mad.editor;

import java.math.BigDecimal;
import java.math.MathContext;

/** Numbers as the language writes them, short enough to read at a glance: {@code 412 M}. */
final class Quantities {
    private static final String[] PREFIXES = {"", "k", "M", "G", "T"};

    private Quantities() {}

    static String of(double value) {
        return of(value, "");
    }

    static String of(double value, String unit) {
        if (!Double.isFinite(value)) {
            return "?";
        }
        double size = Math.abs(value);
        int power = 0;
        while (size >= 999.5 && power < PREFIXES.length - 1) {
            size /= 1000;
            power++;
        }
        double scaled = value / Math.pow(1000, power);
        String digits = BigDecimal.valueOf(scaled)
                .round(new MathContext(4))
                .stripTrailingZeros()
                .toPlainString();
        String suffix = PREFIXES[power] + unit;
        return suffix.isEmpty() ? digits : digits + " " + suffix;
    }

    static String share(double share) {
        return BigDecimal.valueOf(100 * share).round(new MathContext(3)).toPlainString() + " %";
    }

    static String gap(double gap) {
        return Double.isFinite(gap) ? share(gap) : "unknown";
    }
}
