package mad.solve;

import java.util.Optional;
import java.util.function.LongSupplier;

/** What one call of a solver has spent, and whether it has to stop. The only reader of the clock. */
final class Effort {
    private final Limits limits;
    private final CancelToken cancel;
    private final LongSupplier nanoTime;
    private final long start;
    private long evaluations;
    private long nodes;
    private long bytes;

    Effort(Limits limits, Machine machine, CancelToken cancel) {
        this.limits = limits;
        this.nanoTime = machine.nanoTime();
        this.start = nanoTime.getAsLong();
        this.cancel = cancel;
    }

    Limits limits() {
        return limits;
    }

    double seconds() {
        return (nanoTime.getAsLong() - start) * 1e-9;
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

    /** Boxes looked into so far. */
    long nodes() {
        return nodes;
    }

    /** Takes note of a tree of boxes: how many more were looked into, and what those still open take. */
    void tree(long looked, long taken) {
        nodes += looked;
        bytes = taken;
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
        if (remaining() == 0) {
            return Optional.of(Termination.Limit.WORK);
        }
        if (nodes >= limits.nodes()) {
            return Optional.of(Termination.Limit.NODES);
        }
        return bytes > limits.bytes() ? Optional.of(Termination.Limit.MEMORY) : Optional.empty();
    }
}
