package mad.lsp;

/** When news of a running solve are shown: the first at once, the next after pauses that grow, as what is new in them grows less. */
final class Beat {
    /** Seconds; what is drawn faster than this nobody sees. */
    private static final double SHORTEST = 0.04;

    private static final double LONGEST = 0.16;

    private double due;
    private double pause = SHORTEST;

    /** @param seconds of the solve so far, never less than before */
    boolean falls(double seconds) {
        if (seconds < due) {
            return false;
        }
        due = seconds + pause;
        pause = Math.min(LONGEST, 2 * pause);
        return true;
    }
}
