package mad.solve.chain;

import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Work whose result is taken later, perhaps done by another thread. Waiting for it keeps a thread's interrupts pending. */
public final class Deferred<T> implements Runnable {
    private final Supplier<T> work;
    private final Semaphore done = new Semaphore(0);
    private @Nullable T result;
    private @Nullable Throwable failure;

    public Deferred(Supplier<T> work) {
        this.work = work;
    }

    @Override
    public void run() {
        try {
            result = work.get();
        } catch (RuntimeException | Error e) {
            failure = e;
        } finally {
            done.release();
        }
    }

    public boolean isDone() {
        return done.availablePermits() > 0;
    }

    /** Waits for the result. To be called once. */
    public T take() {
        done.acquireUninterruptibly();
        if (result == null) {
            throw new IllegalStateException("a unit of work failed", failure);
        }
        return result;
    }
}
