package mad.solve.chain;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What a box leaves of a cluster's small variables: all positions of narrow ones, times the two ends of affine ones. */
record SmallChoices(LineCluster cluster, List<int[]> all) {
    static SmallChoices of(LineCluster cluster, int[] lo, int[] hi) {
        int n = cluster.narrow().length + cluster.affine().length;
        List<int[]> all = new ArrayList<>();
        all.add(new int[n]);
        for (int k = 0; k < n; k++) {
            int v = variable(cluster, k);
            int step = isAffine(cluster, k) ? Math.max(1, hi[v] - lo[v]) : 1;
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
        return new SmallChoices(cluster, all);
    }

    /** The k-th small variable: the narrow ones, then the affine ones. */
    private static int variable(LineCluster cluster, int k) {
        int narrow = cluster.narrow().length;
        return k < narrow ? cluster.narrow()[k] : cluster.affine()[k - narrow];
    }

    private static boolean isAffine(LineCluster cluster, int k) {
        return k >= cluster.narrow().length;
    }

    int size() {
        return all.size();
    }

    /** A member's coefficient times its functions of small variables. */
    double coefficient(int choice, LineCluster.Member member) {
        double c = member.coefficient();
        for (LineCluster.Small small : member.small()) {
            c *= small.table()[position(all.get(choice), small.variable())];
        }
        return c;
    }

    private int position(int[] choice, int variable) {
        for (int k = 0; k < choice.length; k++) {
            if (variable(cluster, k) == variable) {
                return choice[k];
            }
        }
        throw new IllegalStateException("variable " + variable + " is not small");
    }

    void write(int choice, int[] point) {
        int[] at = all.get(choice);
        for (int k = 0; k < at.length; k++) {
            point[variable(cluster, k)] = at[k];
        }
    }

    /**
     * Narrows the windows of the small variables.
     *
     * @param through by choice, the most that a path with it can reach
     * @return false where nothing remains
     */
    boolean trim(double[] through, double least, Functions functions, int[] lo, int[] hi) {
        for (int k = 0; k < cluster.narrow().length + cluster.affine().length; k++) {
            int v = variable(cluster, k);
            int from = lo[v];
            double[] best = new double[hi[v] - from + 1];
            Arrays.fill(best, Double.NEGATIVE_INFINITY);
            for (int s = 0; s < through.length; s++) {
                int at = all.get(s)[k] - from;
                best[at] = Math.max(best[at], through[s]);
            }
            if (isAffine(cluster, k)) {
                fillChord(best, v, from, functions);
            }
            if (!Windows.trim(best, from, least, v, lo, hi)) {
                return false;
            }
        }
        return true;
    }

    /** The most that a path can reach is convex in an affine variable: it lies below the chord of the ends. */
    static void fillChord(double[] best, int v, int from, Functions functions) {
        double first = functions.value(v, from);
        double last = functions.value(v, from + best.length - 1);
        for (int i = 1; i < best.length - 1; i++) {
            double t = (functions.value(v, from + i) - first) / (last - first);
            best[i] = (1 - t) * best[0] + t * best[best.length - 1];
        }
    }
}
