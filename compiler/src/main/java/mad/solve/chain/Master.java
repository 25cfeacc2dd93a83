package mad.solve.chain;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.ojalgo.matrix.store.R064Store;
import org.ojalgo.optimisation.Optimisation;
import org.ojalgo.optimisation.linear.LinearSolver;

/**
 * The best mixture of known points: their convex combination of the highest objective that satisfies the rows. Its linear program
 * gives the multipliers at which to bound next (Kelley's cutting planes, seen from the primal side), and its value is the least
 * that any multipliers could prove while no other point is known.
 */
final class Master {
    private static final int ROUNDS = 3;

    private final Chain chain;
    private final double scale;

    Master(Chain chain, double scale) {
        this.chain = chain;
        this.scale = Math.max(1e-9, Math.abs(scale));
    }

    /** A point of positions with its objective, pieces left out, and its quantities. */
    record Point(int[] at, double objective, double[] quantities) {}

    /**
     * @param points those it was made of
     * @param weights of the points
     * @param exceeds whether it breaks rows, at a price: no mixture satisfies them, or the price is too low
     */
    record Mixture(List<Point> points, double[] weights, double value, Multipliers multipliers, boolean exceeds) {}

    /** A linear row {@code sum_k a_k weight_k <= limit}, of a budget, of a tangent of a ratio, or of one of a piece. */
    private record Line(Kind kind, int index, double[] tangentAt, double[] a, double limit) {}

    private enum Kind {
        BUDGET,
        RATIO,
        PIECE
    }

