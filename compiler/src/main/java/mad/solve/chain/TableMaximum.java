package mad.solve.chain;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The step of a {@link TableCluster}: all its combinations, but for affine variables, of which the ends of the window suffice. */
final class TableMaximum extends ClusterMaximum {
    private final TableCluster cluster;
    private final Functions functions;
    private final double[] fixed;
    private final double[] carried;
    private final double[] none;
    private final double[] u;
    private final boolean[] fits;

    private int xHi;
    private int yLo;
    private int yHi;
    private int[] lo = {};
    private int[] hi = {};

    TableMaximum(
            TableCluster cluster, Functions functions, double @Nullable [] weightOf, @Nullable ClusterMaximum before) {
        super(weightOf, before);
        this.cluster = cluster;
        this.functions = functions;
        this.fixed = new double[cluster.allowed.length];
        this.carried = new double[cluster.carries() ? cluster.allowed.length : 0];
        this.none = new double[cluster.lefts];
        this.u = new double[cluster.lefts];
        this.fits = new boolean[cluster.choices.size()];
    }

    @Override
    void prepare(int[] lo, int[] hi, double[] theta) {
        this.lo = lo;
        this.hi = hi;
        xLo = cluster.right < 0 ? 0 : lo[cluster.right];
        xHi = cluster.right < 0 ? 0 : hi[cluster.right];
        yLo = cluster.left < 0 ? 0 : lo[cluster.left];
        yHi = cluster.left < 0 ? 0 : hi[cluster.left];
        for (int c = 0; c < fits.length; c++) {
            fits[c] = fits(cluster.choices.get(c));
        }
        for (int e = cluster.start[xLo]; e < cluster.start[xHi + 1]; e++) {
            if (fits[cluster.choiceOf[e]]) {
                weigh(e, theta);
            }
        }
    }

    private boolean fits(int[] choice) {
        for (int k = 0; k < choice.length; k++) {
            int v = cluster.privates[k];
            boolean inside = choice[k] >= lo[v] && choice[k] <= hi[v];
            boolean end = !cluster.ends[k] || choice[k] == lo[v] || choice[k] == hi[v];
            if (choice[k] >= 0 && !(inside && end)) {
                return false;
            }
        }
        return true;
    }

    private void weigh(int e, double[] theta) {
        double own = 0;
        double ownCarried = 0;
        for (int q = 0; q < cluster.byEntry.length; q++) {
            double[] values = cluster.byEntry[q];
            if (values != null && q == Chain.CARRIED) {
                ownCarried = theta[q] * values[e];
            } else if (values != null) {
                own += theta[q] * values[e];
            }
        }
        int from = e * cluster.lefts + yLo;
        int to = e * cluster.lefts + yHi;
        Arrays.fill(fixed, from, to + 1, own);
        if (carried.length > 0) {
            Arrays.fill(carried, from, to + 1, ownCarried);
        }
        for (int q = 0; q < cluster.byCell.length; q++) {
            double[] values = cluster.byCell[q];
            if (values == null) {
                continue;
            }
            if (q == Chain.CARRIED) {
                for (int i = from; i <= to; i++) {
                    carried[i] += theta[q] * values[i];
                }
            } else if (theta[q] != 0) {
                for (int i = from; i <= to; i++) {
                    fixed[i] += theta[q] * values[i];
                }
            }
        }
    }

    @Override
    void tabulate() {
        table = new double[weights.length][xHi - xLo + 1];
        for (int g = 0; g < weights.length; g++) {
            for (int x = xLo; x <= xHi; x++) {
                reach(x, weights[g]);
                double best = Double.NEGATIVE_INFINITY;
                for (int e = cluster.start[x]; e < cluster.start[x + 1]; e++) {
                    if (fits[cluster.choiceOf[e]]) {
                        best = Math.max(best, best(e, weights[g], null));
                        cells += yHi - yLo + 1;
                    }
                }
                table[g][x - xLo] = best;
            }
        }
    }

    /** Sets {@code u} to what the chain before reaches at every left position. */
    private void reach(int x, double weight) {
        if (before == null) {
            Arrays.fill(u, yLo, yHi + 1, 0);
        } else {
            before.interpolate(weight + (weightOf == null ? 0 : weightOf[x]), none, u, yLo, yHi);
        }
    }

