package mad.verify;

import java.util.function.IntFunction;

/** Tables over a grid, read by multilinear interpolation, clamped at the edges. Numbers: for each axis its length and marks, then the values. */
final class Tables {
    private Tables() {}

    static boolean isShaped(double[] numbers, int axes) {
        int at = 0;
        double points = 1;
        for (int a = 0; a < axes; a++) {
            if (at >= numbers.length || !(numbers[at] >= 1) || numbers[at] > numbers.length - at - 1) {
                return false;
            }
            int length = (int) numbers[at];
            for (int i = 2; i <= length; i++) {
                if (!(numbers[at + i] > numbers[at + i - 1])) {
                    return false;
                }
            }
            points *= length;
            at += 1 + length;
        }
        return axes > 0 && numbers.length - at == points;
    }

    /** Exact at a point; over a box the hull of the values around it. */
    static Interval read(double[] numbers, int axes, IntFunction<Interval> argument) {
        int values = 0;
        for (int a = 0; a < axes; a++) {
            values += 1 + (int) numbers[values];
        }
        return read(numbers, 0, axes, values, 0, left -> argument.apply(axes - left));
    }

    private static Interval read(
            double[] n, int axis, int left, int values, int offset, IntFunction<Interval> argument) {
        if (left == 0) {
            return Interval.of(n[values + offset]);
        }
        int length = (int) n[axis];
        Interval x = argument.apply(left);
        if (x.isEmpty()) {
            return Interval.EMPTY;
        }
        int first = cell(n, axis, length, x.lo());
        int last = cell(n, axis, length, x.hi());
        Interval all = Interval.EMPTY;
        boolean beyond = last < length - 1 && n[axis + 1 + last] < x.hi();
        if (first == last && beyond && x.lo() >= n[axis + 1 + first]) {
            Interval low = read(n, axis + 1 + length, left - 1, values, offset * length + first, argument);
            Interval high = read(n, axis + 1 + length, left - 1, values, offset * length + first + 1, argument);
            double from = n[axis + 1 + first];
            Interval share = x.minus(Interval.of(from))
                    .over(Interval.of(n[axis + 2 + first]).minus(Interval.of(from)));
            return low.plus(share.and(Interval.TRUTH).times(high.minus(low))).and(low.hull(high));
        }
        for (int i = first; i <= (beyond ? last + 1 : last); i++) {
            all = all.hull(read(n, axis + 1 + length, left - 1, values, offset * length + i, argument));
        }
        return all;
    }

    /** The last mark at or below {@code x}, or the first of all. */
    private static int cell(double[] n, int axis, int length, double x) {
        int at = 0;
        while (at < length - 1 && n[axis + 2 + at] <= x) {
            at++;
        }
        return at;
    }
}
