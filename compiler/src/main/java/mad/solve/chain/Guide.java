package mad.solve.chain;

/** What the search asks of its caller, and tells it. Objectives are to be maximised. */
public interface Guide {
    /** The objective of the best feasible point known; minus infinite where there is none. */
    double incumbent();

    /** A bound at or below this is good enough; it grows with the incumbent. */
    double target();

    /** Offers a point, a position per variable, that may be good; it need not be feasible. */
    void visit(int[] point);

    /** Nothing in the box is better. Falls over time. */
    void bound(double bound);

    /**
     * Takes note of work done; false when the search has to end.
     *
     * @param work in point evaluations, since the last question
     * @param nodes boxes looked into, since the last question
     * @param bytes that the boxes still open take, by estimate
     */
    boolean goOn(long work, long nodes, long bytes);

    /** Whether to end at once; may be asked often. */
    boolean isInterrupted();
}
