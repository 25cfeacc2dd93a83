package mad.lsp.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import org.eclipse.lsp4j.ExecuteCommandParams;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The preview as a browser sees it, beside an editor and beside a file. */
class PageTest {
    private static final String URI_OF_TEXT = "file:///nets/p.mad";

    /** Of a space so large that no search ends by itself soon. */
    private static final String LONG = PreviewTest.TEXT
            .replace("stage a: Bottleneck(out: 8..64 step 8, mid: 8) x 1..3", """
                    stage a: Bottleneck(out: 8..640 step 8, mid: 8..640 step 1) x 1..30
                    stage b: Bottleneck(out: 8..640 step 8, mid: 8..640 step 1, stride: 2) x 1..30
                    stage c: Bottleneck(out: 8..640 step 8, mid: 8..640 step 1, stride: 2) x 1..30
                    stage d: Bottleneck(out: 8..640 step 8, mid: 8..640 step 1) x 1..30""")
            .replace("maximize entropy(weights: [1])", "maximize entropy(weights: [1, 1, 1]) * sum(stages.depth)");

    @TempDir
    Path folder;

    @Test
    void nobodyElseCanOpenThePage() throws Exception {
        try (Editor editor = Editor.modern();
                HttpClient client = HttpClient.newHttpClient()) {
            editor.open(URI_OF_TEXT, PreviewTest.TEXT);
            URI address = address(editor, "D");
            assertEquals("127.0.0.1", address.getHost());
            HttpResponse<String> page = client.send(get(address), HttpResponse.BodyHandlers.ofString());
            assertEquals(200, page.statusCode());
            String policy = page.headers().firstValue("Content-Security-Policy").orElse("");
            assertTrue(policy.contains("default-src 'none'") && !policy.contains("unsafe"), policy);

            String root = "http://" + address.getAuthority() + "/";
            for (String wrong : List.of(root, root + "?token=x", root + "events", root + "preview.js")) {
                assertEquals(
                        403,
                        client.send(get(URI.create(wrong)), HttpResponse.BodyHandlers.ofString())
                                .statusCode(),
                        wrong);
            }
            HttpRequest foreign = HttpRequest.newBuilder(address)
                    .header("Origin", "http://elsewhere.example")
                    .build();
            assertEquals(
                    403,
                    client.send(foreign, HttpResponse.BodyHandlers.ofString()).statusCode());
            assertTrue(raw(address, "GET", "elsewhere.example:" + address.getPort())
                    .startsWith("HTTP/1.1 403"));
            assertTrue(raw(address, "GET", address.getAuthority()).startsWith("HTTP/1.1 200"));
            assertTrue(raw(address, "PUT", address.getAuthority()).startsWith("HTTP/1.1 404"));
        }
    }

    @Test
    void besideAnEditorItFollowsUnsavedTextAndAsksForEdits() throws Exception {
        try (Editor editor = new Editor(PreviewTest.solving(Editor.withEdits()))) {
            editor.open(URI_OF_TEXT, PreviewTest.TEXT);
            try (Browser browser = new Browser(address(editor, "D"))) {
                browser.say("{\"type\": \"ready\"}");
                JsonObject first = browser.design("optimal", 20e6);
                assertEquals("D", browser.next("cursor").get("design").getAsString());

                editor.change(URI_OF_TEXT, 2, null, PreviewTest.TEXT.replace("20 M", "2.34 M"));
                JsonObject second = browser.design("optimal", 2.34e6);
                assertTrue(second.get("objective").getAsDouble()
                        < first.get("objective").getAsDouble());

                // While the hand holds the number, the network follows and the editor is not asked.
                browser.change(2e6, false);
                JsonObject held = browser.design("optimal", 2e6);
                assertTrue(editor.asked.isEmpty());
                browser.change(1.5e6, true);
                String text = Editor.next(editor.asked, e -> true);
                assertEquals("1.50 M", text);
                assertTrue(browser.design("optimal", 1.5e6).get("objective").getAsDouble()
                        < held.get("objective").getAsDouble());

                browser.say("{\"type\": \"reveal\", \"source\": " + first.getAsJsonObject("source") + "}");
                assertEquals(
                        9,
                        Editor.next(editor.shown, s -> !s.getUri().startsWith("http"))
                                .getSelection()
                                .getStart()
                                .getLine());
            }
        }
    }

    @Test
    void besideAFileItFollowsTheFileAndWritesIt() throws Exception {
        Path file = folder.resolve("p.mad");
        Files.writeString(file, PreviewTest.TEXT);
        try (FilePreview preview = new FilePreview(file, folder, "", 0, 20, words -> {});
                Browser browser = new Browser(preview.address())) {
            browser.say("{\"type\": \"ready\"}");
            JsonObject first = browser.design("optimal", 20e6);
            Files.writeString(file, PreviewTest.TEXT.replace("20 M", "2.34 M"));
            assertTrue(browser.design("optimal", 2.34e6).get("objective").getAsDouble()
                    < first.get("objective").getAsDouble());

            browser.change(2e6, false);
            browser.design("optimal", 2e6);
            assertTrue(Files.readString(file).contains("macs <= 2.34 M"), "only the end of a drag is written");
            browser.change(1.5e6, true);
            browser.design("optimal", 1.5e6);
            assertEquals(PreviewTest.TEXT.replace("20 M", "1.50 M"), Files.readString(file));
            assertEquals(Set.of("p.mad"), names(), "nothing is left behind");

            Files.delete(file);
            assertTrue(browser.next("lost").get("reason").getAsString().startsWith("p.mad cannot be read"));
            Files.writeString(file, PreviewTest.TEXT.replace("maximize", "maximise"));
            JsonObject broken = browser.design("refused", 1.5e6);
            assertTrue(broken.has("network") && !broken.get("current").getAsBoolean());
        }
    }

