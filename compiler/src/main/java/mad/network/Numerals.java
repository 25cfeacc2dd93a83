package mad.network;

import java.math.BigDecimal;
import java.math.MathContext;

/** Numbers as a reader writes them: whole numbers in full, others to six digits. */
final class Numerals {
    private static final double EXACT = 0x1p53;

    private Numerals() {}

    static String text(double value) {
        if (Double.isNaN(value)) {
            return "no number";
        }
        if (Double.isInfinite(value)) {
            return value > 0 ? "infinite" : "minus infinite";
        }
        if (isWhole(value) && Math.abs(value) < EXACT) {
            return Long.toString((long) value);
        }
        BigDecimal rounded = new BigDecimal(value).round(new MathContext(6)).stripTrailingZeros();
        double size = Math.abs(value);
        return size >= 1e-4 && size < 1e9 ? rounded.toPlainString() : rounded.toString();
    }

    static boolean isWhole(double value) {
        return value == Math.rint(value) && !Double.isInfinite(value);
    }
}
