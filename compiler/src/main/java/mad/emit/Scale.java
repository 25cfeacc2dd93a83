package mad.emit;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;

/**
 * Numbers along one axis of a plot, in one unit.
 *
 * @param lo the first number shown
 * @param hi the last
 * @param prefix of the unit: {@code M}
 * @param factor that the prefix stands for
 */
record Scale(double lo, double hi, String prefix, double factor) {
    private static final String[] PREFIXES = {"", "k", "M", "G", "T"};
    private static final String[] BINARY = {"", "Ki", "Mi", "Gi", "Ti"};
    private static final int TICKS = 6;

    /** From the smallest to the largest value, with some air. */
    static Scale around(double least, double most, String unit) {
        double spread = most > least ? most - least : Math.max(1e-9, Math.abs(most) * 0.1);
        double lo = least - 0.05 * spread;
        double hi = most + 0.05 * spread;
        boolean bytes = unit.equals("B");
        double size = Math.max(Math.abs(least), Math.abs(most));
        int power = 0;
        double thousand = bytes ? 1024 : 1000;
        boolean large = size >= 1e5 || bytes;
        while (large && size >= thousand && power < PREFIXES.length - 1) {
            size /= thousand;
            power++;
        }
        return new Scale(
                least >= 0 ? Math.max(0, lo) : lo,
                hi,
                (bytes ? BINARY : PREFIXES)[power],
                StrictMath.pow(thousand, power));
    }

    /** Round numbers within the scale. */
    List<Double> ticks() {
        double span = (hi - lo) / factor;
        double rough = span / TICKS;
        double magnitude = StrictMath.pow(10, Math.floor(StrictMath.log10(rough)));
        double step = magnitude;
        for (double multiple : new double[] {1, 2, 2.5, 5, 10}) {
            step = multiple * magnitude;
            if (step >= rough) {
                break;
            }
        }
        List<Double> ticks = new ArrayList<>();
        long first = (long) Math.ceil(lo / factor / step - 1e-9);
        for (long i = first; i * step <= hi / factor * (1 + 1e-12); i++) {
            ticks.add(i * step * factor);
        }
        return ticks;
    }

    /** Of a tick, without its unit. */
    String label(double value) {
        return text(value / factor, 10);
    }

    /** Of any value, with its unit: {@code 1.82 G}. */
    String full(double value, String unit) {
        String suffix = prefix + unit;
        return text(value / factor, 7) + (suffix.isEmpty() ? "" : " " + suffix);
    }

    private static String text(double value, int digits) {
        BigDecimal rounded =
                BigDecimal.valueOf(value).round(new MathContext(digits)).stripTrailingZeros();
        return rounded.signum() == 0 ? "0" : rounded.toPlainString();
    }

    /** 0 at the start of the axis, 1 at its end. */
    double share(double value) {
        return (value - lo) / (hi - lo);
    }
}
