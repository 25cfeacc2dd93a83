package mad.lsp.page;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import mad.drawing.App;

/**
 * Serves one preview on loopback. Whoever has not been given the address cannot read it: it holds a token of 128 random bits, and a page of another site that
 * finds the port has the wrong {@code Host} or {@code Origin}.
 */
public final class PageServer implements AutoCloseable {
    private static final int LONGEST_MESSAGE = 1 << 20;
    private static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src data: blob:; connect-src 'self';"
                    + " base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    static {
        // Else the end of a large view waits for the browser's acknowledgement of its beginning, 40 ms.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "mad-page");
        thread.setDaemon(true);
        return thread;
    });
    private final String token;
    private final Readers readers;
    private final Listener listener;

    /** Told, on any thread, of what happens at the page. */
    public interface Listener {
        /** @param message of the page, as JSON */
        void said(String message);

        /** The last browser has closed it; it may come back. */
        void left();
    }

    /**
     * @param port 0 for a free one
     * @throws IOException where it is taken
     */
    public PageServer(int port, Listener listener) throws IOException {
        byte[] random = new byte[16];
        new SecureRandom().nextBytes(random);
        this.token = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
        this.listener = listener;
        this.readers = new Readers(listener::left);
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), port), 0);
        server.createContext("/", this::handle);
        server.setExecutor(threads);
        server.start();
    }

    /** The address of the page, which holds the token. */
    public URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/?token=" + token);
    }

    /** Tells every browser that shows the page. */
    public void tell(String message) {
        readers.tell(message);
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            if (!isLocal(exchange)) {
                answer(exchange, 403, "text/plain", "This page is only for this machine.");
            } else if (!isTrusted(exchange)) {
                answer(
                        exchange,
                        403,
                        "text/plain",
                        "The token of this address is wrong: open the address that MAD gave.");
            } else {
                route(exchange);
            }
        }
    }

    private void route(HttpExchange exchange) throws IOException {
        String asked =
                exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath();
        switch (asked) {
            case "GET /" -> answer(exchange, 200, "text/html", page());
            case "GET /preview.js" -> answer(exchange, 200, "text/javascript", App.script());
            case "GET /preview.css" -> answer(exchange, 200, "text/css", App.style());
            case "GET /events" -> {
                secure(exchange, "text/event-stream");
                exchange.sendResponseHeaders(200, 0);
                readers.serve(exchange.getResponseBody());
            }
            case "POST /message" -> {
                byte[] body = exchange.getRequestBody().readNBytes(LONGEST_MESSAGE);
                listener.said(new String(body, StandardCharsets.UTF_8));
                answer(exchange, 204, "text/plain", "");
            }
            default -> answer(exchange, 404, "text/plain", "There is nothing here.");
        }
    }

    /** Names resolve to what an attacker likes, so that the name asked for must be this machine's own. */
    private boolean isLocal(HttpExchange exchange) {
        int port = server.getAddress().getPort();
        List<String> own = List.of("127.0.0.1:" + port, "localhost:" + port);
        String host = exchange.getRequestHeaders().getFirst("Host");
        String origin = exchange.getRequestHeaders().getFirst("Origin");
        return host != null
                && own.contains(host)
                && (origin == null || own.stream().anyMatch(name -> origin.equals("http://" + name)));
    }

    private boolean isTrusted(HttpExchange exchange) {
        String query = String.valueOf(exchange.getRequestURI().getRawQuery());
        String given = query.startsWith("token=") ? query.substring("token=".length()) : "";
        return MessageDigest.isEqual(given.getBytes(StandardCharsets.UTF_8), token.getBytes(StandardCharsets.UTF_8));
    }

    private String page() {
        return """
                <!doctype html>
                <html lang="en">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <title>MAD preview</title>
                <link rel="icon" href="data:,">
                <link rel="stylesheet" href="preview.css?token=%1$s">
                </head>
                <body>
                <div id="app"></div>
                <script src="preview.js?token=%1$s"></script>
                </body>
                </html>
                """.formatted(token);
    }

    private static void answer(HttpExchange exchange, int status, String type, String text) throws IOException {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        secure(exchange, type);
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(body);
        }
    }

    private static void secure(HttpExchange exchange, String type) {
        exchange.getResponseHeaders().set("Content-Type", type + "; charset=utf-8");
        exchange.getResponseHeaders().set("Content-Security-Policy", POLICY);
        exchange.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
        exchange.getResponseHeaders().set("Referrer-Policy", "no-referrer");
        exchange.getResponseHeaders().set("Cache-Control", "no-store");
    }

    @Override
    public void close() {
        readers.close();
        server.stop(0);
        threads.shutdownNow();
    }
}
