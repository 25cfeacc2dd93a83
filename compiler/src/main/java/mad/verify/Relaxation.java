package mad.verify;

import java.util.Arrays;
import java.util.List;

/**
 * A linear function of the rows' sums that is at least the objective wherever the limits hold, made of multipliers (Lagrange) and of
 * lower bounds of convex functions. The sums are numbered: objective, what is carried, budgets, depth and logs of each ratio, arguments of the
 * pieces.
 */
record Relaxation(Interval[] weights, Interval constant) {
    static final int OBJECTIVE = 0;
    static final int CARRIED = 1;

    static int count(Rows rows) {
        return 2
                + rows.budgets().size()
                + 2 * rows.ratios().size()
                + rows.pieces().stream().mapToInt(p -> p.of().size()).sum();
    }

    /**
     * @param json multipliers of budgets and ratios, slopes for the ratios, points of tangency for the pieces
     * @param shares of the objective and of each budget, how many times it has what is carried
     */
    static Relaxation read(Json json, Rows rows, Interval[] shares, boolean withObjective) {
        double[] budgets = multipliers(json.get("budgets"), rows.budgets().size());
        double[] ratios = multipliers(json.get("ratios"), rows.ratios().size());
        double[] slopes = json.get("slopes").numbers();
        List<Json> points = json.get("points").list();
        if (slopes.length != ratios.length || points.size() != rows.pieces().size()) {
            throw new Refused("multipliers for other rows");
        }
        Interval[] weights = new Interval[count(rows)];
        Arrays.fill(weights, Interval.ZERO);
        weights[OBJECTIVE] = withObjective ? Interval.ONE : Interval.ZERO;
        weights[CARRIED] = weights[OBJECTIVE].times(shares[0]);
        Interval constant = Interval.ZERO;
        int at = 2;
        for (int i = 0; i < budgets.length; i++) {
            weights[at++] = Interval.of(-budgets[i]);
            weights[CARRIED] = weights[CARRIED].minus(shares[1 + i].times(budgets[i]));
            constant = constant.plus(
                    Interval.of(budgets[i]).times(rows.budgets().get(i).limit()));
        }
        for (int i = 0; i < ratios.length; i++) {
            // d log(d / c) >= s d - c exp(s - 1) for every slope s: its tangent of slope s
            Interval multiplier = Interval.of(ratios[i]);
            Interval shifted = Interval.of(slopes[i]).minus(Interval.ONE).exp();
            weights[at++] = multiplier.times(-slopes[i]);
            weights[at++] = multiplier;
            constant = constant.plus(
                    multiplier.times(shifted.times(rows.ratios().get(i).limit())));
        }
        for (int p = 0; p < points.size(); p++) {
            Rows.Piece piece = rows.pieces().get(p);
            double[] point = points.get(p).numbers();
            if (point.length != piece.of().size()) {
                throw new Refused("a point of tangency of another size");
            }
            Tangent tangent = Tangent.of(piece, point);
            for (Interval gradient : tangent.gradient()) {
                weights[at++] = gradient.times(piece.weight()).negated();
            }
            constant = constant.minus(tangent.constant().times(piece.weight()));
        }
        return new Relaxation(weights, constant);
    }

    private static double[] multipliers(Json json, int count) {
        double[] multipliers = json.numbers();
        for (double multiplier : multipliers) {
            if (multiplier < 0) {
                throw new Refused("a negative multiplier");
            }
        }
        if (multipliers.length != count) {
            throw new Refused("multipliers for other rows");
        }
        return multipliers;
    }

    /** {@code constant + gradient x} is nowhere above a convex piece. */
    private record Tangent(Interval constant, Interval[] gradient) {
        static Tangent of(Rows.Piece piece, double[] at) {
            Interval count = Interval.of(at.length);
            Interval mean = Interval.ZERO;
            for (double x : at) {
                mean = mean.plus(Interval.of(x));
            }
            mean = mean.over(count);
            Interval variance = Interval.ZERO;
            Interval[] gradient = new Interval[at.length];
            for (int i = 0; i < at.length; i++) {
                gradient[i] = Interval.of(at[i]).minus(mean);
                variance = variance.plus(gradient[i].power(2));
            }
            variance = variance.over(count);
            Interval deviation = variance.root();
            // the deviation is at least the projection on the direction of any point
            for (int i = 0; i < at.length; i++) {
                gradient[i] = deviation.lo() <= 0 ? Interval.ZERO : gradient[i].over(count.times(deviation));
            }
            Interval constant = Interval.ZERO;
            Interval inner = deviation;
            if (!piece.root()) {
                // s^2 >= 2 m s - m^2
                scale(gradient, deviation.times(2));
                constant = deviation.power(2).negated();
                inner = variance;
            }
            if (piece.exponential()) {
                // exp(s) >= exp(t) (1 - t + s), at any t: beyond what counts as infinite a smaller one, of numbers that
                // a double holds
                double cap = Math.log(1e6 / piece.weight().hi());
                Interval t = Interval.of(Math.min(inner.middle(), cap));
                Interval slope = t.exp();
                constant = slope.times(Interval.ONE.minus(t).plus(constant));
                scale(gradient, slope);
            }
            return new Tangent(constant, gradient);
        }

        private static void scale(Interval[] gradient, Interval factor) {
            for (int i = 0; i < gradient.length; i++) {
                gradient[i] = gradient[i].times(factor);
            }
        }
    }
}
