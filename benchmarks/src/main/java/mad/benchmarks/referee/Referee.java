package mad.benchmarks.referee;

/** A solver that is asked for its answer. */
interface Referee {
    String name();

    /** Solves a problem within a time, in seconds, and tells what it finds and proves on the way. */
    void solve(Problem problem, double seconds, Trace trace) throws Exception;
}
