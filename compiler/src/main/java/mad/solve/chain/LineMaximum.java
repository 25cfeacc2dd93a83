package mad.solve.chain;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One cluster's step of the recursion of {@link ChainMaximum}: by position of the right variable and weight of what is carried, the
 * most that the chain up to here can add.
 *
 * <p>Under one choice of the small variables the cluster adds {@code u(y) + p(b) + angle(y) slope(b)}, with y the position of
 * the left and b that of the wide variable; the best b of every y is on the upper {@link Envelope} of the lines of all b.
 */
final class LineMaximum extends ClusterMaximum {
    private final LineCluster cluster;
    private final Functions functions;

    private final LineCluster.Shape[] shapes;
    private final int[] bySlope;
    private final double[] slope;
    private final Envelope envelope;
    private final double[] u;
    private final double[] p;

    private int yLo;
    private int yHi;
    private int bLo;
    private int bHi;
    private SmallChoices choices;
    /** By weight, then choice. */
    private Lines[][] loaded = {};

    private double own;
    private int yFrom;
    private int yTo;
    private int bFrom;
    private int bTo;

    LineMaximum(
            LineCluster cluster, Functions functions, double @Nullable [] weightOf, @Nullable ClusterMaximum before) {
        super(weightOf, before);
        this.cluster = cluster;
        this.functions = functions;
        this.shapes = cluster.shapes().toArray(LineCluster.Shape[]::new);
        int lefts = cluster.left() < 0 ? 1 : functions.size(cluster.left());
        int wides = cluster.wide() < 0 ? 1 : functions.size(cluster.wide());
        slope = new double[wides];
        for (LineCluster.Shape s : shapes) {
            if (s.left() != null && s.wide() != null) {
                System.arraycopy(s.wide(), 0, slope, 0, wides);
            }
        }
        bySlope = new int[wides];
        Envelope.order(slope, 0, wides - 1, bySlope);
        envelope = new Envelope(Math.max(lefts, wides));
        u = new double[lefts];
        p = new double[wides];
        choices = new SmallChoices(cluster, List.of());
    }

    @Override
    void prepare(int[] lo, int[] hi, double[] theta) {
        xLo = cluster.right() < 0 ? 0 : lo[cluster.right()];
        xHi = cluster.right() < 0 ? 0 : hi[cluster.right()];
        yLo = cluster.left() < 0 ? 0 : lo[cluster.left()];
        yHi = cluster.left() < 0 ? 0 : hi[cluster.left()];
        bLo = cluster.wide() < 0 ? 0 : lo[cluster.wide()];
        bHi = cluster.wide() < 0 ? 0 : hi[cluster.wide()];
        choices = SmallChoices.of(cluster, lo, hi);
        loaded = new Lines[weights.length][choices.size()];
        for (int s = 0; s < choices.size(); s++) {
            double[] fixed = new double[shapes.length];
            double[] carried = new double[shapes.length];
            for (int j = 0; j < shapes.length; j++) {
                for (LineCluster.Member m : shapes[j].members()) {
                    double c = choices.coefficient(s, m);
                    if (m.quantity() == Chain.CARRIED) {
                        carried[j] += theta[Chain.CARRIED] * c;
                    } else {
                        fixed[j] += theta[m.quantity()] * c;
                    }
                }
            }
            for (int g = 0; g < weights.length; g++) {
                double[] now = new double[shapes.length];
                for (int j = 0; j < now.length; j++) {
                    now[j] = fixed[j] + weights[g] * carried[j];
                }
                loaded[g][s] = lines(now);
            }
        }
    }

    private Lines lines(double[] now) {
        Lines lines = new Lines(now, u.length, p.length);
        lines.sum(cluster.shapes(), yLo, yHi, bLo, bHi);
        return lines;
    }

    @Override
    void tabulate() {
        table = new double[weights.length][xHi - xLo + 1];
        for (int g = 0; g < weights.length; g++) {
            double[] row = table[g];
            Arrays.fill(row, Double.NEGATIVE_INFINITY);
            for (Lines l : loaded[g]) {
                for (int x = xLo; x <= xHi; x++) {
                    if (!place(x, weights[g], l)) {
                        continue;
                    }
                    double best = Double.NEGATIVE_INFINITY;
                    envelope.of(slope, p, bySlope, bFrom, bTo);
                    for (int y = yFrom; y <= yTo; y++) {
                        best = Math.max(best, u[y] + envelope.value(l.angle[y]));
                    }
                    row[x - xLo] = Math.max(row[x - xLo], best + own);
                }
            }
        }
    }

