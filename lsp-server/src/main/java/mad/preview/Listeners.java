package mad.preview;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Open pages that wait for news, as server-sent events. */
final class Listeners implements AutoCloseable {
    /** A page that has not read so many messages has left, or sleeps: it may skip all but the last. */
    private static final int MOST = 100;

    private static final long BREATH_SECONDS = 10;

    private final Set<BlockingQueue<String>> open = ConcurrentHashMap.newKeySet();
    private volatile @Nullable String lastView;
    private volatile boolean closed;

    void tell(String message, boolean view) {
        if (view) {
            lastView = message;
        }
        for (BlockingQueue<String> page : open) {
            if (page.size() >= MOST) {
                page.clear();
            }
            page.add(message);
        }
    }

    /** Ends when the page is gone. */
    void serve(HttpExchange exchange) throws IOException {
        BlockingQueue<String> page = new LinkedBlockingQueue<>();
        String known = lastView;
        if (known != null) {
            page.add(known);
        }
        open.add(page);
        PreviewServer.secure(exchange, "text/event-stream");
        exchange.sendResponseHeaders(200, 0);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(": hello\n\n".getBytes(StandardCharsets.UTF_8));
            out.flush();
            while (!closed) {
                String message = page.poll(BREATH_SECONDS, TimeUnit.SECONDS);
                // JSON on one line; a comment finds out whether anybody still listens
                String event = message == null ? ": breath\n\n" : "data: " + message + "\n\n";
                out.write(event.getBytes(StandardCharsets.UTF_8));
                out.flush();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            open.remove(page);
        }
    }

    @Override
    public void close() {
        closed = true;
        open.forEach(page -> page.add("{\"type\":\"lost\",\"reason\":\"MAD has ended.\"}"));
    }
}
