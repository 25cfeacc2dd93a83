package mad.solve.chain;

import java.util.List;

/** What a cluster adds under one choice and weight, without what depends on the right variable: {@code base(y) + p(b) + angle(y) slope(b)}. */
final class Lines {
    /** The factors of the cluster's shapes. */
    final double[] now;

    final double[] base;
    final double[] angle;
    final double[] p;

    Lines(double[] now, int lefts, int wides) {
        this.now = now;
        this.base = new double[lefts];
        this.angle = new double[lefts];
        this.p = new double[wides];
    }

    /** Sums the shapes over windows of the left and the wide variable. */
    void sum(List<LineCluster.Shape> shapes, int yLo, int yHi, int bLo, int bHi) {
        for (int j = 0; j < now.length; j++) {
            LineCluster.Shape s = shapes.get(j);
            if (s.right() != null || s.pair() != null) {
                continue;
            }
            if (s.left() != null) {
                add(now[j], s.left(), s.wide() == null ? base : angle, yLo, yHi);
            } else if (s.wide() != null) {
                add(now[j], s.wide(), p, bLo, bHi);
            } else {
                for (int y = yLo; y <= yHi; y++) {
                    base[y] += now[j];
                }
            }
        }
    }

    static void add(double a, double[] f, double[] sum, int from, int to) {
        if (a != 0) {
            for (int i = from; i <= to; i++) {
                sum[i] += a * f[i];
            }
        }
    }
}
