package mad.lsp.protocol;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** The server's own threads: one that answers, one that solves. Whatever fails on them is a line in the log and an empty answer. */
final class Threads implements AutoCloseable {
    private final ExecutorService main = Executors.newSingleThreadExecutor(task -> daemon(task, "main"));
    private final ScheduledExecutorService solver =
            Executors.newSingleThreadScheduledExecutor(task -> daemon(task, "solver"));
    private final Consumer<String> log;

    Threads(Consumer<String> log) {
        this.log = log;
    }

    private static Thread daemon(Runnable task, String name) {
        Thread thread = new Thread(null, task, "mad-" + name, 16L << 20);
        thread.setDaemon(true);
        return thread;
    }

    ScheduledExecutorService solver() {
        return solver;
    }

    /** Answers on the main thread; a request that is cancelled before its turn costs nothing. */
    <T> CompletableFuture<T> answer(String what, T empty, Supplier<T> question) {
        CompletableFuture<T> future = new CompletableFuture<>();
        later(what, () -> {
            if (!future.isDone()) {
                T answer = empty;
                try {
                    answer = question.get();
                } finally {
                    future.complete(answer);
                }
            }
        });
        return future;
    }

    void later(String what, Runnable task) {
        try {
            main.execute(guarded(what, task));
        } catch (RejectedExecutionException e) {
            log.accept(what + ": the server is shutting down");
        }
    }

    /** After so many milliseconds. */
    void later(String what, long pause, Runnable task) {
        CompletableFuture.delayedExecutor(pause, TimeUnit.MILLISECONDS, due -> later(what, due))
                .execute(task);
    }

    Runnable guarded(String what, Runnable task) {
        return () -> {
            try {
                task.run();
            } catch (RuntimeException | StackOverflowError | OutOfMemoryError | AssertionError e) {
                log.accept(what + " failed: " + trace(e));
            }
        };
    }

    private static String trace(Throwable problem) {
        StringBuilder text = new StringBuilder(problem.toString());
        StackTraceElement[] frames = problem.getStackTrace();
        for (int i = 0; i < Math.min(12, frames.length); i++) {
            text.append("\n    at ").append(frames[i]);
        }
        return text.toString();
    }

    @Override
    public void close() {
        main.shutdownNow();
        solver.shutdownNow();
    }

    /** After {@link #close}: waits until nothing runs any more. */
    void quiet() throws InterruptedException {
        if (!solver.awaitTermination(30, TimeUnit.SECONDS) || !main.awaitTermination(30, TimeUnit.SECONDS)) {
            throw new IllegalStateException("the server's threads do not end");
        }
    }
}