    @Nullable
    Mixture best(List<Point> points, Multipliers around, double price) {
        Rows rows = chain.rows;
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < rows.budgets().size(); i++) {
            int q = chain.budget(i);
            double size = rows.budgets().get(i).size();
            double limit = rows.budgets().get(i).limit() / size;
            lines.add(new Line(Kind.BUDGET, i, new double[0], each(points, p -> p.quantities[q] / size), limit));
        }
        for (int i = 0; i < rows.ratios().size(); i++) {
            lines.add(ratio(i, around.depth()[i], points));
        }
        for (int i = 0; i < rows.pieces().size(); i++) {
            lines.add(piece(i, around.argument()[i], points));
        }
        if (lines.isEmpty() && !rows.hasObjective()) {
            return null;
        }
        Mixture mixture = null;
        for (int round = 0; round < ROUNDS; round++) {
            Mixture next = solve(points, lines, around, price);
            if (next == null) {
                return mixture;
            }
            mixture = next;
            if (!refine(points, lines, mixture.weights)) {
                break;
            }
        }
        return mixture;
    }

    /** Adds tangents at the mixture where the present ones are not close. */
    private boolean refine(List<Point> points, List<Line> lines, double[] weights) {
        boolean refined = false;
        double[] mean = Multipliers.mean(points.stream().map(Point::quantities).toList(), weights);
        for (int i = 0; i < chain.rows.ratios().size(); i++) {
            double d = mean[chain.ratioDepth(i)];
            double real = Multipliers.Tangent.of(chain.rows.ratios().get(i), d).value();
            double seen = Double.NEGATIVE_INFINITY;
            for (Line l : lines) {
                if (l.kind == Kind.RATIO && l.index == i) {
                    seen = Math.max(
                            seen,
                            Multipliers.Tangent.of(chain.rows.ratios().get(i), l.tangentAt[0])
                                    .at(d));
                }
            }
            if (real - mean[chain.ratioLogs(i)] > -1e-3 * Math.abs(real) && real - seen > 1e-5 * Math.abs(real)) {
                lines.add(ratio(i, d, points));
                refined = true;
            }
        }
        for (int i = 0; i < chain.rows.pieces().size(); i++) {
            Rows.Piece piece = chain.rows.pieces().get(i);
            double[] z = arguments(i, mean);
            double real = Math.min(
                    piece.function().value(z), plane(piece, piece.function().touch(z), z));
            double seen = Double.NEGATIVE_INFINITY;
            for (Line l : lines) {
                if (l.kind == Kind.PIECE && l.index == i) {
                    seen = Math.max(seen, plane(piece, l.tangentAt, z));
                }
            }
            if (piece.weight() * (real - seen) > 1e-5 * scale) {
                lines.add(piece(i, piece.function().touch(z), points));
                refined = true;
            }
        }
        return refined;
    }

    private static double plane(Rows.Piece piece, double[] at, double[] z) {
        return piece.function().plane(at, piece.cap()).of(z);
    }

    private double[] arguments(int piece, double[] quantities) {
        double[] z = new double[chain.rows.pieces().get(piece).arguments().size()];
        for (int i = 0; i < z.length; i++) {
            z[i] = quantities[chain.argument(piece, i)];
        }
        return z;
    }

    private Line ratio(int i, double d, List<Point> points) {
        Multipliers.Tangent t = Multipliers.Tangent.of(chain.rows.ratios().get(i), d);
        double size = t.size();
        return new Line(
                Kind.RATIO,
                i,
                new double[] {d},
                each(points, p -> (t.at(p.quantities[chain.ratioDepth(i)]) - p.quantities[chain.ratioLogs(i)]) / size),
                0);
    }

    private Line piece(int i, double[] touch, List<Point> points) {
        Rows.Piece piece = chain.rows.pieces().get(i);
        return new Line(
                Kind.PIECE,
                i,
                touch,
                each(points, p -> piece.weight() * plane(piece, touch, arguments(i, p.quantities)) / scale),
                0);
    }

    private static double[] each(List<Point> points, ToDoubleFunction<Point> f) {
        return points.stream().mapToDouble(f).toArray();
    }

    /**
     * Columns: the points, a slack and an excess for every line, a value for every piece. Without an objective the least slack is
     * maximised: one column more, and minus that, take the place of the excesses.
     */
    private @Nullable Mixture solve(List<Point> points, List<Line> lines, Multipliers around, double price) {
        int n = points.size();
        int m = lines.size();
        boolean slack = !chain.rows.hasObjective();
        int columns = n + 2 * m + (slack ? 2 : chain.rows.pieces().size());
        R064Store a = R064Store.FACTORY.make(m + 1, columns);
        double[] b = new double[m + 1];
        double[] c = new double[columns];
        if (slack) {
            c[columns - 2] = -1;
            c[columns - 1] = 1;
        }
        for (int k = 0; k < n; k++) {
            c[k] = -points.get(k).objective / scale;
            a.set(m, k, 1.0);
        }
        b[m] = 1;
        for (int i = 0; i < m; i++) {
            Line line = lines.get(i);
            for (int k = 0; k < n; k++) {
                a.set(i, k, line.a[k]);
            }
            a.set(i, n + i, 1.0);
            b[i] = line.limit;
            if (slack) {
                a.set(i, columns - 2, 1.0);
                a.set(i, columns - 1, -1.0);
            } else if (line.kind == Kind.PIECE) {
                a.set(i, n + 2 * m + line.index, -1.0);
                c[n + 2 * m + line.index] = 1;
            } else {
                a.set(i, n + m + i, -1.0);
                c[n + m + i] = price;
            }
        }
        Optimisation.Result result = LinearSolver.newStandardBuilder(c)
                .equalities(a, R064Store.FACTORY.column(b))
                .build()
                .solve();
        if (!result.getState().isOptimal() || result.getMultipliers().isEmpty()) {
            return null;
        }
        double[] y = result.getMultipliers().get().toRawCopy1D();
        double[] weights = new double[n];
        for (int k = 0; k < n; k++) {
            weights[k] = Math.max(0, result.doubleValue(k));
        }
        boolean exceeds = false;
        for (int i = 0; i < m; i++) {
            exceeds |= result.doubleValue(n + m + i) > 1e-9;
        }
        return new Mixture(
                List.copyOf(points), weights, -result.getValue() * scale, multipliers(lines, y, around), exceeds);
    }

    private Multipliers multipliers(List<Line> lines, double[] y, Multipliers around) {
        Rows rows = chain.rows;
        double[] budget = new double[rows.budgets().size()];
        double[] ratio = new double[rows.ratios().size()];
        double[] logDepth = new double[ratio.length];
        double[][] argument = new double[rows.pieces().size()][];
        double[] weight = new double[argument.length];
        for (int i = 0; i < lines.size(); i++) {
            Line line = lines.get(i);
            double multiplier = Math.max(0, y[i]) * scale;
            switch (line.kind) {
                case BUDGET ->
                    budget[line.index] =
                            multiplier / rows.budgets().get(line.index).size();
                case RATIO -> {
                    Multipliers.Tangent t = Multipliers.Tangent.of(rows.ratios().get(line.index), line.tangentAt[0]);
                    double mu = multiplier / t.size();
                    ratio[line.index] += mu;
                    logDepth[line.index] += mu * StrictMath.log(line.tangentAt[0]);
                }
                case PIECE -> {
                    if (argument[line.index] == null) {
                        argument[line.index] = new double[line.tangentAt.length];
                    }
                    weight[line.index] += multiplier;
                    for (int j = 0; j < line.tangentAt.length; j++) {
                        argument[line.index][j] += multiplier * line.tangentAt[j];
                    }
                }
            }
        }
        double[] depth = around.depth().clone();
        for (int i = 0; i < ratio.length; i++) {
            if (ratio[i] > 0) {
                depth[i] = StrictMath.exp(logDepth[i] / ratio[i]);
            }
        }
        for (int p = 0; p < argument.length; p++) {
            if (weight[p] > 0) {
                for (int j = 0; j < argument[p].length; j++) {
                    argument[p][j] /= weight[p];
                }
            } else {
                argument[p] = Arrays.copyOf(around.argument()[p], around.argument()[p].length);
            }
        }
        return new Multipliers(budget, ratio, depth, argument);
    }
}
