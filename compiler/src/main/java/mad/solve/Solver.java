package mad.solve;

import mad.program.Program;
import mad.solve.proof.Proof;

/** Solves programs. A solver has no state: it may be used for any number of programs, at the same time too. */
public interface Solver {
    /** The name by which {@link Solvers#byName} finds it. */
    String name();

    /** The work limit that suits it where none is given, in evaluations. */
    default long usualWork() {
        return Limits.defaults().evaluations();
    }

    /**
     * Returns the best answer within the limits.
     *
     * @param machine the clock and the threads to use
     * @param listener told of progress, on the calling thread
     * @param cancel checked often; the incumbent survives
     */
    Result solve(Program program, Limits limits, Machine machine, Progress.Listener listener, CancelToken cancel);

    /** The same, writing its proof down where it has one. */
    default Result solve(
            Program program,
            Limits limits,
            Machine machine,
            Progress.Listener listener,
            CancelToken cancel,
            Proof proof) {
        return solve(program, limits, machine, listener, cancel);
    }

    /** The same, in silence, on the calling thread alone and without a clock: the time limit does not fire. */
    default Result solve(Program program, Limits limits) {
        return solve(program, limits, Machine.still(), Progress.Listener.silent(), new CancelToken());
    }
}
