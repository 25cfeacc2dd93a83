package mad.solve;

import java.util.concurrent.Executor;
import java.util.function.LongSupplier;

/**
 * What the world lends to a solver. An answer depends on neither part, unless the time limit cuts it short.
 *
 * @param nanoTime a clock that never goes back, in nanoseconds; for example {@code System::nanoTime}
 * @param executor runs units of work; it must run all it accepts, in the calling thread or in others
 */
public record Machine(LongSupplier nanoTime, Executor executor) {

    /** No clock, so that no time limit fires and no time is reported, and no thread but the caller's. */
    public static Machine still() {
        return new Machine(() -> 0, Runnable::run);
    }
}