    @Test
    void aPageStopsASearch() throws Exception {
        Path file = folder.resolve("p.mad");
        Files.writeString(file, LONG);
        try (FilePreview preview = new FilePreview(file, folder, "", 0, 60, words -> {});
                Browser browser = new Browser(preview.address())) {
            browser.say("{\"type\": \"ready\"}");
            browser.design("searching", 20e6);
            browser.next("progress");
            browser.say("{\"type\": \"stop\"}");
            assertFalse(browser.design("stopped", 20e6).has("conflict"));
        }
    }

    @Test
    void whatOthersHaveWrittenIsNotOverwritten() throws IOException {
        Path file = folder.resolve("p.mad");
        Files.writeString(file, "theirs");
        String said = "";
        try {
            TextFile.write(file, "known", "mine");
        } catch (IOException e) {
            said = String.valueOf(e.getMessage());
        }
        assertTrue(said.startsWith("p.mad has changed meanwhile"), said);
        assertEquals("theirs", Files.readString(file));
        TextFile.write(file, "theirs", "mine");
        assertEquals("mine", Files.readString(file));
        assertEquals(Set.of("p.mad"), names());
    }

    private Set<String> names() throws IOException {
        try (var files = Files.list(folder)) {
            return files.map(f -> f.getFileName().toString()).collect(java.util.stream.Collectors.toSet());
        }
    }

    private static URI address(Editor editor, String design) {
        Object address = Editor.get(editor.server
                .getWorkspaceService()
                .executeCommand(new ExecuteCommandParams(Commands.PREVIEW, List.of(URI_OF_TEXT, design))));
        String text = address instanceof com.google.gson.JsonPrimitive json
                ? json.getAsString()
                : Objects.requireNonNull(address).toString();
        return URI.create(text);
    }

    private static HttpRequest get(URI address) {
        return HttpRequest.newBuilder(address).build();
    }

    /** Java's client sends no {@code Host} of one's own. */
    private static String raw(URI address, String method, String host) throws IOException {
        try (Socket socket = new Socket(address.getHost(), address.getPort())) {
            String request = method + " /?" + address.getRawQuery() + " HTTP/1.1\r\nHost: " + host
                    + "\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** Reads a page's events and says what a page says. */
    private static final class Browser implements AutoCloseable {
        private final Map<String, BlockingQueue<JsonObject>> events = new ConcurrentHashMap<>();
        private final HttpClient client = HttpClient.newHttpClient();
        private final URI address;

        Browser(URI address) throws IOException, InterruptedException {
            this.address = address;
            HttpResponse<java.util.stream.Stream<String>> stream =
                    client.send(get(at("events")), HttpResponse.BodyHandlers.ofLines());
            assertEquals(200, stream.statusCode());
            Thread reader = new Thread(() -> {
                try {
                    stream.body()
                            .filter(line -> line.startsWith("data: "))
                            .forEach(line -> add(
                                    JsonParser.parseString(line.substring(6)).getAsJsonObject()));
                } catch (java.io.UncheckedIOException e) {
                    events.clear(); // the page was closed
                }
            });
            reader.setDaemon(true);
            reader.start();
        }

        private void add(JsonObject event) {
            of(event.get("type").getAsString()).add(event);
        }

        /** The events of one type, in their order: how they come among others is chance. */
        private BlockingQueue<JsonObject> of(String type) {
            return events.computeIfAbsent(type, t -> new LinkedBlockingQueue<>());
        }

        private URI at(String path) {
            return address.resolve("/" + path + "?" + address.getRawQuery());
        }

        void say(String message) throws IOException, InterruptedException {
            HttpRequest post = HttpRequest.newBuilder(at("message"))
                    .POST(HttpRequest.BodyPublishers.ofString(message))
                    .build();
            assertEquals(
                    204,
                    client.send(post, HttpResponse.BodyHandlers.discarding()).statusCode());
        }

        void change(double value, boolean done) throws IOException, InterruptedException {
            say("{\"type\": \"change\", \"design\": \"D\", \"control\": \"limit:macs\", \"value\": " + value
                    + ", \"done\": " + done + "}");
        }

        JsonObject next(String type) {
            return Editor.next(of(type), m -> true);
        }

        /** The design of the next view in which it has got so far under this limit. */
        JsonObject design(String status, double macs) {
            JsonObject view = Editor.next(
                    of("view"),
                    m -> PreviewTest.design(m).has("status")
                            && PreviewTest.design(m).get("status").getAsString().equals(status)
                            && limit(PreviewTest.design(m)) == macs);
            return PreviewTest.design(view);
        }

        private static double limit(JsonObject design) {
            return design.getAsJsonArray("budgets")
                    .get(0)
                    .getAsJsonObject()
                    .get("limit")
                    .getAsDouble();
        }

        @Override
        public void close() {
            client.shutdownNow();
        }
    }
}
