package mad.lsp.page;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Browsers that wait for news, as server-sent events. */
final class Readers implements AutoCloseable {
    /** A browser that has not read so many messages has left, or sleeps: it may skip all but the last. */
    private static final int MOST = 100;

    private static final long BREATH_SECONDS = 5;

    private final Set<BlockingQueue<String>> open = ConcurrentHashMap.newKeySet();
    private final Runnable left;
    private volatile boolean closed;

    /** @param left is told when the last one is gone */
    Readers(Runnable left) {
        this.left = left;
    }

    /** @param message on one line */
    void tell(String message) {
        for (BlockingQueue<String> reader : open) {
            if (reader.size() >= MOST) {
                reader.clear();
            }
            reader.add(message);
        }
    }

    /** Ends when the browser is gone, which is found out by writing to it. */
    void serve(OutputStream out) throws IOException {
        BlockingQueue<String> reader = new LinkedBlockingQueue<>();
        open.add(reader);
        try (out) {
            write(out, ": hello\n\n");
            while (!closed) {
                String message = reader.poll(BREATH_SECONDS, TimeUnit.SECONDS);
                write(out, message == null ? ": breath\n\n" : "data: " + message + "\n\n");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            open.remove(reader);
            if (open.isEmpty() && !closed) {
                left.run();
            }
        }
    }

    private static void write(OutputStream out, String event) throws IOException {
        out.write(event.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    @Override
    public void close() {
        closed = true;
        tell("{\"type\":\"lost\",\"reason\":\"MAD has ended.\"}");
    }
}
