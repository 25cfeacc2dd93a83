package mad.verify;

/**
 * Sums, products and quotients rounded in one direction. The exact error of a double operation is itself a double, found by a fused
 * multiply-add (Dekker 1971; Ogita, Rump, Oishi 2005): a result without error is not moved.
 */
final class Rounded {
    private Rounded() {}

    static double sumUp(double a, double b) {
        double sum = a + b;
        return error(a, b, sum) > 0 ? Math.nextUp(sum) : finite(sum) ? sum : infiniteUp(a, b, sum);
    }

    static double sumDown(double a, double b) {
        return -sumUp(-a, -b);
    }

    /** Of two summands and their rounded sum, what was lost. */
    private static double error(double a, double b, double sum) {
        double shifted = sum - a;
        return (a - (sum - shifted)) + (b - shifted);
    }

    /** 0 times anything is 0, infinity included: a bound that is missing on a factor that is not there does no harm. */
    static double productUp(double a, double b) {
        if (a == 0 || b == 0) {
            return 0;
        }
        double product = a * b;
        if (!finite(product)) {
            return infiniteUp(a, b, product);
        }
        return Math.abs(product) < TINY || Math.fma(a, b, -product) > 0 ? Math.nextUp(product) : product;
    }

    static double productDown(double a, double b) {
        return -productUp(-a, b);
    }

    /** {@code b} is not 0. */
    static double quotientUp(double a, double b) {
        if (a == 0) {
            return 0;
        }
        double quotient = a / b;
        if (!finite(quotient)) {
            return Double.isInfinite(a) && Double.isInfinite(b) ? Double.POSITIVE_INFINITY : infiniteUp(a, b, quotient);
        }
        double rest = Math.fma(-quotient, b, a);
        boolean small = Math.abs(quotient) < TINY || Math.abs(a) < TINY || Double.isInfinite(b);
        return small || (b > 0 ? rest > 0 : rest < 0) ? Math.nextUp(quotient) : quotient;
    }

    static double quotientDown(double a, double b) {
        return -quotientUp(-a, b);
    }

    /** Below what is right to one unit in the last place, as a sum or what a library function gave. */
    static double below(double value) {
        return Double.isInfinite(value) && value > 0 ? Double.MAX_VALUE : Math.nextDown(value);
    }

    static double above(double value) {
        return value == Double.NEGATIVE_INFINITY ? value : Math.nextUp(value);
    }

    /** Below this, errors are no doubles any more. */
    private static final double TINY = 0x1p-960;

    private static boolean finite(double value) {
        return Math.abs(value) <= Double.MAX_VALUE;
    }

    /** What overflowed downward may still be the largest negative double; infinite operands stay infinite. */
    private static double infiniteUp(double a, double b, double result) {
        if (Double.isNaN(result)) {
            return Double.POSITIVE_INFINITY;
        }
        return result < 0 && finite(a) && finite(b) ? -Double.MAX_VALUE : result;
    }
}
