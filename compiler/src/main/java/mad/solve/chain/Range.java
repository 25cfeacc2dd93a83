package mad.solve.chain;

/** An interval. */
record Range(double lo, double hi) {
    static final Range ENTIRE = new Range(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);

    double clamp(double x) {
        return Math.max(lo, Math.min(hi, x));
    }

    Range times(Range other) {
        double a = lo * other.lo;
        double b = lo * other.hi;
        double c = hi * other.lo;
        double d = hi * other.hi;
        return new Range(Math.min(Math.min(a, b), Math.min(c, d)), Math.max(Math.max(a, b), Math.max(c, d)));
    }

    static Range of(double[] table, int from, int to) {
        double least = table[from];
        double most = table[from];
        for (int i = from + 1; i <= to; i++) {
            least = Math.min(least, table[i]);
            most = Math.max(most, table[i]);
        }
        return new Range(least, most);
    }
}
