package mad.program;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;

/** The values that a variable may take. Never empty. */
public sealed interface Domain {

    /** The smallest value. */
    double min();

    /** The largest value. */
    double max();

    /** Whether {@code value} is one of the values; false for NaN. */
    boolean contains(double value);

    /** The value closest to {@code value}; the smaller one of two that are equally close. */
    double nearest(double value);

    /** Whether every value is an integer. */
    boolean integral();

    /** The smallest interval that holds the domain. */
    default Interval interval() {
        return new Interval(min(), max());
    }

    /** A finite domain: its values are numbered in increasing order. */
    sealed interface Discrete extends Domain {
        /** The number of values, at least 1. */
        long size();

        /**
         * The {@code index}-th value in increasing order.
         *
         * @throws IndexOutOfBoundsException unless {@code 0 <= index < size()}
         */
        double value(long index);

        /** The index of {@link #nearest}. */
        long indexOfNearest(double value);

        @Override
        default double min() {
            return value(0);
        }

        @Override
        default double max() {
            return value(size() - 1);
        }

        @Override
        default double nearest(double value) {
            return value(indexOfNearest(value));
        }

        @Override
        default boolean contains(double value) {
            return !Double.isNaN(value) && nearest(value) == value;
        }
    }

    /**
     * {@code lo, lo + step, …, hi}. A {@code hi} off the grid is moved down to it.
     *
     * @throws IllegalArgumentException when {@code hi < lo}, {@code step < 1}, or an end lies beyond ±2^53
     */
    record Integers(long lo, long hi, long step) implements Discrete {
        /** The largest magnitude at which every integer is a double. */
        static final long EXACT = 1L << 53;

        public Integers {
            if (hi < lo || step < 1 || lo < -EXACT || hi > EXACT) {
                throw new IllegalArgumentException("bad range " + lo + ".." + hi + " step " + step);
            }
            hi = lo + (hi - lo) / step * step;
        }

        public Integers(long lo, long hi) {
            this(lo, hi, 1);
        }

        @Override
        public long size() {
            return (hi - lo) / step + 1;
        }

        @Override
        public double value(long index) {
            if (index < 0 || index >= size()) {
                throw new IndexOutOfBoundsException("index " + index + " of " + size());
            }
            return lo + index * step;
        }

        /** In whole numbers: beyond 2^52 a half is no longer a double, and neither is every distance. */
        @Override
        public long indexOfNearest(double value) {
            if (!(value > lo)) {
                return 0;
            }
            if (value >= hi) {
                return size() - 1;
            }
            long index = ((long) Math.floor(value) - lo) / step;
            double below = lo + index * step;
            double above = lo + (index + 1) * step;
            return above - value < value - below ? index + 1 : index;
        }

        @Override
        public boolean integral() {
            return true;
        }
    }

    /** A finite set of numbers, kept in increasing order without repetition. All must be finite. */
    record Values(List<Double> values) implements Discrete {
        public Values {
            values = values.stream().map(v -> v + 0.0).sorted().distinct().toList();
            if (values.isEmpty() || !values.stream().allMatch(Double::isFinite)) {
                throw new IllegalArgumentException("bad set " + values);
            }
        }

        public static Values of(double... values) {
            return new Values(Arrays.stream(values).boxed().toList());
        }

        @Override
        public long size() {
            return values.size();
        }

        @Override
        public double value(long index) {
            return values.get(Math.toIntExact(index));
        }

        @Override
        public long indexOfNearest(double value) {
            int at = Collections.binarySearch(values, value);
            int above = at >= 0 ? at : -at - 1;
            if (above == 0 || above < values.size() && values.get(above) - value < value - values.get(above - 1)) {
                return above;
            }
            return at >= 0 ? at : above - 1;
        }

        @Override
        public boolean integral() {
            return values.stream().allMatch(v -> v == Math.rint(v));
        }
    }

    /** One of several named things. The value of the variable is the position of the name, from 0. */
    record Choice(List<String> names) implements Discrete {
        public Choice {
            names = List.copyOf(names);
            if (names.isEmpty()) {
                throw new IllegalArgumentException("a choice needs a name");
            }
        }

        @Override
        public long size() {
            return names.size();
        }

        @Override
        public double value(long index) {
            return Objects.checkIndex(index, size());
        }

        @Override
        public long indexOfNearest(double value) {
            return (long) Math.max(0, Math.min(size() - 1, Math.ceil(value - 0.5)));
        }

        @Override
        public boolean integral() {
            return true;
        }
    }

    /** Every real number from {@code lo} to {@code hi}; both are finite. */
    record Reals(double lo, double hi) implements Domain {
        public Reals {
            if (!(lo <= hi) || Double.isInfinite(lo) || Double.isInfinite(hi)) {
                throw new IllegalArgumentException("bad range " + lo + ".." + hi);
            }
        }

        @Override
        public double min() {
            return lo;
        }

        @Override
        public double max() {
            return hi;
        }

        @Override
        public boolean contains(double value) {
            return lo <= value && value <= hi;
        }

        @Override
        public double nearest(double value) {
            return Math.max(lo, Math.min(hi, value));
        }

        @Override
        public boolean integral() {
            return lo == hi && lo == Math.rint(lo);
        }
    }
}
