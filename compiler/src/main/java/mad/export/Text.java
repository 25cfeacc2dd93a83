package mad.export;

import java.math.BigDecimal;

/** Numbers as every reader takes them. */
final class Text {
    private Text() {}

    /** The shortest form that reads back as the same double, without an exponent where that is not long. */
    static String number(double value) {
        if (value == Math.rint(value) && Math.abs(value) < 1e15) {
            return Long.toString((long) value);
        }
        double size = Math.abs(value);
        return size >= 1e-4 && size < 1e15
                ? BigDecimal.valueOf(value).toPlainString()
                : Double.toString(value).replace('E', 'e');
    }

    /** {@code + 3 x}, {@code - x}: one part of a sum, with the sign always written. */
    static String signed(double coefficient, String what) {
        double size = Math.abs(coefficient);
        return (coefficient < 0 ? "- " : "+ ") + (size == 1 ? "" : number(size) + " ") + what;
    }
}
