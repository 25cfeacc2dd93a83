package mad.program;

/**
 * Directed rounding: the largest double below, or the smallest above, the exact result.
 *
 * <p>Sums, products, quotients and roots are exact to the last bit: the rounding error is recovered by an error-free
 * transformation (Knuth's TwoSum, or a fused multiply-add) and the result is moved only when the error has the wrong sign. So
 * integers stay integers. {@code StrictMath} errs by less than one unit in the last place, so its results are moved by one.
 */
final class Rounding {
    private Rounding() {}

    static double addUp(double a, double b) {
        double s = a + b;
        double t = s - a;
        double error = (a - (s - t)) + (b - t);
        // infinite operands give a NaN error, and an overflow must stay infinite only upwards
        return error > 0 || s == Double.NEGATIVE_INFINITY && finite(a, b) ? Math.nextUp(s) : s;
    }

    static double addDown(double a, double b) {
        return -addUp(-a, -b);
    }

    /** 0 · ∞ is 0: an infinite end stands for arbitrarily large finite values. */
    static double mulUp(double a, double b) {
        if (a == 0 || b == 0) {
            return 0;
        }
        double p = a * b;
        if (Double.isInfinite(p)) {
            return p < 0 && finite(a, b) ? -Double.MAX_VALUE : p;
        }
        // below 1e-290 the fused error itself may underflow: move always
        return Math.abs(p) < 1e-290 || Math.fma(a, b, -p) > 0 ? Math.nextUp(p) : p;
    }

    static double mulDown(double a, double b) {
        return -mulUp(-a, b);
    }

    /** {@code b} must not be 0; ∞ / ∞ is 0, a bound for positive operands from below and for mixed signs from above. */
    static double divUp(double a, double b) {
        if (a == 0) {
            return 0;
        }
        if (Double.isInfinite(b)) {
            return Double.isInfinite(a) && (a > 0) == (b > 0) ? Double.POSITIVE_INFINITY : 0;
        }
        double q = a / b;
        if (Double.isInfinite(q)) {
            return q < 0 && finite(a, b) ? -Double.MAX_VALUE : q;
        }
        double remainder = Math.fma(-q, b, a);
        boolean above = b > 0 ? remainder > 0 : remainder < 0;
        return above || Math.abs(q) < 1e-290 || Math.abs(a) < 1e-290 ? Math.nextUp(q) : q;
    }

    static double divDown(double a, double b) {
        return -divUp(-a, b);
    }

    static double sqrtUp(double a) {
        double r = Math.sqrt(a);
        return r > 0 && r < Double.POSITIVE_INFINITY && Math.fma(r, r, -a) < 0 ? Math.nextUp(r) : r;
    }

    static double sqrtDown(double a) {
        double r = Math.sqrt(a);
        return r > 0 && r < Double.POSITIVE_INFINITY && Math.fma(r, r, -a) > 0 ? Math.nextDown(r) : r;
    }

    static double logUp(double a) {
        return a == 1 ? 0 : Math.nextUp(StrictMath.log(a));
    }

    static double logDown(double a) {
        return a == 1 ? 0 : Math.nextDown(StrictMath.log(a));
    }

    static double expUp(double a) {
        return a == 0 ? 1 : Math.nextUp(StrictMath.exp(a));
    }

    static double expDown(double a) {
        return a == 0 ? 1 : Math.max(0, Math.nextDown(StrictMath.exp(a)));
    }

    /** {@code a^exponent} for {@code a >= 0} and {@code exponent > 0}. */
    static double powerUp(double a, double exponent) {
        if (a == 0 || a == 1 || exponent == 1) {
            return a;
        }
        if (exponent == 0.5) {
            return sqrtUp(a);
        }
        if (Arithmetic.isSmallWhole(exponent)) {
            double p = a;
            for (int i = 1; i < (int) exponent; i++) {
                p = mulUp(p, a);
            }
            return p;
        }
        return Math.nextUp(StrictMath.pow(a, exponent));
    }

    /** {@code a^exponent} for {@code a >= 0} and {@code exponent > 0}. */
    static double powerDown(double a, double exponent) {
        if (a == 0 || a == 1 || exponent == 1) {
            return a;
        }
        if (exponent == 0.5) {
            return sqrtDown(a);
        }
        if (Arithmetic.isSmallWhole(exponent)) {
            double p = a;
            for (int i = 1; i < (int) exponent; i++) {
                p = mulDown(p, a);
            }
            return p;
        }
        return Math.max(0, Math.nextDown(StrictMath.pow(a, exponent)));
    }

    private static boolean finite(double a, double b) {
        return Double.isFinite(a) && Double.isFinite(b);
    }
}
