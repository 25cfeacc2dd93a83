package mad.verify;

import java.util.Arrays;

/** A function of one variable by its positions; every value an interval. */
record Table(double[] lo, double[] hi) {
    /** A term of one variable. */
    static Table of(Program program, int term) {
        int variable = program.terms().get(term).variables().nextSetBit(0);
        Domain domain = program.variables().get(variable);
        Interval[] box = new Interval[program.variables().size()];
        Table table = new Table(new double[domain.count()], new double[domain.count()]);
        Values values = new Values(program);
        int[] reachable = Values.reachable(program, term);
        for (int i = 0; i < domain.count(); i++) {
            box[variable] = Interval.of(domain.value(i));
            table.set(i, values.at(reachable, box));
        }
        return table;
    }

    /** One at a position, and zero elsewhere. */
    static Table at(int position, int size) {
        Table table = new Table(new double[size], new double[size]);
        table.set(position, Interval.ONE);
        return table;
    }

    private void set(int position, Interval value) {
        // Where it has no value no point is feasible; any number will do.
        lo[position] = value.isEmpty() ? 0 : value.lo();
        hi[position] = value.isEmpty() ? 0 : value.hi();
    }

    Interval at(int position) {
        return new Interval(lo[position], hi[position]);
    }

    Table times(Table other) {
        Table product = new Table(new double[lo.length], new double[lo.length]);
        for (int i = 0; i < lo.length; i++) {
            product.set(i, at(i).times(other.at(i)));
        }
        return product;
    }

    Table times(Interval factor) {
        Table product = new Table(new double[lo.length], new double[lo.length]);
        for (int i = 0; i < lo.length; i++) {
            product.set(i, at(i).times(factor));
        }
        return product;
    }

    Table plus(Table other) {
        Table sum = new Table(new double[lo.length], new double[lo.length]);
        for (int i = 0; i < lo.length; i++) {
            sum.set(i, at(i).plus(other.at(i)));
        }
        return sum;
    }

    double magnitude() {
        double most = 0;
        for (int i = 0; i < lo.length; i++) {
            most = Math.max(most, at(i).magnitude());
        }
        return most;
    }

    boolean isSame(Table other) {
        return Arrays.equals(lo, other.lo) && Arrays.equals(hi, other.hi);
    }

    /** Adds to {@code sums} an upper bound of {@code c} times each value. */
    void addTo(double[] sums, Interval c, int from, int to) {
        for (int i = from; i <= to; i++) {
            sums[i] = Rounded.above(sums[i] + up(c, lo[i], hi[i]));
        }
    }

    /** An upper bound of the product of two intervals. */
    static double up(Interval c, double lo, double hi) {
        double largest = Math.max(Math.max(c.lo() * lo, c.lo() * hi), Math.max(c.hi() * lo, c.hi() * hi));
        return largest == 0 ? 0 : Math.nextUp(largest);
    }
}
