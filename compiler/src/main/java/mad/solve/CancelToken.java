package mad.solve;

/** Asks a running solver to stop; it answers within 50 ms and keeps what it has. May be used from any thread. */
public final class CancelToken {
    private volatile boolean cancelled;

    public void cancel() {
        cancelled = true;
    }

    public boolean isCancelled() {
        return cancelled;
    }
}
