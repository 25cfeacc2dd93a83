package mad.solve.chain;

import java.util.ArrayList;
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
final class ClusterMaximum {
    private final Cluster cluster;
    private final Functions functions;
    private final double @Nullable [] weightOf;
    private final @Nullable ClusterMaximum before;

    private final Cluster.Shape[] shapes;
    private final int[] bySlope;
    private final double[] slope;
    private final Envelope envelope;
    private final double[] u;
    private final double[] p;

    private double[] weights = {0};
    private int xLo;
    private int xHi;
    private int yLo;
    private int yHi;
    private int bLo;
    private int bHi;
    private List<int[]> choices = List.of();
    /** By weight, then choice. */
    private Loaded[][] loaded = {};

    /** By weight, then position from {@code xLo}. */
    private double[][] table = {};

    private long cells;
    private double own;
    private int yFrom;
    private int yTo;
    private int bFrom;
    private int bTo;

    ClusterMaximum(
            Cluster cluster, Functions functions, double @Nullable [] weightOf, @Nullable ClusterMaximum before) {
        this.cluster = cluster;
        this.functions = functions;
        this.weightOf = weightOf;
        this.before = before;
        this.shapes = cluster.shapes().toArray(Cluster.Shape[]::new);
        int lefts = cluster.left() < 0 ? 1 : functions.size(cluster.left());
        int wides = cluster.wide() < 0 ? 1 : functions.size(cluster.wide());
        slope = new double[wides];
        for (Cluster.Shape s : shapes) {
            if (s.left() != null && s.wide() != null) {
                System.arraycopy(s.wide(), 0, slope, 0, wides);
            }
        }
        bySlope = sorted(slope);
        envelope = new Envelope(Math.max(lefts, wides));
        u = new double[lefts];
        p = new double[wides];
    }

