package mad.verify;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One cluster's step along the chain. Sums are rounded up, one by one. */
final class Step {
    /** Choices of small variables. */
    private static final int MOST = 100_000;

    private final Cluster cluster;
    private final @Nullable Table whole;
    private @Nullable Table weight;
    private final int[][] lefts;
    private final int[][] wides;
    private final double[] u;
    private final double[] p;
    private final @Nullable Envelope envelope;
    private double[] grid = {0};
    private Interval[] weights = {};

    Step(Program program, Cluster cluster, @Nullable Table weight) {
        this.cluster = cluster;
        this.whole = weight;
        this.lefts = Ranges.of(program, cluster.left, cluster.right);
        this.wides = Ranges.of(program, cluster.wide, cluster.right);
        this.u = new double
                [cluster.left < 0 ? 1 : program.variables().get(cluster.left).count()];
        this.p = new double
                [cluster.wide < 0 ? 1 : program.variables().get(cluster.wide).count()];
        Table slope = cluster.slope();
        this.envelope = slope == null ? null : new Envelope(slope);
    }

    double[] grid() {
        return grid;
    }

    /** What the right variable may add to the weight of what is carried. */
    Interval weight(int[] lo, int[] hi) {
        Interval all = weight == null ? Interval.ZERO : Interval.EMPTY;
        for (int x = lo(lo, cluster.right); weight != null && x <= hi(hi, cluster.right); x++) {
            all = all.hull(weight.at(x));
        }
        return all;
    }

    /**
     * @param later the weight that later clusters may put on what is carried
     * @param weights of the sums; that of what is carried scales what the right variable adds
     */
    void prepare(Interval later, int count, Interval[] weights) {
        this.weights = weights;
        Interval share = weights[Relaxation.CARRIED];
        weight = whole == null || share.equals(Interval.ONE) ? whole : whole.times(share);
        boolean narrow = later.hi() - later.lo() <= 1e-9 * later.magnitude();
        grid = later.lo() == later.hi() ? new double[] {later.lo()} : new double[narrow ? 2 : count];
        for (int g = 0; g < grid.length && grid.length > 1; g++) {
            grid[g] =
                    g == grid.length - 1 ? later.hi() : later.lo() + (later.hi() - later.lo()) * g / (grid.length - 1);
        }
    }

    /** By weight and position of the right variable, the most so far; minus infinity where nothing is possible. */
    double[][] table(int[] lo, int[] hi, double @Nullable [][] before, double[] beforeGrid, int offset) {
        int x0 = lo(lo, cluster.right);
        int x1 = hi(hi, cluster.right);
        double[][] table = new double[grid.length][Math.max(0, x1 - x0 + 1)];
        List<int[]> choices = choices(lo, hi);
        double[] most = new double[u.length];
        if (envelope != null) {
            envelope.within(lo(lo, cluster.wide), hi(hi, cluster.wide));
        }
        for (int g = 0; g < grid.length; g++) {
            Arrays.fill(table[g], Double.NEGATIVE_INFINITY);
            List<Choice> loaded = new ArrayList<>();
            for (int[] choice : choices) {
                loaded.add(new Choice(choice, grid[g], lo, hi));
            }
            for (int x = x0; x <= x1; x++) {
                int y0 = Math.max(lo(lo, cluster.left), lefts[x][0]);
                int y1 = Math.min(hi(hi, cluster.left), lefts[x][1]);
                int b0 = Math.max(lo(lo, cluster.wide), wides[x][0]);
                int b1 = Math.min(hi(hi, cluster.wide), wides[x][1]);
                if (y0 > y1 || b0 > b1) {
                    continue;
                }
                Arrays.fill(most, y0, y1 + 1, 0);
                if (before != null) {
                    Interval w = Interval.of(grid[g]).plus(weight == null ? Interval.ZERO : weight.at(x));
                    Chords.of(before, beforeGrid, offset, w, most, y0, y1);
                }
                for (Choice choice : loaded) {
                    table[g][x - x0] = Math.max(table[g][x - x0], choice.most(x, most, y0, y1, b0, b1));
                }
            }
        }
        return table;
    }

    private List<int[]> choices(int[] lo, int[] hi) {
        int small = cluster.enumerated.length + cluster.affine.length;
        List<int[]> all = new ArrayList<>(List.of(new int[small]));
        for (int k = 0; k < small; k++) {
            boolean ends = k >= cluster.enumerated.length;
            int v = variable(k);
            List<int[]> next = new ArrayList<>();
            for (int[] choice : all) {
                for (int at = lo[v]; at <= hi[v]; at += ends ? Math.max(1, hi[v] - lo[v]) : 1) {
                    int[] extended = choice.clone();
                    extended[k] = at;
                    next.add(extended);
                }
            }
            if (next.size() > MOST) {
                throw new Refused("a cluster has too many small variables");
            }
            all = next;
        }
        return all;
    }

