package mad.solve.chain;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import mad.solve.proof.Proof;

/**
 * What makes a relaxation of the rows: a multiplier for each limit, and the points of tangency of convex functions.
 *
 * @param budget by budget, at least 0
 * @param ratio by ratio, at least 0
 * @param depth by ratio, where its convex function of the depth is replaced by the tangent
 * @param argument by piece, where its convex function is replaced by the tangent plane
 */
record Multipliers(double[] budget, double[] ratio, double[] depth, double[][] argument) {

    /** {@code (1 - t) this + t other}; tangents are mixed by slope. */
    Multipliers mixed(Multipliers other, double t) {
        double[] mixedBudget = new double[budget.length];
        for (int i = 0; i < budget.length; i++) {
            mixedBudget[i] = (1 - t) * budget[i] + t * other.budget[i];
        }
        double[] mixedRatio = new double[ratio.length];
        double[] mixedDepth = new double[ratio.length];
        for (int i = 0; i < ratio.length; i++) {
            double a = (1 - t) * ratio[i];
            double b = t * other.ratio[i];
            mixedRatio[i] = a + b;
            double logs = a * StrictMath.log(depth[i]) + b * StrictMath.log(other.depth[i]);
            mixedDepth[i] = a + b > 0 ? StrictMath.exp(logs / (a + b)) : other.depth[i];
        }
        double[][] mixedArgument = new double[argument.length][];
        for (int p = 0; p < argument.length; p++) {
            mixedArgument[p] = new double[argument[p].length];
            for (int i = 0; i < argument[p].length; i++) {
                mixedArgument[p][i] = (1 - t) * argument[p][i] + t * other.argument[p][i];
            }
        }
        return new Multipliers(mixedBudget, mixedRatio, mixedDepth, mixedArgument);
    }

    /** The same with points of tangency moved to where a box has any. */
    Multipliers within(Chain chain, int[] lo, int[] hi) {
        double[] moved = depth.clone();
        for (int i = 0; i < moved.length; i++) {
            moved[i] = chain.range(chain.ratioDepth(i), lo, hi).clamp(moved[i]);
        }
        double[][] arguments = new double[argument.length][];
        for (int p = 0; p < arguments.length; p++) {
            arguments[p] = argument[p].clone();
            if (chain.rows.pieces().get(p).function() == Convex.LARGEST) {
                continue;
            }
            for (int i = 0; i < arguments[p].length; i++) {
                arguments[p][i] = chain.range(chain.argument(p, i), lo, hi).clamp(arguments[p][i]);
            }
        }
        return new Multipliers(budget, ratio, moved, arguments);
    }

    /** A linear function of a chain's quantities that is at least the objective wherever the rows hold. */
    record Relaxed(double[] theta, double constant) {}

    Relaxed relaxed(Chain chain) {
        Rows rows = chain.rows;
        double[] theta = new double[chain.quantities];
        theta[Chain.OBJECTIVE] = 1;
        theta[Chain.CARRIED] = chain.share();
        double constant = chain.constants[Chain.OBJECTIVE];
        for (int i = 0; i < budget.length; i++) {
            theta[chain.budget(i)] = -budget[i];
            theta[Chain.CARRIED] -= budget[i] * chain.share(i);
            constant += budget[i] * (rows.budgets().get(i).limit() - chain.constants[chain.budget(i)]);
        }
        for (int i = 0; i < ratio.length; i++) {
            Tangent t = Tangent.of(rows.ratios().get(i), depth[i]);
            theta[chain.ratioDepth(i)] = -ratio[i] * t.slope;
            theta[chain.ratioLogs(i)] = ratio[i];
            constant += ratio[i] * (chain.constants[chain.ratioLogs(i)] - t.at(chain.constants[chain.ratioDepth(i)]));
        }
        for (int p = 0; p < argument.length; p++) {
            Rows.Piece piece = rows.pieces().get(p);
            Convex.Plane plane = piece.function().plane(argument[p], piece.cap());
            double tangent = plane.value();
            for (int i = 0; i < plane.gradient().length; i++) {
                theta[chain.argument(p, i)] = -piece.weight() * plane.gradient()[i];
                tangent += plane.gradient()[i] * (chain.constants[chain.argument(p, i)] - plane.at()[i]);
            }
            constant -= piece.weight() * tangent;
        }
        return new Relaxed(theta, constant);
    }

    Proof.Relaxation asProof(Chain chain, int grid) {
        double[] slopes = new double[ratio.length];
        for (int i = 0; i < slopes.length; i++) {
            slopes[i] = Tangent.of(chain.rows.ratios().get(i), depth[i]).slope;
        }
        return new Proof.Relaxation(grid, budget, ratio, slopes, argument);
    }

    /** By constraint: what the bound gains for each unit by which that of the constraint rises, while it rises little. */
    Map<String, Double> slopes(Rows rows) {
        Map<String, Double> slopes = new LinkedHashMap<>();
        for (int i = 0; i < budget.length; i++) {
            Rows.Budget row = rows.budgets().get(i);
            slopes.merge(row.name(), budget[i] * row.rate(), Double::sum);
        }
        for (int i = 0; i < ratio.length; i++) {
            Rows.Ratio row = rows.ratios().get(i);
            slopes.merge(row.name(), ratio[i] * depth[i] * row.rate(), Double::sum);
        }
        return slopes;
    }

    /** The tangent of {@code d log(d / limit)}. */
    record Tangent(double point, double value, double slope) {
        static Tangent of(Rows.Ratio ratio, double d) {
            double log = StrictMath.log(d) - StrictMath.log(ratio.limit());
            return new Tangent(d, d * log, log + 1);
        }

        double at(double d) {
            return value + slope * (d - point);
        }

        /** What one unit of slack is measured in. */
        double size() {
            return Math.max(1, Math.abs(value));
        }
    }

    static double[] mean(List<double[]> points, double[] weights) {
        double[] mean = new double[points.getFirst().length];
        for (int k = 0; k < points.size(); k++) {
            for (int i = 0; i < mean.length; i++) {
                mean[i] += weights[k] * points.get(k)[i];
            }
        }
        return mean;
    }
}
