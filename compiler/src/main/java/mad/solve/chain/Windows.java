package mad.solve.chain;

/** The windows of a box. */
final class Windows {
    private Windows() {}

    /**
     * Cuts the ends of a variable's window at which {@code through} stays below {@code least}.
     *
     * @param through by position from {@code offset}
     * @return false where nothing remains
     */
    static boolean trim(double[] through, int offset, double least, int variable, int[] lo, int[] hi) {
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
}
