package mad.solve;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Function;
import mad.program.Arithmetic;
import mad.program.Constraint;
import mad.program.Interval;
import mad.program.Operation;
import mad.program.Program;
import mad.program.Term;

/**
 * Linear inequalities that hold at every feasible point of a box: a column for every term, McCormick's envelopes for products, secants and
 * tangents for functions of one term. What has no such form keeps its interval.
 */
final class LinearRelaxation {
    /** Relative room for the rounding of an intercept, some thousand times as much. */
    private static final double ROOM = 1e-12;

    /** {@code sum a_k x_(columns_k) <= limit} */
    record Inequality(int[] columns, double[] a, double limit) {}

    final List<Interval> columns = new ArrayList<>();
    final List<Inequality> rows = new ArrayList<>();
    /** By term id. */
    private final int[] columnOf;

    /** @param enclosure of every term over the box */
    LinearRelaxation(Program program, Function<Term, Interval> enclosure) {
        List<Term> terms = program.terms();
        columnOf = new int[terms.getLast().id() + 1];
        for (Term term : terms) {
            columnOf[term.id()] = column(enclosure.apply(term));
        }
        for (Term term : terms) {
            relate(term);
        }
        for (Constraint c : program.constraints()) {
            double limit = c.bound() + 2 * c.slack();
            add(limit, column(c.body()), 1);
            if (c.relation() == Constraint.Relation.EQ) {
                add(-(c.bound() - 2 * c.slack()), column(c.body()), -1);
            }
        }
    }

    int column(Term term) {
        return columnOf[term.id()];
    }

    private int column(Interval interval) {
        columns.add(interval);
        return columns.size() - 1;
    }

    /** Adds {@code sum <= limit}, given columns and coefficients in turn; not where a column is unbounded. */
    private void add(double limit, double... parts) {
        int[] at = new int[parts.length / 2];
        double[] a = new double[at.length];
        for (int k = 0; k < at.length; k++) {
            at[k] = (int) parts[2 * k];
            a[k] = parts[2 * k + 1];
            if (!columns.get(at[k]).isFinite() || !Double.isFinite(a[k])) {
                return;
            }
        }
        if (Double.isFinite(limit)) {
            rows.add(new Inequality(at, a, limit));
        }
    }

    private void relate(Term term) {
        int z = column(term);
        switch (term.operation()) {
            case Operation.Sum sum -> {
                double[] parts = new double[2 * sum.addends().size() + 2];
                parts[0] = z;
                parts[1] = -1;
                for (int i = 0; i < sum.addends().size(); i++) {
                    parts[2 * i + 2] = column(sum.addends().get(i).term());
                    parts[2 * i + 3] = sum.addends().get(i).coefficient();
                }
                add(-sum.constant(), parts);
                for (int i = 1; i < parts.length; i += 2) {
                    parts[i] = -parts[i];
                }
                add(sum.constant(), parts);
            }
            case Operation.Product product -> product(z, product);
            case Operation.Log(Term of) -> {
                if (columns.get(column(of)).lo() > 0) {
                    curve(z, column(of), Arithmetic::log, t -> 1 / t, -1);
                }
            }
            case Operation.Exp(Term of) -> curve(z, column(of), StrictMath::exp, StrictMath::exp, 1);
            case Operation.Abs(Term of) -> curve(z, column(of), Math::abs, t -> t < 0 ? -1 : 1, 1);
            case Operation.Max(List<Term> terms) -> largest(z, terms, 1);
            case Operation.Min(List<Term> terms) -> largest(z, terms, -1);
            default -> {}
        }
    }

    /** {@code sign z} is the largest of {@code sign t}. */
    private void largest(int z, List<Term> terms, int sign) {
        terms.forEach(t -> add(0, column(t), sign, z, -sign));
    }

    private void product(int z, Operation.Product product) {
        int so = -1;
        for (Operation.Factor f : product.factors()) {
            int next = power(column(f.base()), f.exponent());
            if (next < 0) {
                return;
            }
            so = so < 0 ? next : times(so, next);
        }
        double scale = product.numerator() / product.denominator();
        // the quotient is rounded: a row of its own takes that up
        double room = ROOM * Math.abs(scale) * magnitude(so);
        add(room, z, 1, so, -scale);
        add(room, z, -1, so, scale);
    }

    private double magnitude(int column) {
        Interval in = columns.get(column);
        return Math.max(Math.abs(in.lo()), Math.abs(in.hi()));
    }

    /** A column for a power; -1 where its shape over the interval is not one of the simple ones. */
    private int power(int base, double exponent) {
        if (exponent == 1) {
            return base;
        }
        Interval in = columns.get(base);
        boolean even = exponent > 0 && exponent == 2 * Math.rint(exponent / 2);
        if (!in.isFinite() || !even && in.lo() < 0 || exponent < 0 && in.lo() <= 0) {
            return -1;
        }
        Interval values = exponent > 0 ? in.power(exponent) : Interval.ONE.divide(in.power(-exponent));
        int z = column(values);
        DoubleUnaryOperator f = exponent > 0
                ? t -> t == 0 ? 0 : Arithmetic.power(t, exponent)
                : t -> 1 / Arithmetic.power(t, -exponent);
        int bend = exponent > 0 && exponent < 1 ? -1 : 1;
        curve(z, base, f, t -> exponent * f.applyAsDouble(t) / t, bend);
        return z;
    }

    /** McCormick's envelope. */
    private int times(int x, int y) {
        Interval a = columns.get(x);
        Interval b = columns.get(y);
        if (!a.isFinite() || !b.isFinite()) {
            return column(Interval.ENTIRE);
        }
        int z = column(a.multiply(b));
        plane(z, x, y, b.lo(), a.lo(), -1);
        plane(z, x, y, b.hi(), a.hi(), -1);
        plane(z, x, y, b.hi(), a.lo(), 1);
        plane(z, x, y, b.lo(), a.hi(), 1);
        return z;
    }

    /** {@code sign (z - ofX x - ofY y + ofX ofY) <= 0}. */
    private void plane(int z, int x, int y, double ofX, double ofY, int sign) {
        double corner = ofX * ofY;
        add(-sign * corner + ROOM * Math.abs(corner), z, sign, x, -sign * ofX, y, -sign * ofY);
    }

    /** {@code z = f(t)} with f convex or, with {@code bend} -1, concave: a secant on one side, tangents on the other. */
    private void curve(int z, int t, DoubleUnaryOperator f, DoubleUnaryOperator slope, int bend) {
        Interval in = columns.get(t);
        if (!in.isFinite() || in.isPoint()) {
            return;
        }
        double low = f.applyAsDouble(in.lo());
        double high = f.applyAsDouble(in.hi());
        double secant = (high - low) / in.width();
        double first = bend * (low - secant * in.lo());
        double second = bend * (high - secant * in.hi());
        double room = ROOM * (Math.abs(low) + Math.abs(high) + Math.abs(secant) * magnitude(t));
        add(Math.max(first, second) + room, z, bend, t, -bend * secant);
        for (double share : new double[] {0, 0.25, 0.5, 0.75, 1}) {
            double at = in.lo() + share * in.width();
            line(z, t, at, f.applyAsDouble(at), slope.applyAsDouble(at), -bend);
        }
    }

    /** {@code side (z - value - slope (t - at)) <= 0}. */
    private void line(int z, int t, double at, double value, double slope, int side) {
        double room = ROOM * (Math.abs(value) + Math.abs(slope * at) + Math.abs(slope) * magnitude(t));
        add(side * (value - slope * at) + room, z, side, t, -side * slope);
    }
}
