package mad.preview;

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
import java.util.function.Consumer;
import mad.drawing.App;

/**
 * Serves one preview to the browsers of this machine. Whoever has not been given the address cannot read it: it holds a token of 128 random bits, and a page of
 * another site that finds the port has the wrong {@code Host} or {@code Origin}.
 */
public final class PreviewServer implements AutoCloseable {
    private static final int LONGEST_MESSAGE = 1 << 24;
    private static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; style-src-attr 'unsafe-inline';"
                    + " img-src data: blob:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "mad-preview");
        thread.setDaemon(true);
        return thread;
    });
    private final String token;
    private final Listeners listeners = new Listeners();
    private final Consumer<String> received;

    /**
     * @param port 0 for a free one
     * @param received takes what a page says: a message as JSON
     */
    public PreviewServer(int port, Consumer<String> received) throws IOException {
        byte[] random = new byte[16];
        new SecureRandom().nextBytes(random);
        this.token = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
        this.received = received;
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), port), 0);
        server.createContext("/", this::handle);
        server.setExecutor(threads);
        server.start();
    }

    /** The address of the page. */
    public URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/?token=" + token);
    }

    /** Tells every open page; one that opens later begins with the last view. */
    public void tell(String message, boolean view) {
        listeners.tell(message, view);
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
                        "The token of this address is wrong: open the address that mad printed.");
            } else {
                route(exchange);
            }
        }
    }

    private void route(HttpExchange exchange) throws IOException {
        boolean get = exchange.getRequestMethod().equals("GET");
        switch (exchange.getRequestURI().getPath()) {
            case "/" -> {
                if (get) {
                    answer(exchange, 200, "text/html", page());
                } else {
                    answer(exchange, 405, "text/plain", "Only GET.");
                }
            }
            case "/preview.js" -> answer(exchange, 200, "text/javascript", App.script());
            case "/preview.css" -> answer(exchange, 200, "text/css", App.style());
            case "/events" -> listeners.serve(exchange);
            case "/message" -> {
                if (get) {
                    answer(exchange, 405, "text/plain", "Only POST.");
                    return;
                }
                byte[] body = exchange.getRequestBody().readNBytes(LONGEST_MESSAGE);
                received.accept(new String(body, StandardCharsets.UTF_8));
                answer(exchange, 204, "text/plain", "");
            }
            default -> answer(exchange, 404, "text/plain", "There is nothing here.");
        }
    }

    /** Names resolve to what an attacker likes, so that the name asked for must be this machine's own address. */
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

    static void secure(HttpExchange exchange, String type) {
        exchange.getResponseHeaders().set("Content-Type", type + "; charset=utf-8");
        exchange.getResponseHeaders().set("Content-Security-Policy", POLICY);
        exchange.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
        exchange.getResponseHeaders().set("Referrer-Policy", "no-referrer");
        exchange.getResponseHeaders().set("Cache-Control", "no-store");
    }

    @Override
    public void close() {
        listeners.close();
        server.stop(0);
        threads.shutdownNow();
    }
}
