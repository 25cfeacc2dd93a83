package mad.verify;

/** Reads tables of convex functions between their marks. */
final class Chords {
    private Chords() {}

    /**
     * By position an upper bound of the function at {@code w}, of which the interval is nearly a point.
     *
     * @param table by mark, then position from {@code offset}
     */
    static void of(double[][] table, double[] marks, int offset, Interval w, double[] into, int from, int to) {
        double low = Math.max(marks[0], Math.min(marks[marks.length - 1], w.lo()));
        double high = Math.max(marks[0], Math.min(marks[marks.length - 1], w.hi()));
        at(table, marks, offset, low, into, from, to, false);
        if (high > low) {
            at(table, marks, offset, high, into, from, to, true);
            for (int g = 0; g < marks.length; g++) {
                if (marks[g] > low && marks[g] < high) {
                    at(table, marks, offset, marks[g], into, from, to, true);
                }
            }
        }
    }

    private static void at(
            double[][] table, double[] marks, int offset, double w, double[] into, int from, int to, boolean more) {
        int cell = 0;
        while (cell < marks.length - 2 && marks[cell + 1] <= w) {
            cell++;
        }
        double[] a = table[cell];
        double[] b = marks.length == 1 ? a : table[cell + 1];
        double t = marks.length == 1 ? 0 : (w - marks[cell]) / (marks[cell + 1] - marks[cell]);
        for (int y = from; y <= to; y++) {
            double below = a[y - offset];
            double above = b[y - offset];
            // the share t is right to three roundings, the rest adds two more
            double value = below == Double.NEGATIVE_INFINITY
                    ? below
                    : below + t * (above - below) + 0x1p-49 * (Math.abs(below) + Math.abs(above));
            into[y] = more ? Math.max(into[y], value) : value;
        }
    }
}