    private int variable(int small) {
        int enumerated = cluster.enumerated.length;
        return small < enumerated ? cluster.enumerated[small] : cluster.affine[small - enumerated];
    }

    private int position(int[] choice, int variable) {
        for (int k = 0; k < choice.length; k++) {
            if (variable(k) == variable) {
                return choice[k];
            }
        }
        throw new Refused("variable " + variable + " is not a small one");
    }

    private static int lo(int[] lo, int variable) {
        return variable < 0 ? 0 : lo[variable];
    }

    private static int hi(int[] hi, int variable) {
        return variable < 0 ? 0 : hi[variable];
    }

    private double largest(int b0, int b1) {
        double largest = p[b0];
        for (int b = b0 + 1; b <= b1; b++) {
            largest = Math.max(largest, p[b]);
        }
        return largest;
    }

    /** One choice of the small variables under one weight of what is carried. */
    private final class Choice {
        private final Interval[] scale;
        private final double[] ofLeft = new double[u.length];
        private final double[] ofWide = new double[p.length];
        private final Interval[] angle = new Interval[u.length];

        Choice(int[] choice, double w, int[] lo, int[] hi) {
            List<Cluster.Shape> shapes = cluster.shapes();
            scale = new Interval[shapes.size()];
            int y0 = lo(lo, cluster.left);
            int y1 = hi(hi, cluster.left);
            Arrays.fill(angle, y0, y1 + 1, Interval.ZERO);
            for (int j = 0; j < scale.length; j++) {
                Cluster.Shape shape = shapes.get(j);
                scale[j] = scale(shape, choice, w);
                Table left = shape.left();
                Table wide = shape.wide();
                if (shape.right() != null || shape.pair() != null) {
                    continue;
                }
                if (left != null && wide != null) {
                    for (int y = y0; y <= y1; y++) {
                        angle[y] = angle[y].plus(scale[j].times(left.at(y)));
                    }
                } else if (left != null) {
                    left.addTo(ofLeft, scale[j], y0, y1);
                } else if (wide != null) {
                    wide.addTo(ofWide, scale[j], lo(lo, cluster.wide), hi(hi, cluster.wide));
                }
            }
        }

        private Interval scale(Cluster.Shape shape, int[] choice, double w) {
            Interval sum = Interval.ZERO;
            for (Cluster.Member m : shape.members()) {
                Interval product =
                        m.coefficient().times(m.sum() == Relaxation.CARRIED ? Interval.of(w) : weights[m.sum()]);
                for (Cluster.Small small : m.small()) {
                    product = product.times(small.table().at(position(choice, small.variable())));
                }
                sum = sum.plus(product);
            }
            return sum;
        }

        /** @param most by left position, what the clusters before can add */
        double most(int x, double[] most, int y0, int y1, int b0, int b1) {
            for (int y = y0; y <= y1; y++) {
                u[y] = Rounded.above(most[y] + ofLeft[y]);
            }
            System.arraycopy(ofWide, b0, p, b0, b1 - b0 + 1);
            double own = 0;
            for (int j = 0; j < scale.length; j++) {
                Cluster.Shape shape = cluster.shapes().get(j);
                Table right = shape.right();
                Table[] pair = shape.pair();
                if (right == null && pair == null) {
                    own = shape.left() == null && shape.wide() == null ? Rounded.sumUp(own, scale[j].hi()) : own;
                    continue;
                }
                Interval a = right == null ? scale[j] : scale[j].times(right.at(x));
                if (pair != null) {
                    for (int y = y0; y <= y1; y++) {
                        Interval both = a.times(pair[y].at(x));
                        u[y] = Rounded.above(u[y]
                                + (shape.left() == null
                                                ? both
                                                : both.times(shape.left().at(y)))
                                        .hi());
                    }
                } else if (shape.wide() != null) {
                    shape.wide().addTo(p, a, b0, b1);
                } else if (shape.left() != null) {
                    shape.left().addTo(u, a, y0, y1);
                } else {
                    own = Rounded.sumUp(own, a.hi());
                }
            }
            double best = Double.NEGATIVE_INFINITY;
            if (envelope != null) {
                envelope.of(p, b0, b1);
            }
            double flat = envelope == null ? largest(b0, b1) : 0;
            for (int y = y0; y <= y1; y++) {
                double line = envelope == null ? flat : envelope.at(angle[y].lo(), angle[y].hi());
                best = Math.max(best, u[y] + line);
            }
            return best == Double.NEGATIVE_INFINITY ? best : Rounded.above(Rounded.above(best) + own);
        }
    }
}
