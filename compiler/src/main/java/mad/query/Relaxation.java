package mad.query;

/** What a statement has to be relaxed to when all others stay. */
sealed interface Relaxation {
    /**
     * @param limit what its body may not exceed as it stands
     * @param found value of the body with which a network was found
     * @param proved no network has less
     */
    record Value(double limit, double found, double proved) implements Relaxation {
        /** In parts of what has to be given way, how near to each other found and proved have to be. */
        static final double CLOSE = 9e-3;

        /** Whether no smaller step than from the limit to {@code found} is enough, but for {@link #CLOSE}. */
        boolean isClosed() {
            return found - proved <= CLOSE * (found - limit) + 1e-9 * Math.abs(found);
        }
    }

    /** It says something that cannot be relaxed by a number. */
    record Omission() implements Relaxation {}

    /** The rest excludes every network by itself. */
    record NotEnough() implements Relaxation {}

    record Unknown() implements Relaxation {}
}
