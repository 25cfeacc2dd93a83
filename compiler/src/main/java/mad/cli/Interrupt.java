package mad.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import mad.query.Cancellation;

/** Ctrl-C: a running solver is asked to stop, and what it has is printed before the process ends. */
final class Interrupt {
    private static final int PATIENCE_SECONDS = 5;

    private final Cancellation cancellation = new Cancellation();
    private final CountDownLatch finished = new CountDownLatch(1);
    private volatile boolean solving;

    Cancellation cancellation() {
        return cancellation;
    }

    boolean happened() {
        return cancellation.isCancelled();
    }

    /** From now on there is something worth waiting for. */
    void solving() {
        solving = true;
    }

    /** To be called when everything is printed, before the process is asked to exit. */
    void finish() {
        finished.countDown();
    }

    /** Runs when the process ends, for whatever reason. */
    void atExit() {
        if (finished.getCount() == 0) {
            return;
        }
        cancellation.cancel();
        if (solving) {
            try {
                finished.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        Runtime.getRuntime().halt(Exit.INTERRUPTED.code());
    }
}
