package mad.verify;

import java.util.Arrays;
import java.util.stream.IntStream;

/** The maximum over lines {@code p(b) + a s(b)} as a function of {@code a}, from above. */
final class Envelope {
    private static final int[] STEPS = {1, -1};

    private final Table slopes;
    private final int[] bySlope;
    private final int[] hull;
    private int[] window;
    private int size;
    private int at;
    private double[] p = {};
    private double steepest;
    private double widest;
    private double loss;
    private double largest;

    /** @param slopes by line, nearly exact */
    Envelope(Table slopes) {
        this.slopes = slopes;
        int lines = slopes.lo().length;
        hull = new int[lines];
        bySlope = IntStream.range(0, lines)
                .boxed()
                .sorted((a, b) -> Double.compare(slopes.lo()[a], slopes.lo()[b]))
                .mapToInt(b -> b)
                .toArray();
        window = bySlope;
    }

    private double slope(int line) {
        return slopes.lo()[line];
    }

    /** Lines outside a range will not be asked for. */
    void within(int from, int to) {
        window = Arrays.stream(bySlope).filter(b -> b >= from && b <= to).toArray();
    }

    /** Takes the lines of a range. */
    void of(double[] p, int from, int to) {
        this.p = p;
        size = 0;
        at = 0;
        steepest = 0;
        widest = 0;
        largest = 0;
        double nearest = Double.POSITIVE_INFINITY;
        int lines = 0;
        int before = -1;
        for (int b : window) {
            if (b < from || b > to) {
                continue;
            }
            lines++;
            steepest = Math.max(steepest, Math.abs(slope(b)));
            widest = Math.max(widest, slopes.hi()[b] - slope(b));
            largest = Math.max(largest, Math.abs(p[b]));
            if (before >= 0 && slope(b) > slope(before)) {
                nearest = Math.min(nearest, slope(b) - slope(before));
            }
            before = b;
            push(b);
        }
        double spread = size > 1 ? (slope(hull[size - 1]) - slope(hull[0])) / nearest : 1;
        // Each line left out lies at most 8 roundings above its neighbours, and so does each wrong turn of the search
        // below, times
        // how unequal the slopes are.
        loss = 0x1p-48 * (lines + spread);
    }

    private double line(int place, double a) {
        return p[hull[place]] + a * slope(hull[place]);
    }

    private void push(int b) {
        if (size > 0 && slope(hull[size - 1]) == slope(b)) {
            if (p[hull[size - 1]] >= p[b]) {
                return;
            }
            size--;
        }
        while (size > 1 && isBelow(hull[size - 2], hull[size - 1], b)) {
            size--;
        }
        hull[size++] = b;
    }

    /** Whether the line {@code b} is nowhere above both others, of lesser and greater slope. */
    private boolean isBelow(int a, int b, int c) {
        return (p[b] - p[a]) * (slope(c) - slope(a)) <= (p[c] - p[a]) * (slope(b) - slope(a));
    }

    /** An upper bound over all lines at {@code a}, of which the interval is nearly a point. */
    double at(double low, double high) {
        // neighbouring questions have neighbouring answers
        double value = line(at, low);
        for (int step : STEPS) {
            while (at + step >= 0 && at + step < size && line(at + step, low) > value) {
                at += step;
                value = line(at, low);
            }
        }
        double magnitude = Math.max(Math.abs(low), Math.abs(high));
        double inexact = (high - low) * (steepest + widest) + magnitude * widest;
        return value + 2 * inexact + loss * (largest + magnitude * steepest);
    }
}