    /** The best value of an entry over all left positions, each shown to {@code left}. */
    private double best(int e, double weight, @Nullable Reach left) {
        double best = Double.NEGATIVE_INFINITY;
        int offset = e * cluster.lefts;
        for (int y = yLo; y <= yHi; y++) {
            if (cluster.allowed[offset + y]) {
                double value = value(offset + y, weight) + u[y];
                best = Math.max(best, value);
                if (left != null) {
                    left.see(y - yLo, value);
                }
            }
        }
        return best;
    }

    private double value(int cell, double weight) {
        return carried.length == 0 ? fixed[cell] : fixed[cell] + weight * carried[cell];
    }

    @Override
    double @Nullable [] trim(double[] through, double least, int[] lo, int[] hi) {
        Reach left = new Reach(yHi - yLo + 1);
        Reach[] reaches = new Reach[cluster.privates.length];
        for (int k = 0; k < reaches.length; k++) {
            int v = cluster.privates[k];
            reaches[k] = new Reach(hi[v] - lo[v] + 1);
        }
        for (int x = xLo; x <= xHi; x++) {
            double most = through[x - xLo];
            if (most < least) {
                continue;
            }
            left.beginRight();
            for (Reach reach : reaches) {
                reach.beginRight();
            }
            for (int g = 0; g < weights.length; g++) {
                left.beginWeight();
                for (Reach reach : reaches) {
                    reach.beginWeight();
                }
                see(x, weights[g], left, reaches);
                left.endWeight(table[g][x - xLo]);
                for (Reach reach : reaches) {
                    reach.endWeight(table[g][x - xLo]);
                }
            }
            left.endRight(most);
            for (Reach reach : reaches) {
                reach.endRight(most);
            }
        }
        for (int k = 0; k < reaches.length; k++) {
            int v = cluster.privates[k];
            double[] best = reaches[k].through();
            if (cluster.ends[k]) {
                SmallChoices.fillChord(best, v, lo[v], functions);
            }
            if (!Windows.trim(best, lo[v], least, v, lo, hi)) {
                return null;
            }
        }
        return left.through();
    }

    private void see(int x, double weight, Reach left, Reach[] reaches) {
        reach(x, weight);
        for (int e = cluster.start[x]; e < cluster.start[x + 1]; e++) {
            int[] choice = cluster.choices.get(cluster.choiceOf[e]);
            if (!fits[cluster.choiceOf[e]]) {
                continue;
            }
            double best = best(e, weight, left);
            if (best == Double.NEGATIVE_INFINITY) {
                continue;
            }
            for (int k = 0; k < choice.length; k++) {
                int v = cluster.privates[k];
                int from = choice[k] < 0 ? lo[v] : choice[k];
                int to = choice[k] < 0 ? hi[v] : choice[k];
                for (int i = from; i <= to; i++) {
                    reaches[k].see(i - lo[v], best);
                }
            }
        }
    }

    @Override
    int trace(int x, double w, double[] theta, int[] argmax) {
        reach(x, w);
        double best = Double.NEGATIVE_INFINITY;
        int bestY = -1;
        for (int e = cluster.start[x]; e < cluster.start[x + 1]; e++) {
            int[] choice = cluster.choices.get(cluster.choiceOf[e]);
            if (!fits[cluster.choiceOf[e]]) {
                continue;
            }
            int offset = e * cluster.lefts;
            for (int y = yLo; y <= yHi; y++) {
                if (cluster.allowed[offset + y] && value(offset + y, w) + u[y] > best) {
                    best = value(offset + y, w) + u[y];
                    bestY = y;
                    for (int k = 0; k < choice.length; k++) {
                        int v = cluster.privates[k];
                        argmax[v] = choice[k] < 0 ? lo[v] : choice[k];
                    }
                }
            }
        }
        if (cluster.right >= 0) {
            argmax[cluster.right] = x;
        }
        if (cluster.left >= 0 && bestY >= 0) {
            argmax[cluster.left] = bestY;
        }
        return bestY;
    }
}
