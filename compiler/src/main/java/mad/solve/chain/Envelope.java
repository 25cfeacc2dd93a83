package mad.solve.chain;

/** The upper envelope of lines, for questions at angles that mostly grow or mostly fall. */
final class Envelope {
    private final int[] line;
    private final double[] start;
    private double[] slope = {};
    private double[] intercept = {};
    private int size;
    private int at;

    Envelope(int lines) {
        line = new int[lines];
        start = new double[lines];
    }

    /**
     * Takes the lines {@code intercept[i] + angle * slope[i]} with {@code from <= i <= to}; slopes never decrease over
     * {@code order}, a permutation of these numbers in its cells from {@code from} to {@code to}.
     */
    void of(double[] slope, double[] intercept, int[] order, int from, int to) {
        this.slope = slope;
        this.intercept = intercept;
        size = 0;
        at = 0;
        for (int k = from; k <= to; k++) {
            int i = order[k];
            if (intercept[i] == Double.NEGATIVE_INFINITY) {
                continue;
            }
            double begin = Double.NEGATIVE_INFINITY;
            boolean hidden = false;
            while (size > 0) {
                int last = line[size - 1];
                double ds = slope[i] - slope[last];
                double di = intercept[last] - intercept[i];
                if (ds <= 0) {
                    if (di >= 0) {
                        hidden = true;
                        break;
                    }
                } else {
                    begin = di / ds;
                    if (begin > start[size - 1]) {
                        break;
                    }
                }
                size--;
                begin = Double.NEGATIVE_INFINITY;
            }
            if (!hidden) {
                line[size] = i;
                start[size++] = begin;
            }
        }
    }

    /** Sorts the numbers from {@code from} to {@code to} by their keys, which mostly grow or mostly fall. */
    static void order(double[] keys, int from, int to, int[] order) {
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

    boolean isEmpty() {
        return size == 0;
    }

    /** The number of the highest line. */
    int highest(double angle) {
        while (at + 1 < size && start[at + 1] <= angle) {
            at++;
        }
        while (at > 0 && start[at] > angle) {
            at--;
        }
        return line[at];
    }

    double value(double angle) {
        int i = highest(angle);
        return intercept[i] + angle * slope[i];
    }
}
