package mad.program;

/**
 * All real numbers from {@code lo} to {@code hi}; an infinite end means "no bound known". Never empty.
 *
 * <p>Every operation rounds outward: the result holds the exact result of the operation on any members of the operands, and
 * is the tightest such pair of doubles up to one unit in the last place.
 */
public record Interval(double lo, double hi) {
    public static final Interval ENTIRE = new Interval(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
    public static final Interval ZERO = new Interval(0, 0);
    public static final Interval ONE = new Interval(1, 1);
    public static final Interval TRUTH = new Interval(0, 1);

    public Interval {
        if (!(lo <= hi)) {
            throw new IllegalArgumentException("empty interval [" + lo + ", " + hi + "]");
        }
        lo += 0.0; // no negative zeros
        hi += 0.0;
    }

    public static Interval point(double value) {
        return new Interval(value, value);
    }

    public boolean isPoint() {
        return lo == hi;
    }

    public boolean contains(double value) {
        return lo <= value && value <= hi;
    }

    public boolean isFinite() {
        return Double.isFinite(lo) && Double.isFinite(hi);
    }

    /** {@code hi - lo}, rounded up. */
    public double width() {
        return Rounding.addUp(hi, -lo);
    }

    public Interval hull(Interval other) {
        return new Interval(Math.min(lo, other.lo), Math.max(hi, other.hi));
    }

    public Interval negate() {
        return new Interval(-hi, -lo);
    }

    public Interval add(Interval other) {
        return new Interval(Rounding.addDown(lo, other.lo), Rounding.addUp(hi, other.hi));
    }

    public Interval subtract(Interval other) {
        return add(other.negate());
    }

    public Interval scale(double factor) {
        return multiply(point(factor));
    }

    public Interval multiply(Interval other) {
        double lower = Math.min(
                Math.min(Rounding.mulDown(lo, other.lo), Rounding.mulDown(lo, other.hi)),
                Math.min(Rounding.mulDown(hi, other.lo), Rounding.mulDown(hi, other.hi)));
        double upper = Math.max(
                Math.max(Rounding.mulUp(lo, other.lo), Rounding.mulUp(lo, other.hi)),
                Math.max(Rounding.mulUp(hi, other.lo), Rounding.mulUp(hi, other.hi)));
        return new Interval(lower, upper);
    }

    /** The quotients by the members of {@code other} that are not 0; the whole line when 0 lies inside it. */
    public Interval divide(Interval other) {
        if (other.lo < 0 && other.hi > 0 || other.lo == 0 && other.hi == 0) {
            return ENTIRE;
        }
        if (other.lo < 0) {
            return negate().divide(other.negate());
        }
        double lower = lo >= 0
                ? Rounding.divDown(lo, other.hi)
                : other.lo == 0 ? Double.NEGATIVE_INFINITY : Rounding.divDown(lo, other.lo);
        double upper = hi <= 0
                ? Rounding.divUp(hi, other.hi)
                : other.lo == 0 ? Double.POSITIVE_INFINITY : Rounding.divUp(hi, other.lo);
        return new Interval(lower, upper);
    }

    /** The values of {@code x^exponent} for a positive exponent; one that is no whole number sees only {@code x >= 0}. */
    public Interval power(double exponent) {
        boolean whole = exponent == Math.rint(exponent);
        if (lo >= 0 || !whole) {
            return hi < 0
                    ? ENTIRE
                    : new Interval(Rounding.powerDown(Math.max(0, lo), exponent), Rounding.powerUp(hi, exponent));
        }
        if (exponent % 2 == 0) {
            return abs().power(exponent);
        }
        double upper = hi >= 0 ? Rounding.powerUp(hi, exponent) : -Rounding.powerDown(-hi, exponent);
        return new Interval(-Rounding.powerUp(-lo, exponent), upper);
    }

    /** The logarithms of the positive members; the whole line when there is none. */
    public Interval log() {
        return hi <= 0
                ? ENTIRE
                : new Interval(lo <= 0 ? Double.NEGATIVE_INFINITY : Rounding.logDown(lo), Rounding.logUp(hi));
    }

    public Interval exp() {
        return new Interval(Rounding.expDown(lo), Rounding.expUp(hi));
    }

    public Interval abs() {
        if (lo >= 0) {
            return this;
        }
        return hi <= 0 ? negate() : new Interval(0, Math.max(-lo, hi));
    }

    public Interval max(Interval other) {
        return new Interval(Math.max(lo, other.lo), Math.max(hi, other.hi));
    }

    public Interval min(Interval other) {
        return new Interval(Math.min(lo, other.lo), Math.min(hi, other.hi));
    }

    @Override
    public String toString() {
        return "[" + Numbers.text(lo) + ", " + Numbers.text(hi) + "]";
    }
}
