package mad.verify;

/**
 * All numbers from {@code lo} to {@code hi}; none where {@code lo > hi}. Every operation holds all exact results: what a double cannot hold
 * is rounded outward, what it can hold stays exact.
 */
record Interval(double lo, double hi) {
    static final Interval EMPTY = new Interval(Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY);
    static final Interval ALL = new Interval(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
    static final Interval TRUTH = new Interval(0, 1);
    static final Interval ZERO = new Interval(0, 0);
    static final Interval ONE = new Interval(1, 1);

    static Interval of(double value) {
        return new Interval(value, value);
    }

    boolean isEmpty() {
        return !(lo <= hi);
    }

    boolean contains(double value) {
        return lo <= value && value <= hi;
    }

    /** The largest magnitude; 0 of nothing. */
    double magnitude() {
        return isEmpty() ? 0 : Math.max(Math.abs(lo), Math.abs(hi));
    }

    double middle() {
        return lo + (hi - lo) / 2;
    }

    Interval and(Interval other) {
        return new Interval(Math.max(lo, other.lo), Math.min(hi, other.hi));
    }

    Interval hull(Interval other) {
        if (isEmpty() || other.isEmpty()) {
            return isEmpty() ? other : this;
        }
        return new Interval(Math.min(lo, other.lo), Math.max(hi, other.hi));
    }

    Interval plus(Interval other) {
        return isEmpty() || other.isEmpty()
                ? EMPTY
                : new Interval(Rounded.sumDown(lo, other.lo), Rounded.sumUp(hi, other.hi));
    }

    Interval minus(Interval other) {
        return plus(other.negated());
    }

    Interval negated() {
        return isEmpty() ? EMPTY : new Interval(-hi, -lo);
    }

    Interval times(Interval other) {
        if (isEmpty() || other.isEmpty()) {
            return EMPTY;
        }
        // of known signs, which ends make the product is known too
        if (lo >= 0 && other.lo >= 0) {
            return new Interval(Rounded.productDown(lo, other.lo), Rounded.productUp(hi, other.hi));
        }
        if (hi <= 0 && other.lo >= 0) {
            return new Interval(Rounded.productDown(lo, other.hi), Rounded.productUp(hi, other.lo));
        }
        return new Interval(
                Math.min(
                        Math.min(Rounded.productDown(lo, other.lo), Rounded.productDown(lo, other.hi)),
                        Math.min(Rounded.productDown(hi, other.lo), Rounded.productDown(hi, other.hi))),
                Math.max(
                        Math.max(Rounded.productUp(lo, other.lo), Rounded.productUp(lo, other.hi)),
                        Math.max(Rounded.productUp(hi, other.lo), Rounded.productUp(hi, other.hi))));
    }

    Interval times(double factor) {
        return times(of(factor));
    }

    /** Nothing is divided by 0: of a divisor with 0 inside, everything may come. */
    Interval over(Interval other) {
        if (isEmpty() || other.isEmpty() || other.lo == 0 && other.hi == 0) {
            return EMPTY;
        }
        if (other.lo < 0 && other.hi > 0) {
            return ALL;
        }
        if (other.lo == 0 || other.hi == 0) {
            boolean positive = other.lo == 0;
            double end = positive ? other.hi : -other.lo;
            Interval top = positive ? this : negated();
            return new Interval(
                    top.lo < 0 ? Double.NEGATIVE_INFINITY : Rounded.quotientDown(top.lo, end),
                    top.hi > 0 ? Double.POSITIVE_INFINITY : Rounded.quotientUp(top.hi, end));
        }
        return new Interval(
                Math.min(
                        Math.min(Rounded.quotientDown(lo, other.lo), Rounded.quotientDown(lo, other.hi)),
                        Math.min(Rounded.quotientDown(hi, other.lo), Rounded.quotientDown(hi, other.hi))),
                Math.max(
                        Math.max(Rounded.quotientUp(lo, other.lo), Rounded.quotientUp(lo, other.hi)),
                        Math.max(Rounded.quotientUp(hi, other.lo), Rounded.quotientUp(hi, other.hi))));
    }

    /** For a positive exponent; a broken one wants a base of at least 0. */
    Interval power(double exponent) {
        if (exponent == Math.rint(exponent) && exponent <= 64) {
            Interval product = this;
            for (int i = 1; i < (int) exponent; i++) {
                product = product.times(this);
            }
            boolean even = exponent % 2 == 0;
            return even && lo < 0 && hi > 0 ? new Interval(0, product.magnitude()) : product;
        }
        Interval base = and(new Interval(0, Double.POSITIVE_INFINITY));
        return base.isEmpty()
                ? EMPTY
                : new Interval(
                        Math.max(0, Rounded.below(StrictMath.pow(base.lo, exponent))),
                        Rounded.above(StrictMath.pow(base.hi, exponent)));
    }

    Interval log() {
        return hi <= 0
                ? EMPTY
                : new Interval(
                        lo <= 0 ? Double.NEGATIVE_INFINITY : Rounded.below(StrictMath.log(lo)),
                        Rounded.above(StrictMath.log(hi)));
    }

    Interval exp() {
        return isEmpty()
                ? EMPTY
                : new Interval(Math.max(0, Rounded.below(StrictMath.exp(lo))), Rounded.above(StrictMath.exp(hi)));
    }

    Interval root() {
        Interval base = and(new Interval(0, Double.POSITIVE_INFINITY));
        return base.isEmpty()
                ? EMPTY
                : new Interval(Math.max(0, Rounded.below(Math.sqrt(base.lo))), Rounded.above(Math.sqrt(base.hi)));
    }

    Interval max(Interval other) {
        return isEmpty() || other.isEmpty() ? EMPTY : new Interval(Math.max(lo, other.lo), Math.max(hi, other.hi));
    }

    Interval min(Interval other) {
        return negated().max(other.negated()).negated();
    }

    Interval abs() {
        return isEmpty()
                ? EMPTY
                : max(negated()).and(new Interval(contains(0) ? 0 : Math.min(Math.abs(lo), Math.abs(hi)), magnitude()));
    }

    Interval floor() {
        return isEmpty() ? EMPTY : new Interval(Math.floor(lo), Math.floor(hi));
    }

    Interval ceil() {
        return isEmpty() ? EMPTY : new Interval(Math.ceil(lo), Math.ceil(hi));
    }

    /** Halves to the even neighbour. */
    Interval round() {
        return isEmpty() ? EMPTY : new Interval(Math.rint(lo), Math.rint(hi));
    }
}
