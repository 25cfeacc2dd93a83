package mad.solve.chain;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import mad.solve.chain.Master.Point;
import org.jspecify.annotations.Nullable;

/** Upper bounds of boxes by Lagrangian relaxation: multipliers for limits, tangents for convex functions. */
final class Dual {
    private static final int POOL = 40;
    /** How far from the best multipliers to the master's the next ones lie. */
    private static final double HALF_WAY = 0.5;
    /** What the master pays for breaking a row, in units of the objective; raised while it does. */
    private static final double PRICE = 4;

    private static final double DEARER = 8;
    /** A box is split when this part of what it is above the target could still be gained by multipliers. */
    private static final double ENOUGH = 0.1;
    /** Relative allowance for rounding. */
    private static final double MARGIN = 1e-10;
    /** So many cells of a table, and one master, cost about as much as one evaluation, and as so many. */
    private static final long CELLS = 200;

    private static final long MASTER = 200;

    private final Chain chain;
    private final ChainMaximum maximum;
    private final Master master;
    private final BooleanSupplier interrupted;
    private long masters;

    Dual(Chain chain, double scale, BooleanSupplier interrupted) {
        this.interrupted = interrupted;
        this.chain = chain;
        this.maximum = new ChainMaximum(chain, interrupted);
        this.master = new Master(chain, scale);
    }

    /**
     * What is known of a box.
     *
     * @param points maximisers met, in the box
     * @param mixture of the points, null where no master was solved
     */
    record Bound(double value, Multipliers multipliers, List<Point> points, Master.@Nullable Mixture mixture) {}

    /** Tangents at {@code point}; multipliers of zero, or where there is no objective the mean of all slacks. */
    Multipliers start(int[] point) {
        double[] q = quantities(point);
        int ratios = chain.rows.ratios().size();
        double[] depth = new double[ratios];
        for (int i = 0; i < ratios; i++) {
            depth[i] = q[chain.ratioDepth(i)];
        }
        double[][] arguments = new double[chain.rows.pieces().size()][];
        for (int p = 0; p < arguments.length; p++) {
            arguments[p] = new double[chain.rows.pieces().get(p).arguments().size()];
            for (int i = 0; i < arguments[p].length; i++) {
                arguments[p][i] = q[chain.argument(p, i)];
            }
            arguments[p] = chain.rows.pieces().get(p).function().touch(arguments[p]);
        }
        double[] budget = new double[chain.rows.budgets().size()];
        double[] ratio = new double[ratios];
        if (!chain.rows.hasObjective()) {
            double share = 1.0 / (budget.length + ratios);
            for (int i = 0; i < budget.length; i++) {
                budget[i] = share / chain.rows.budgets().get(i).size();
            }
            for (int i = 0; i < ratios; i++) {
                ratio[i] = share
                        / Multipliers.Tangent.of(chain.rows.ratios().get(i), depth[i])
                                .size();
            }
        }
        return new Multipliers(budget, ratio, depth, arguments);
    }

    Point point(int[] at) {
        double[] q = quantities(at);
        double carried = carriedValue(at);
        for (int i = 0; i < chain.rows.budgets().size(); i++) {
            q[chain.budget(i)] += chain.share(i) * carried;
        }
        return new Point(at.clone(), q[Chain.OBJECTIVE] + chain.share() * carried, q);
    }

