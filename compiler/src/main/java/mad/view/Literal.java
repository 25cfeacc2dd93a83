package mad.view;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import mad.query.Amount;
import mad.source.Span;
import org.jspecify.annotations.Nullable;

/**
 * A number as it is written: {@code 1.82 G}. It can be written anew with another value, in the same unit and style.
 *
 * @param value in base units
 * @param factor base units in one of the unit written
 * @param decimals digits after the point as written
 * @param tail the unit, with the blanks before it
 * @param whole whether only whole numbers may stand there
 * @param stride between neighbouring whole numbers that may stand there
 */
public record Literal(Span span, double value, double factor, int decimals, String tail, boolean whole, int stride) {
    private static final Pattern NUMBER =
            Pattern.compile("(-?\\d[\\d_]*(?:\\.(\\d[\\d_]*))?)([eE][+-]?\\d+)?(\\s*[^\\s\\d]*)");
    private static final int DIGITS = 3;

    /** Nothing where {@code text} is no plain number, as with {@code 2 * 1 M}. */
    static @Nullable Literal read(Span span, String text, double value, boolean whole) {
        Matcher number = NUMBER.matcher(text);
        if (!number.matches() || number.group(3) != null) {
            return null;
        }
        double mantissa = Double.parseDouble(number.group(1).replace("_", ""));
        String fraction = number.group(2);
        double factor = mantissa == 0 ? unit(number.group(4)) : value == mantissa ? 1 : value / mantissa;
        return new Literal(
                span,
                value,
                factor,
                fraction == null ? 0 : fraction.replace("_", "").length(),
                number.group(4),
                whole && factor == 1,
                1);
    }

    /** What one of a unit is, where a zero does not tell. */
    private static double unit(String tail) {
        return Amount.read("1" + tail.strip()).orElse(1.0);
    }

    /** The same where every other number may not stand. */
    Literal byTwo() {
        return new Literal(span, value, factor, decimals, tail, whole, 2);
    }

    /** The same where any number may stand. */
    Literal real() {
        return new Literal(span, value, factor, decimals, tail, false, 1);
    }

    /** The nearest number that may be written. */
    double rounded(double wanted) {
        double step = step();
        double steps = Math.rint((wanted - value) / step);
        return whole
                ? value + steps * step
                : Double.parseDouble(mantissa(wanted, RoundingMode.HALF_EVEN).toPlainString()) * factor;
    }

    /** The smallest change worth making, in base units. */
    double step() {
        return whole ? stride : factor * Math.pow(10, -places(value));
    }

    /** The text of another value, to the nearest step. */
    public String write(double wanted) {
        return write(wanted, RoundingMode.HALF_EVEN);
    }

    /** The text of a value that is not below {@code wanted}, or not above it. */
    String enough(double wanted, boolean up) {
        double reached = up ? Math.ceil(wanted) : Math.floor(wanted);
        return write(whole ? reached : wanted, up ? RoundingMode.CEILING : RoundingMode.FLOOR);
    }

    private String write(double wanted, RoundingMode mode) {
        double near = whole ? rounded(wanted) : wanted;
        return mantissa(near, mode).toPlainString() + tail;
    }

    /** As few decimals as are written, and more where three digits need them. */
    private BigDecimal mantissa(double wanted, RoundingMode mode) {
        int places = whole ? 0 : places(wanted);
        // a hair beyond a step is the step
        BigDecimal digits = BigDecimal.valueOf(wanted / factor)
                .setScale(places + 9, RoundingMode.HALF_EVEN)
                .setScale(places, mode)
                .stripTrailingZeros();
        return digits.setScale(Math.max(whole ? 0 : decimals, digits.scale()), RoundingMode.UNNECESSARY);
    }

    /** Decimals that show the value to three digits, and never fewer than are written. */
    private int places(double number) {
        double size = Math.abs(number / factor);
        int before = size == 0 ? 1 : (int) Math.floor(Math.log10(size)) + 1;
        return Math.max(decimals, DIGITS - before);
    }
}
