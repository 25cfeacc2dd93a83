package mad.solve.chain;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Chooses where to split a box: at the variable whose disagreement among the maximisers of the relaxation weighs most. */
final class Branching {
    /** What the whole window counts beside the disagreement. */
    private static final double WINDOW = 0.02;

    private final Chain chain;
    private final Dual dual;

    Branching(Chain chain, Dual dual) {
        this.chain = chain;
        this.dual = dual;
    }

    /** -1 where the box is a point. */
    int variable(int[] lo, int[] hi, Dual.Bound bound) {
        int best = -1;
        double bestScore = -1;
        double[] theta = bound.multipliers().relaxed(chain).theta();
        int[] at = bound.points().getLast().at();
        List<Master.Point> used = used(bound.mixture());
        for (int v = 0; v < lo.length; v++) {
            if (lo[v] == hi[v]) {
                continue;
            }
            int least = hi[v];
            int most = lo[v];
            for (Master.Point p : used) {
                least = Math.min(least, p.at()[v]);
                most = Math.max(most, p.at()[v]);
            }
            double score = effect(v, least, most, theta, at) + WINDOW * effect(v, lo[v], hi[v], theta, at);
            score += bend(v, bound, least, most);
            if (score > bestScore) {
                bestScore = score;
                best = v;
            }
        }
        return best;
    }

    private static List<Master.Point> used(Master.@Nullable Mixture mixture) {
        List<Master.Point> used = new ArrayList<>();
        for (int k = 0; mixture != null && k < mixture.weights().length; k++) {
            if (mixture.weights()[k] > 1e-6) {
                used.add(mixture.points().get(k));
            }
        }
        return used;
    }

    /** By how much convex pieces lie above their value at the mean, where only {@code v} varies. */
    private double bend(int v, Dual.Bound bound, int least, int most) {
        if (least >= most || bound.mixture() == null) {
            return 0;
        }
        double bend = 0;
        int[] center = bound.points().getLast().at().clone();
        for (int p = 0; p < chain.rows.pieces().size(); p++) {
            Rows.Piece piece = chain.rows.pieces().get(p);
            if (piece.function() == Convex.LARGEST) {
                continue; // its arguments are part of the effect
            }
            double[] z = bound.multipliers().argument()[p];
            int[] a = center.clone();
            a[v] = least;
            int[] b = center.clone();
            b[v] = most;
            double[] qa = dual.quantities(a);
            double[] qb = dual.quantities(b);
            double[] za = z.clone();
            double[] zb = z.clone();
            boolean moves = false;
            for (int i = 0; i < z.length; i++) {
                double from = qa[chain.argument(p, i)];
                double to = qb[chain.argument(p, i)];
                if (from != to) {
                    moves = true;
                    za[i] = from;
                    zb[i] = to;
                }
            }
            if (moves) {
                double[] middle = z.clone();
                for (int i = 0; i < z.length; i++) {
                    middle[i] = (za[i] + zb[i]) / 2;
                }
                bend += piece.weight() * ((capped(piece, za) + capped(piece, zb)) / 2 - capped(piece, middle));
            }
        }
        return bend;
    }

    private static double capped(Rows.Piece piece, double[] z) {
        return piece.function().plane(z, piece.cap()).value();
    }

    /** The mean position of a variable in the mixture. */
    static double mean(int v, Dual.Bound bound) {
        Master.Mixture mixture = bound.mixture();
        if (mixture == null) {
            return bound.points().getLast().at()[v];
        }
        double mean = 0;
        double weight = 0;
        for (int k = 0; k < mixture.weights().length; k++) {
            mean += mixture.weights()[k] * mixture.points().get(k).at()[v];
            weight += mixture.weights()[k];
        }
        return mean / weight;
    }

    /** How much the parts of the relaxed objective change, in total, when one variable moves between two positions. */
    private double effect(int v, int from, int to, double[] theta, int[] point) {
        if (from >= to) {
            return 0;
        }
        int[] a = point.clone();
        int[] b = point.clone();
        a[v] = from;
        b[v] = to;
        double effect = 0;
        double[] qa = dual.quantities(a);
        double[] qb = dual.quantities(b);
        for (int q = 0; q < theta.length; q++) {
            if (q != Chain.CARRIED) {
                effect += Math.abs(theta[q] * (qb[q] - qa[q]));
            }
        }
        return effect + Math.abs(theta[Chain.CARRIED] * (dual.carriedValue(b) - dual.carriedValue(a)));
    }

    /** The last position of the lower half. */
    static int position(int lo, int hi, double mean) {
        int at = (int) Math.floor(mean);
        return Math.max(lo, Math.min(hi - 1, at));
    }
}
