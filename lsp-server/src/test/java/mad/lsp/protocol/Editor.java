package mad.lsp.protocol;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import org.eclipse.lsp4j.*;
import org.eclipse.lsp4j.jsonrpc.Launcher;
import org.jspecify.annotations.Nullable;

/** A client in this process, at the other end of a socket: what goes between is the protocol as it is. */
@SuppressWarnings("BadImport")
final class Editor implements MadClient, AutoCloseable {
    final BlockingQueue<PublishDiagnosticsParams> published = new LinkedBlockingQueue<>();
    final BlockingQueue<Messages.SolvedParams> solved = new LinkedBlockingQueue<>();
    final BlockingQueue<Messages.ProgressParams> progress = new LinkedBlockingQueue<>();
    final BlockingQueue<com.google.gson.JsonObject> views = new LinkedBlockingQueue<>();
    /** The new texts of edits that the server asked for. */
    final BlockingQueue<String> asked = new LinkedBlockingQueue<>();

    final BlockingQueue<ShowDocumentParams> shown = new LinkedBlockingQueue<>();
    final List<ProgressParams> workDone = new ArrayList<>();
    final List<String> log = new ArrayList<>();
    final MadServer server;
    final InitializeResult said;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Socket socket;
    private final Future<Boolean> serving;
    private final Future<Void> listening;

    Editor(InitializeParams params) {
        try {
            // Not Java's pipes: to them a pipe is broken as soon as the thread that wrote last has ended.
            try (ServerSocket door = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                socket = new Socket(door.getInetAddress(), door.getLocalPort());
                Socket served = door.accept();
                serving = threads.submit(() ->
                        Connection.serve(served.getInputStream(), served.getOutputStream(), code -> close(served)));
            }
            Launcher<MadServer> launcher = new Launcher.Builder<MadServer>()
                    .setLocalService(this)
                    .setRemoteInterface(MadServer.class)
                    .setInput(socket.getInputStream())
                    .setOutput(socket.getOutputStream())
                    .setExecutorService(threads)
                    .create();
            listening = launcher.startListening();
            server = launcher.getRemoteProxy();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        said = get(server.initialize(params));
        server.initialized(new InitializedParams());
    }

    static Editor modern() {
        return new Editor(modernParams());
    }

    static InitializeParams modernParams() {
        ClientCapabilities can = new ClientCapabilities();
        TextDocumentClientCapabilities text = new TextDocumentClientCapabilities();
        HoverCapabilities hover = new HoverCapabilities();
        hover.setContentFormat(List.of("markdown"));
        text.setHover(hover);
        text.setDocumentSymbol(new DocumentSymbolCapabilities());
        text.getDocumentSymbol().setHierarchicalDocumentSymbolSupport(true);
        PublishDiagnosticsCapabilities publish = new PublishDiagnosticsCapabilities();
        publish.setRelatedInformation(true);
        text.setPublishDiagnostics(publish);
        CodeActionCapabilities actions = new CodeActionCapabilities();
        actions.setCodeActionLiteralSupport(new CodeActionLiteralSupportCapabilities());
        text.setCodeAction(actions);
        can.setTextDocument(text);
        WindowClientCapabilities window = new WindowClientCapabilities();
        window.setWorkDoneProgress(true);
        can.setWindow(window);
        InitializeParams params = new InitializeParams();
        params.setCapabilities(can);
        com.google.gson.JsonObject options = new com.google.gson.JsonObject();
        options.addProperty("solve", "manual");
        params.setInitializationOptions(options);
        return params;
    }

    /** A client that makes edits and shows documents when it is asked to. */
    static InitializeParams withEdits() {
        InitializeParams params = modernParams();
        WorkspaceClientCapabilities workspace = new WorkspaceClientCapabilities();
        workspace.setApplyEdit(true);
        WorkspaceEditCapabilities edits = new WorkspaceEditCapabilities();
        edits.setDocumentChanges(true);
        workspace.setWorkspaceEdit(edits);
        params.getCapabilities().setWorkspace(workspace);
        params.getCapabilities().getWindow().setShowDocument(new ShowDocumentCapabilities(true));
        return params;
    }

    static <T> T get(CompletableFuture<T> future) {
        try {
            return future.get(20, TimeUnit.SECONDS);
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            throw new IllegalStateException(e);
        }
    }

    void open(String uri, String text) {
        server.getTextDocumentService()
                .didOpen(new DidOpenTextDocumentParams(new TextDocumentItem(uri, "mad", 1, text)));
    }

    void change(String uri, int version, @Nullable Range range, String text) {
        TextDocumentContentChangeEvent change = new TextDocumentContentChangeEvent(text);
        change.setRange(range);
        server.getTextDocumentService()
                .didChange(new DidChangeTextDocumentParams(
                        new VersionedTextDocumentIdentifier(uri, version), List.of(change)));
    }

    /** The next publication that fulfils {@code wanted}; earlier ones are thrown away. */
    PublishDiagnosticsParams await(Predicate<PublishDiagnosticsParams> wanted) {
        return next(published, wanted);
    }

    static <T> T next(BlockingQueue<T> queue, Predicate<T> wanted) {
        try {
            while (true) {
                T next = Objects.requireNonNull(queue.poll(20, TimeUnit.SECONDS), "nothing came");
                if (wanted.test(next)) {
                    return next;
                }
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void solveProgress(Messages.ProgressParams params) {
        progress.add(params);
    }

    @Override
    public void solved(Messages.SolvedParams params) {
        solved.add(params);
    }

    @Override
    public void view(com.google.gson.JsonObject message) {
        views.add(message);
    }

    @Override
    public CompletableFuture<ApplyWorkspaceEditResponse> applyEdit(ApplyWorkspaceEditParams params) {
        TextDocumentEdit edit = params.getEdit().getDocumentChanges().getFirst().getLeft();
        TextEdit text = edit.getEdits().getFirst().getLeft();
        change(
                edit.getTextDocument().getUri(),
                edit.getTextDocument().getVersion() + 1,
                text.getRange(),
                text.getNewText());
        asked.add(text.getNewText());
        return CompletableFuture.completedFuture(new ApplyWorkspaceEditResponse(true));
    }

    @Override
    public CompletableFuture<ShowDocumentResult> showDocument(ShowDocumentParams params) {
        shown.add(params);
        return CompletableFuture.completedFuture(new ShowDocumentResult(true));
    }

    @Override
    public void telemetryEvent(Object object) {
        throw new IllegalStateException("nobody asked for telemetry");
    }

    @Override
    public void publishDiagnostics(PublishDiagnosticsParams diagnostics) {
        published.add(diagnostics);
    }

    @Override
    public CompletableFuture<Void> createProgress(WorkDoneProgressCreateParams params) {
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public void notifyProgress(ProgressParams params) {
        synchronized (workDone) {
            workDone.add(params);
        }
    }

    @Override
    public void showMessage(MessageParams message) {
        logMessage(message);
    }

    @Override
    public CompletableFuture<MessageActionItem> showMessageRequest(ShowMessageRequestParams request) {
        return CompletableFuture.completedFuture(new MessageActionItem());
    }

    @Override
    public void logMessage(MessageParams message) {
        synchronized (log) {
            log.add(message.getMessage());
        }
    }

    private static void close(Socket stream) {
        try {
            stream.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            get(server.shutdown());
            server.exit();
            serving.get(10, TimeUnit.SECONDS);
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            throw new IllegalStateException(e);
        } finally {
            close(socket);
            listening.cancel(true);
            threads.shutdownNow();
        }
    }
}
