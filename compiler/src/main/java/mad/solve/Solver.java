package mad.solve;

import mad.program.Program;

/** Solves programs. A solver has no state: it may be used for any number of programs, at the same time too. */
public interface Solver {
    /** The name by which {@link Solvers#byName} finds it. */
    String name();

    /**
     * Returns the best answer within the limits.
     *
     * @param listener told of progress, on the calling thread
     * @param cancel checked often; the incumbent survives
     */
    Result solve(Program program, Limits limits, Progress.Listener listener, CancelToken cancel);

    default Result solve(Program program, Limits limits) {
        return solve(program, limits, Progress.Listener.silent(), new CancelToken());
    }
}