    private static int[] sorted(double[] keys) {
        Integer[] order = new Integer[keys.length];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, (a, b) -> keys[a] != keys[b] ? Double.compare(keys[a], keys[b]) : Integer.compare(a, b));
        return Arrays.stream(order).mapToInt(i -> i).toArray();
    }

    /** The cluster under one choice and weight, without what depends on the right variable. */
    private static final class Loaded {
        final double[] now;
        final double[] base;
        final double[] angle;
        final double[] p;

        Loaded(double[] now, int lefts, int wides) {
            this.now = now;
            this.base = new double[lefts];
            this.angle = new double[lefts];
            this.p = new double[wides];
        }
    }

    void setWeights(double low, double high, int most) {
        if (high - low <= 1e-12 * Math.max(1, Math.abs(high))) {
            weights = new double[] {high};
            return;
        }
        weights = new double[most];
        for (int g = 0; g < most; g++) {
            weights[g] = low + (high - low) * g / (most - 1);
        }
    }

    long cells() {
        long since = cells;
        cells = 0;
        return since;
    }

    double[] last() {
        return table[0];
    }

    int firstRight() {
        return xLo;
    }

    void prepare(int[] lo, int[] hi, double[] theta) {
        xLo = cluster.right() < 0 ? 0 : lo[cluster.right()];
        xHi = cluster.right() < 0 ? 0 : hi[cluster.right()];
        yLo = cluster.left() < 0 ? 0 : lo[cluster.left()];
        yHi = cluster.left() < 0 ? 0 : hi[cluster.left()];
        bLo = cluster.wide() < 0 ? 0 : lo[cluster.wide()];
        bHi = cluster.wide() < 0 ? 0 : hi[cluster.wide()];
        choices = choices(lo, hi);
        loaded = new Loaded[weights.length][choices.size()];
        for (int s = 0; s < choices.size(); s++) {
            double[] fixed = new double[shapes.length];
            double[] carried = new double[shapes.length];
            for (int j = 0; j < shapes.length; j++) {
                for (Cluster.Member m : shapes[j].members()) {
                    double c = m.coefficient();
                    for (Cluster.Small small : m.small()) {
                        c *= small.table()[position(choices.get(s), small.variable())];
                    }
                    if (m.quantity() == Chain.CARRIED) {
                        carried[j] += c;
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
                loaded[g][s] = load(now);
            }
        }
    }

    private Loaded load(double[] now) {
        Loaded l = new Loaded(now, u.length, p.length);
        for (int j = 0; j < shapes.length; j++) {
            Cluster.Shape s = shapes[j];
            if (s.right() != null || s.pair() != null) {
                continue;
            }
            if (s.left() != null) {
                add(now[j], s.left(), s.wide() == null ? l.base : l.angle, yLo, yHi);
            } else if (s.wide() != null) {
                add(now[j], s.wide(), l.p, bLo, bHi);
            } else {
                for (int y = yLo; y <= yHi; y++) {
                    l.base[y] += now[j];
                }
            }
        }
        return l;
    }

    private static void add(double a, double[] f, double[] sum, int from, int to) {
        if (a != 0) {
            for (int i = from; i <= to; i++) {
                sum[i] += a * f[i];
            }
        }
    }

    private int position(int[] choice, int variable) {
        for (int k = 0; k < choice.length; k++) {
            if (small(k) == variable) {
                return choice[k];
            }
        }
        throw new IllegalStateException("variable " + variable + " is not small");
    }

    /** The k-th small variable: the narrow ones, then the affine ones. */
    private int small(int k) {
        int narrow = cluster.narrow().length;
        return k < narrow ? cluster.narrow()[k] : cluster.affine()[k - narrow];
    }

    /** All positions of narrow variables, times the two ends of affine ones. */
    private List<int[]> choices(int[] lo, int[] hi) {
        int n = cluster.narrow().length + cluster.affine().length;
        List<int[]> all = new ArrayList<>();
        all.add(new int[n]);
        for (int k = 0; k < n; k++) {
            int v = small(k);
            int step = k < cluster.narrow().length ? 1 : Math.max(1, hi[v] - lo[v]);
            List<int[]> next = new ArrayList<>();
            for (int[] base : all) {
                for (int at = lo[v]; at <= hi[v]; at += step) {
                    int[] extended = base.clone();
                    extended[k] = at;
                    next.add(extended);
                }
            }
            all = next;
        }
        return all;
    }

    void tabulate() {
        table = new double[weights.length][xHi - xLo + 1];
        for (int g = 0; g < weights.length; g++) {
            double[] row = table[g];
            Arrays.fill(row, Double.NEGATIVE_INFINITY);
            for (Loaded l : loaded[g]) {
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
    private boolean place(int x, double weight, Loaded l) {
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
            Cluster.Shape s = shapes[j];
            double[] right = s.right();
            double[][] pair = s.pair();
            if (right == null && pair == null || l.now[j] == 0) {
                continue;
            }
            double a = right == null ? l.now[j] : l.now[j] * right[x];
            if (s.wide() != null) {
                add(a, s.wide(), p, bFrom, bTo);
            } else if (pair != null) {
                for (int y = yFrom; y <= yTo; y++) {
                    u[y] += a * pair[y][x] * (s.left() == null ? 1 : s.left()[y]);
                }
            } else if (s.left() != null) {
                add(a, s.left(), u, yFrom, yTo);
            } else {
                own += a;
            }
        }
        return true;
    }

    private void interpolate(double w, double[] base, double[] into, int from, int to) {
        if (weights.length == 1) {
            for (int y = from; y <= to; y++) {
                into[y] = base[y] + table[0][y - xLo];
            }
            return;
        }
        int cells = weights.length - 1;
        double at = (w - weights[0]) / (weights[cells] - weights[0]) * cells;
        int cell = Math.max(0, Math.min(cells - 1, (int) at));
        double t = at - cell;
        double[] a = table[cell];
        double[] b = table[cell + 1];
        for (int y = from; y <= to; y++) {
            double below = a[y - xLo];
            // Where no point exists there is none under any weight; 0 times minus infinity would be no number.
            into[y] = below == Double.NEGATIVE_INFINITY ? below : base[y] + below + t * (b[y - xLo] - below);
        }
    }

    /**
     * Narrows the windows of the private variables to what paths of at least {@code least} use, given the most that a path
     * through each right position can reach.
     *
     * @return the same for the left positions; null where no path is left
     */
    double @Nullable [] trim(double[] through, double least, int[] lo, int[] hi) {
        double[] left = filled(yHi - yLo + 1, Double.NEGATIVE_INFINITY);
        double[] wide = filled(bHi - bLo + 1, Double.NEGATIVE_INFINITY);
        double[] choice = filled(choices.size(), Double.NEGATIVE_INFINITY);
        double[] leftMissing = new double[left.length];
        double[] wideMissing = new double[wide.length];
        double[] choiceMissing = new double[choice.length];
        double[] leftValue = new double[left.length];
        double[] wideValue = new double[wide.length];
        int[] order = new int[u.length];
        for (int x = xLo; x <= xHi; x++) {
            double most = through[x - xLo];
            if (most < least) {
                continue;
            }
            Arrays.fill(leftMissing, Double.POSITIVE_INFINITY);
            Arrays.fill(wideMissing, Double.POSITIVE_INFINITY);
            Arrays.fill(choiceMissing, Double.POSITIVE_INFINITY);
            boolean any = false;
            for (int g = 0; g < weights.length; g++) {
                Arrays.fill(leftValue, Double.NEGATIVE_INFINITY);
                Arrays.fill(wideValue, Double.NEGATIVE_INFINITY);
                double total = table[g][x - xLo];
                for (int s = 0; s < choice.length; s++) {
                    Loaded l = loaded[g][s];
                    if (!place(x, weights[g], l)) {
                        continue;
                    }
                    any = true;
                    envelope.of(slope, p, bySlope, bFrom, bTo);
                    double best = Double.NEGATIVE_INFINITY;
                    for (int y = yFrom; y <= yTo; y++) {
                        double value = own + u[y] + envelope.value(l.angle[y]);
                        best = Math.max(best, value);
                        leftValue[y - yLo] = Math.max(leftValue[y - yLo], value);
                    }
                    choiceMissing[s] = Math.min(choiceMissing[s], total - best);
                    if (bHi > bLo) {
                        order(l.angle, yFrom, yTo, order);
                        envelope.of(l.angle, u, order, yFrom, yTo);
                        for (int b = bFrom; b <= bTo && !envelope.isEmpty(); b++) {
                            wideValue[b - bLo] = Math.max(wideValue[b - bLo], own + p[b] + envelope.value(slope[b]));
                        }
                    }
                }
                for (int y = 0; y < left.length; y++) {
                    leftMissing[y] = Math.min(leftMissing[y], total - leftValue[y]);
                }
                for (int b = 0; b < wide.length; b++) {
                    wideMissing[b] = Math.min(wideMissing[b], total - wideValue[b]);
                }
            }
            if (any) {
                raise(left, most, leftMissing);
                raise(wide, most, wideMissing);
                raise(choice, most, choiceMissing);
            }
        }
        boolean kept =
                (bHi == bLo || window(wide, bLo, least, cluster.wide(), lo, hi)) && trimSmall(choice, least, lo, hi);
        return kept ? left : null;
    }

    private static double[] filled(int size, double value) {
        double[] filled = new double[size];
        Arrays.fill(filled, value);
        return filled;
    }

    private static void raise(double[] through, double most, double[] missing) {
        for (int i = 0; i < through.length; i++) {
            if (missing[i] < Double.POSITIVE_INFINITY) {
                through[i] = Math.max(through[i], most - missing[i]);
            }
        }
    }

    private static void order(double[] keys, int from, int to, int[] order) {
        boolean falls = keys[to] < keys[from];
        for (int i = from; i <= to; i++) {
            order[i] = falls ? from + to - i : i;
        }
        for (int i = from + 1; i <= to; i++) {
            int moved = order[i];
            int j = i;
            while (j > from && keys[order[j - 1]] > keys[moved]) {
                order[j] = order[j - 1];
                j--;
            }
            order[j] = moved;
        }
    }

    /** Cuts the ends of a window that stay below {@code least}; false where nothing remains. */
    static boolean window(double[] through, int offset, double least, int variable, int[] lo, int[] hi) {
        int first = 0;
        int end = through.length - 1;
        while (first <= end && !(through[first] >= least)) {
            first++;
        }
        while (end >= first && !(through[end] >= least)) {
            end--;
        }
        lo[variable] = offset + first;
        hi[variable] = offset + end;
        return first <= end;
    }

    private boolean trimSmall(double[] through, double least, int[] lo, int[] hi) {
        for (int k = 0; k < cluster.narrow().length + cluster.affine().length; k++) {
            int v = small(k);
            int from = lo[v];
            double[] best = filled(hi[v] - from + 1, Double.NEGATIVE_INFINITY);
            for (int s = 0; s < through.length; s++) {
                int at = choices.get(s)[k] - from;
                best[at] = Math.max(best[at], through[s]);
            }
            if (k >= cluster.narrow().length) {
                // the most that a path can reach is convex in an affine variable: below the chord of the ends
                double a = best[0];
                double b = best[best.length - 1];
                double first = functions.value(v, from);
                double last = functions.value(v, hi[v]);
                for (int i = 1; i < best.length - 1; i++) {
                    double t = (functions.value(v, from + i) - first) / (last - first);
                    best[i] = (1 - t) * a + t * b;
                }
            }
            if (!window(best, from, least, v, lo, hi)) {
                return false;
            }
        }
        return true;
    }

    /** Finds what led to right position {@code x} under the weight {@code w}; writes it down, and answers with the left position. */
    int trace(int x, double w, double[] theta, int[] argmax) {
        double best = Double.NEGATIVE_INFINITY;
        int bestY = -1;
        for (int[] choice : choices) {
            double[] now = new double[shapes.length];
            for (int j = 0; j < shapes.length; j++) {
                for (Cluster.Member m : shapes[j].members()) {
                    double c = m.coefficient() * (m.quantity() == Chain.CARRIED ? w : theta[m.quantity()]);
                    for (Cluster.Small small : m.small()) {
                        c *= small.table()[position(choice, small.variable())];
                    }
                    now[j] += c;
                }
            }
            Loaded l = load(now);
            if (!place(x, w, l)) {
                continue;
            }
            envelope.of(slope, p, bySlope, bFrom, bTo);
            for (int y = yFrom; y <= yTo; y++) {
                double value = own + u[y] + envelope.value(l.angle[y]);
                if (value > best) {
                    best = value;
                    bestY = y;
                    for (int k = 0; k < choice.length; k++) {
                        argmax[small(k)] = choice[k];
                    }
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