    /** The best bound of a box that a few steps find; at or below {@code target} nothing better is wanted. */
    Bound improve(int[] lo, int[] hi, Multipliers start, List<Point> known, int iterations, int grid, double target) {
        List<Point> points = new ArrayList<>();
        for (Point p : known) {
            if (inside(p.at(), lo, hi)) {
                points.add(p);
            }
        }
        Multipliers best = start.within(chain, lo, hi);
        double bestValue = Double.POSITIVE_INFINITY;
        Master.Mixture mixture = null;
        Multipliers at = best;
        double step = HALF_WAY;
        double price = PRICE;
        int[] argmax = new int[lo.length];
        for (int k = 0; k < iterations; k++) {
            double value = value(lo, hi, at, grid, argmax);
            if (interrupted.getAsBoolean()) {
                return new Bound(bestValue, best, points, null);
            }
            if (value == Double.NEGATIVE_INFINITY) {
                return new Bound(value, at, points, null);
            }
            boolean fresh = add(points, point(argmax));
            if (value < bestValue) {
                bestValue = value;
                best = at;
                step = HALF_WAY;
            } else if (!fresh) {
                // the same point again teaches nothing: look further, or nearer
                step = step == 1 ? HALF_WAY / 2 : 1;
            } else {
                step = HALF_WAY;
            }
            if (bestValue <= target) {
                break;
            }
            masters++;
            Master.Mixture next = master.best(points, best, price);
            if (next == null) {
                break;
            }
            mixture = next;
            if (mixture.exceeds()) {
                price *= DEARER;
            } else if (mixture.value() > target && bestValue - mixture.value() < ENOUGH * (bestValue - target)) {
                // no multipliers close this box, and these are nearly the best there are
                break;
            }
            at = best.mixed(mixture.multipliers(), step).within(chain, lo, hi);
        }
        return new Bound(bestValue, best, points, mixture);
    }

    private static boolean inside(int[] at, int[] lo, int[] hi) {
        for (int v = 0; v < at.length; v++) {
            if (at[v] < lo[v] || at[v] > hi[v]) {
                return false;
            }
        }
        return true;
    }

    private static boolean add(List<Point> points, Point point) {
        for (Point p : points) {
            if (java.util.Arrays.equals(p.at(), point.at())) {
                return false;
            }
        }
        if (points.size() >= POOL) {
            points.removeFirst();
        }
        points.add(point);
        return true;
    }

    /** Trims the windows of variables under some multipliers; whether the box holds nothing above {@code target}. */
    boolean trim(int[] lo, int[] hi, Multipliers multipliers, int grid, double target) {
        double value = value(lo, hi, multipliers, grid, new int[lo.length]);
        if (interrupted.getAsBoolean()) {
            return false;
        }
        if (value <= target) {
            return true;
        }
        double constant = multipliers.relaxed(chain).constant();
        return maximum.trim(target - constant - MARGIN * Math.abs(target));
    }

    /** Evaluations that the work since the last question was worth. */
    long work() {
        long work = maximum.cells() / CELLS + masters * MASTER;
        masters = 0;
        return work;
    }

    private double value(int[] lo, int[] hi, Multipliers multipliers, int grid, int[] argmax) {
        Multipliers.Relaxed relaxed = multipliers.relaxed(chain);
        double value = maximum.over(lo, hi, relaxed.theta(), grid, argmax);
        if (value == Double.NEGATIVE_INFINITY) {
            return value;
        }
        // sums of thousands of parts, each rounded: far less than this
        return relaxed.constant() + value + MARGIN * (Math.abs(relaxed.constant()) + Math.abs(value));
    }

    /** Without what is carried. */
    double[] quantities(int[] point) {
        double[] all = chain.constants.clone();
        for (Cluster cluster : chain.clusters) {
            cluster.add(point, all);
        }
        return all;
    }

    /** What the carried quantity adds to whatever has one share of it. */
    double carriedValue(int[] point) {
        double sum = 0;
        double[] all = new double[chain.quantities];
        for (int i = 0; i < chain.clusters.size(); i++) {
            Cluster c = chain.clusters.get(i);
            c.add(point, all);
            if (chain.weightOf[i] != null && i > 0) {
                double[] before = new double[chain.quantities];
                for (int j = 0; j < i; j++) {
                    chain.clusters.get(j).add(point, before);
                }
                sum += before[Chain.CARRIED] * chain.weightOf[i][point[c.right()]];
            }
        }
        return sum;
    }
}
