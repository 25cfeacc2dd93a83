package mad.solve;

import java.util.List;
import mad.program.Interval;
import org.jspecify.annotations.Nullable;
import org.ojalgo.matrix.store.R064Store;
import org.ojalgo.optimisation.Optimisation;
import org.ojalgo.optimisation.linear.LinearSolver;

/**
 * Bounds one column of a {@link LinearRelaxation} from above. ojAlgo proposes multipliers; the bound is computed from them here, and holds for
 * any that are not negative: {@code c x <= y b + max over the box of (c - y A) x} (Neumaier and Shcherbina, 2004).
 *
 * @param value at least the largest value of the column; may be infinite
 * @param point a value for every column at which the relaxation is largest; null where ojAlgo found none
 */
record LinearBound(double value, double @Nullable [] point) {
    /** Rounding of the sums below, and of the terms that the rows relate: far less than this part of all their parts. */
    private static final double MARGIN = 1e-11;
    /** Rows and columns beyond which a relaxation costs more than it brings. */
    private static final int MOST = 400;

    private static final LinearBound NONE = new LinearBound(Double.POSITIVE_INFINITY, null);

    /** @param sign of the column in what is maximised */
    static LinearBound of(LinearRelaxation relaxation, int column, int sign) {
        List<Interval> columns = relaxation.columns;
        if (columns.size() + relaxation.rows.size() > MOST
                || !columns.get(column).isFinite()
                || relaxation.rows.isEmpty()) {
            return NONE;
        }
        int[] place = new int[columns.size()];
        int n = 0;
        for (int j = 0; j < place.length; j++) {
            Interval in = columns.get(j);
            place[j] = in.isFinite() && !in.isPoint() ? n++ : -1;
        }
        return place[column] < 0 ? NONE : solve(relaxation, column, sign, place, n);
    }

    /** Every column is moved to 0..1; slacks of the rows and of the upper ends follow. */
    private static LinearBound solve(LinearRelaxation relaxation, int column, int sign, int[] place, int n) {
        List<Interval> columns = relaxation.columns;
        List<LinearRelaxation.Inequality> rows = relaxation.rows;
        int m = rows.size();
        R064Store a = R064Store.FACTORY.make(m + n, 2 * n + m);
        double[] b = new double[m + n];
        double[] c = new double[2 * n + m];
        c[place[column]] = -sign;
        double[] size = new double[m];
        for (int i = 0; i < m; i++) {
            LinearRelaxation.Inequality row = rows.get(i);
            double limit = row.limit();
            for (int k = 0; k < row.a().length; k++) {
                Interval in = columns.get(row.columns()[k]);
                limit -= row.a()[k] * in.lo();
                size[i] = Math.max(size[i], Math.abs(row.a()[k]) * in.width());
            }
            size[i] = size[i] > 0 ? size[i] : 1;
            for (int k = 0; k < row.a().length; k++) {
                int j = place[row.columns()[k]];
                if (j >= 0) {
                    a.add(i, j, row.a()[k] * columns.get(row.columns()[k]).width() / size[i]);
                }
            }
            a.set(i, n + i, 1.0);
            b[i] = limit / size[i];
        }
        for (int j = 0; j < n; j++) {
            a.set(m + j, j, 1.0);
            a.set(m + j, n + m + j, 1.0);
            b[m + j] = 1;
        }
        Optimisation.Result result = LinearSolver.newStandardBuilder(c)
                .equalities(a, R064Store.FACTORY.column(b))
                .build()
                .solve();
        if (result.getMultipliers().isEmpty()) {
            return NONE;
        }
        double[] y = result.getMultipliers().get().toRawCopy1D();
        double[] multipliers = new double[m];
        double scale = columns.get(column).width();
        for (int i = 0; i < m; i++) {
            double multiplier = y[i] * scale / size[i];
            multipliers[i] = multiplier > 0 && Double.isFinite(multiplier) ? multiplier : 0;
        }
        double[] point = null;
        if (result.getState().isFeasible()) {
            point = new double[place.length];
            for (int j = 0; j < point.length; j++) {
                Interval in = columns.get(j);
                point[j] = place[j] < 0 ? in.lo() : in.lo() + in.width() * result.doubleValue(place[j]);
            }
        }
        return new LinearBound(value(relaxation, column, sign, multipliers), point);
    }

    /** The bound under any multipliers of at least zero. */
    static double value(LinearRelaxation relaxation, int column, int sign, double[] multipliers) {
        List<Interval> columns = relaxation.columns;
        double[] left = new double[columns.size()];
        double[] parts = new double[left.length];
        left[column] = sign;
        parts[column] = 1;
        double value = 0;
        double all = 0;
        for (int i = 0; i < multipliers.length; i++) {
            if (multipliers[i] > 0) {
                LinearRelaxation.Inequality row = relaxation.rows.get(i);
                value += multipliers[i] * row.limit();
                all += Math.abs(multipliers[i] * row.limit());
                for (int k = 0; k < row.a().length; k++) {
                    left[row.columns()[k]] -= multipliers[i] * row.a()[k];
                    parts[row.columns()[k]] += Math.abs(multipliers[i] * row.a()[k]);
                }
            }
        }
        for (int j = 0; j < left.length; j++) {
            if (parts[j] > 0) {
                Interval in = columns.get(j);
                value += Math.max(left[j] * in.lo(), left[j] * in.hi());
                all += parts[j] * Math.max(Math.abs(in.lo()), Math.abs(in.hi()));
            }
        }
        double bound = value + MARGIN * all;
        return Double.isNaN(bound) ? Double.POSITIVE_INFINITY : bound;
    }
}