    /** Sets {@code u}, {@code p} and {@code own} for one right position; false where nothing fits it. */
    private boolean place(int x, double weight, Lines l) {
        yFrom = Math.max(yLo, cluster.leftRange()[x][0]);
        yTo = Math.min(yHi, cluster.leftRange()[x][1]);
        bFrom = Math.max(bLo, cluster.wideRange()[x][0]);
        bTo = Math.min(bHi, cluster.wideRange()[x][1]);
        if (yFrom > yTo || bFrom > bTo) {
            return false;
        }
        if (before == null) {
            System.arraycopy(l.base, yFrom, u, yFrom, yTo - yFrom + 1);
        } else {
            before.interpolate(weight + (weightOf == null ? 0 : weightOf[x]), l.base, u, yFrom, yTo);
        }
        System.arraycopy(l.p, bFrom, p, bFrom, bTo - bFrom + 1);
        cells += yTo - yFrom + bTo - bFrom + 2;
        own = 0;
        for (int j = 0; j < shapes.length; j++) {
            LineCluster.Shape s = shapes[j];
            double[] right = s.right();
            double[][] pair = s.pair();
            if (right == null && pair == null || l.now[j] == 0) {
                continue;
            }
            double a = right == null ? l.now[j] : l.now[j] * right[x];
            if (s.wide() != null) {
                Lines.add(a, s.wide(), p, bFrom, bTo);
            } else if (pair != null) {
                for (int y = yFrom; y <= yTo; y++) {
                    u[y] += a * pair[y][x] * (s.left() == null ? 1 : s.left()[y]);
                }
            } else if (s.left() != null) {
                Lines.add(a, s.left(), u, yFrom, yTo);
            } else {
                own += a;
            }
        }
        return true;
    }

    @Override
    double @Nullable [] trim(double[] through, double least, int[] lo, int[] hi) {
        Reach left = new Reach(yHi - yLo + 1);
        Reach wide = new Reach(bHi - bLo + 1);
        Reach small = new Reach(choices.size());
        List<Reach> reaches = List.of(left, wide, small);
        int[] order = new int[u.length];
        for (int x = xLo; x <= xHi; x++) {
            double most = through[x - xLo];
            if (most < least) {
                continue;
            }
            reaches.forEach(Reach::beginRight);
            for (int g = 0; g < weights.length; g++) {
                reaches.forEach(Reach::beginWeight);
                for (int s = 0; s < choices.size(); s++) {
                    if (place(x, weights[g], loaded[g][s])) {
                        see(loaded[g][s], s, left, wide, small, order);
                    }
                }
                for (Reach reach : reaches) {
                    reach.endWeight(table[g][x - xLo]);
                }
            }
            reaches.forEach(reach -> reach.endRight(most));
        }
        boolean kept = (bHi == bLo || Windows.trim(wide.through(), bLo, least, cluster.wide(), lo, hi))
                && choices.trim(small.through(), least, functions, lo, hi);
        return kept ? left.through() : null;
    }

    /** The values of all paths through the right position, the choice and the weight that were placed. */
    private void see(Lines l, int choice, Reach left, Reach wide, Reach small, int[] order) {
        envelope.of(slope, p, bySlope, bFrom, bTo);
        double best = Double.NEGATIVE_INFINITY;
        for (int y = yFrom; y <= yTo; y++) {
            double value = own + u[y] + envelope.value(l.angle[y]);
            best = Math.max(best, value);
            left.see(y - yLo, value);
        }
        small.see(choice, best);
        if (bHi > bLo) {
            Envelope.order(l.angle, yFrom, yTo, order);
            envelope.of(l.angle, u, order, yFrom, yTo);
            for (int b = bFrom; b <= bTo && !envelope.isEmpty(); b++) {
                wide.see(b - bLo, own + p[b] + envelope.value(slope[b]));
            }
        }
    }

    @Override
    int trace(int x, double w, double[] theta, int[] argmax) {
        double best = Double.NEGATIVE_INFINITY;
        int bestY = -1;
        for (int s = 0; s < choices.size(); s++) {
            double[] now = new double[shapes.length];
            for (int j = 0; j < shapes.length; j++) {
                for (LineCluster.Member m : shapes[j].members()) {
                    double weight = theta[m.quantity()] * (m.quantity() == Chain.CARRIED ? w : 1);
                    now[j] += choices.coefficient(s, m) * weight;
                }
            }
            Lines l = lines(now);
            if (!place(x, w, l)) {
                continue;
            }
            envelope.of(slope, p, bySlope, bFrom, bTo);
            for (int y = yFrom; y <= yTo; y++) {
                double value = own + u[y] + envelope.value(l.angle[y]);
                if (value > best) {
                    best = value;
                    bestY = y;
                    choices.write(s, argmax);
                    if (cluster.wide() >= 0) {
                        argmax[cluster.wide()] = envelope.highest(l.angle[y]);
                    }
                }
            }
        }
        if (cluster.right() >= 0) {
            argmax[cluster.right()] = x;
        }
        if (cluster.left() >= 0 && bestY >= 0) {
            argmax[cluster.left()] = bestY;
        }
        return bestY;
    }
}
