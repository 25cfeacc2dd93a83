package mad.solve;

import java.util.Optional;

/** What one call of a solver has spent, and whether it has to stop. The only reader of the clock. */
final class Effort {
    private final Limits limits;
    private final CancelToken cancel;
    private final long start = System.nanoTime();
    private long evaluations;

    Effort(Limits limits, CancelToken cancel) {
        this.limits = limits;
        this.cancel = cancel;
    }

    double seconds() {
        return (System.nanoTime() - start) * 1e-9;
    }

    long evaluations() {
        return evaluations;
    }

    /** Evaluations left; not less than 0. */
    long remaining() {
        return Math.max(0, limits.evaluations() - evaluations);
    }

    void spend(long work) {
        evaluations += work;
    }

    /** Whether something other than work forbids to go on. May be asked from any thread. */
    boolean isInterrupted() {
        return cancel.isCancelled() || seconds() >= limits.seconds();
    }

    Optional<Termination.Limit> limit() {
        if (cancel.isCancelled()) {
            return Optional.of(Termination.Limit.CANCELLED);
        }
        if (seconds() >= limits.seconds()) {
            return Optional.of(Termination.Limit.TIME);
        }
        return remaining() == 0 ? Optional.of(Termination.Limit.WORK) : Optional.empty();
    }
}
