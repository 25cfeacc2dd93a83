package mad.program;

import java.util.Arrays;
import java.util.List;

/**
 * A table over a rectangular grid of any dimension, read by multilinear interpolation; beyond the edges the value at the edge
 * holds. At a grid point the value is the stored one to the last bit, so a one-dimensional grid is also a finite map.
 *
 * @param axes the grid's coordinates along each dimension, strictly increasing and finite
 * @param values one finite value per grid point, the last axis running fastest
 */
public record Grid(List<List<Double>> axes, List<Double> values) {
    public Grid {
        axes = axes.stream().map(List::copyOf).toList();
        values = List.copyOf(values);
        long points = 1;
        for (List<Double> axis : axes) {
            points = Math.multiplyExact(points, axis.size());
            for (int i = 0; i < axis.size(); i++) {
                if (!Double.isFinite(axis.get(i)) || i > 0 && axis.get(i) <= axis.get(i - 1)) {
                    throw new IllegalArgumentException("an axis must increase: " + axis);
                }
            }
        }
        if (axes.isEmpty()
                || points == 0
                || points != values.size()
                || !values.stream().allMatch(Double::isFinite)) {
            throw new IllegalArgumentException(points + " grid points, " + values.size() + " values");
        }
    }

    /** A table of one dimension. */
    public static Grid of(double[] axis, double[] values) {
        return new Grid(
                List.of(Arrays.stream(axis).boxed().toList()),
                Arrays.stream(values).boxed().toList());
    }

    /** Interpolates at one coordinate per axis; NaN when a coordinate is NaN. */
    public double at(double... point) {
        return at(0, 0, point);
    }

    private double at(int dimension, int offset, double[] point) {
        if (dimension == point.length) {
            return values.get(offset);
        }
        List<Double> axis = axes.get(dimension);
        double x = point[dimension];
        if (Double.isNaN(x)) {
            return Double.NaN;
        }
        int cell = cell(dimension, x);
        double below = axis.get(cell);
        double low = at(dimension + 1, offset * axis.size() + cell, point);
        if (x <= below || cell == axis.size() - 1) {
            return low;
        }
        double high = at(dimension + 1, offset * axis.size() + cell + 1, point);
        double between = low + (x - below) / (axis.get(cell + 1) - below) * (high - low);
        // rounding must not leave the hull of the two ends
        return Math.max(Math.min(low, high), Math.min(Math.max(low, high), between));
    }

    /** The last grid line at or below {@code x}, or the first of all. */
    private int cell(int dimension, double x) {
        List<Double> axis = axes.get(dimension);
        int low = 0;
        int high = axis.size() - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (axis.get(middle) <= x) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }

    /** Holds every value over a box of coordinates: the hull of the grid points of all cells it touches. */
    public Interval over(List<Interval> box) {
        return over(0, 0, box);
    }

    private Interval over(int dimension, int offset, List<Interval> box) {
        if (dimension == box.size()) {
            return Interval.point(values.get(offset));
        }
        List<Double> axis = axes.get(dimension);
        int first = cell(dimension, box.get(dimension).lo());
        int last = cell(dimension, box.get(dimension).hi());
        if (last < axis.size() - 1 && axis.get(last) < box.get(dimension).hi()) {
            last++;
        }
        Interval hull = over(dimension + 1, offset * axis.size() + first, box);
        for (int i = first + 1; i <= last; i++) {
            hull = hull.hull(over(dimension + 1, offset * axis.size() + i, box));
        }
        return hull;
    }

    /** Whether integer coordinates always meet grid points with integer values. */
    boolean keepsIntegers() {
        return values.stream().allMatch(v -> v == Math.rint(v))
                && axes.stream()
                        .allMatch(axis -> axis.getFirst() == Math.rint(axis.getFirst())
                                && axis.getLast() - axis.getFirst() == axis.size() - 1
                                && axis.stream().allMatch(x -> x == Math.rint(x)));
    }
}
