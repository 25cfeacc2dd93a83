package mad.lsp.protocol;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.IntConsumer;
import mad.lsp.Answers;
import mad.lsp.Locations;
import mad.query.Release;
import mad.query.Snapshot;
import org.eclipse.lsp4j.DidChangeWatchedFilesRegistrationOptions;
import org.eclipse.lsp4j.FileSystemWatcher;
import org.eclipse.lsp4j.InitializeParams;
import org.eclipse.lsp4j.InitializeResult;
import org.eclipse.lsp4j.InitializedParams;
import org.eclipse.lsp4j.Registration;
import org.eclipse.lsp4j.RegistrationParams;
import org.eclipse.lsp4j.ServerInfo;
import org.eclipse.lsp4j.SetTraceParams;
import org.eclipse.lsp4j.WorkDoneProgressCancelParams;
import org.eclipse.lsp4j.WorkspaceEdit;
import org.eclipse.lsp4j.WorkspaceFolder;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.eclipse.lsp4j.services.TextDocumentService;
import org.eclipse.lsp4j.services.WorkspaceService;
import org.jspecify.annotations.Nullable;

/** The life of a session, from {@code initialize} to {@code exit}. */
final class Server implements MadServer {
    private static final String WARM_UP = """
            import mad.blocks { Bottleneck }
            import mad.counting.torchvision { macs }
            import mad.deepmad { entropy }
            space Net { input image(channels: 3, size: 32) stage Bottleneck(out: 8..64 step 8, mid: 8) x 1..3 head { globalpool linear(10) } }
            design D of Net { maximize entropy(weights: [1]) report macs }
            """;

    private final Session session;
    private final IntConsumer exit;
    private final TextRequests texts;
    private final FolderRequests folders;
    private volatile boolean down;

    /** @param exit ends what serves the client, with an exit code, when it is done or gone */
    Server(Session session, IntConsumer exit) {
        this.session = session;
        this.exit = exit;
        this.texts = new TextRequests(session);
        this.folders = new FolderRequests(session);
    }

    /** Whether the client has said goodbye. */
    boolean isDown() {
        return down;
    }

    @Override
    public CompletableFuture<InitializeResult> initialize(InitializeParams params) {
        session.guarded("initialize", () -> {
            session.learn(Client.of(params.getCapabilities()));
            session.set(Settings.USUAL.with(params.getInitializationOptions()));
            session.workspace().folders(folders(params));
            Optional.ofNullable(params.getProcessId()).ifPresent(this::watch);
        });
        return CompletableFuture.completedFuture(
                new InitializeResult(Capabilities.of(session.settings()), new ServerInfo("mad", Release.NAME)));
    }

    @SuppressWarnings("deprecation") // older clients have but one root
    private static List<Path> folders(InitializeParams params) {
        List<String> uris = new ArrayList<>();
        if (params.getWorkspaceFolders() != null) {
            params.getWorkspaceFolders().stream().map(WorkspaceFolder::getUri).forEach(uris::add);
        } else if (params.getRootUri() != null) {
            uris.add(params.getRootUri());
        } else if (params.getRootPath() != null) {
            return List.of(Path.of(params.getRootPath()));
        }
        return FolderRequests.paths(uris);
    }

    /** A server must not outlive its client. */
    private void watch(int client) {
        ProcessHandle.of(client)
                .ifPresentOrElse(
                        process -> process.onExit().thenRun(() -> exit.accept(1)),
                        () -> session.log("the client's process " + client + " cannot be watched"));
    }

    @Override
    public void initialized(InitializedParams params) {
        // Beside the first file, which must not wait for it.
        session.threads().solver().execute(session.threads().guarded("warm-up", () -> {
            Snapshot warm = new Snapshot(new mad.query.MemoryWorld(java.util.Map.of("warm.mad", WARM_UP)));
            warm.diagnostics("warm.mad");
        }));
        if (session.features().watching()) {
            List<FileSystemWatcher> watched = List.of(
                    new FileSystemWatcher(Either.forLeft("**/*.mad")),
                    new FileSystemWatcher(Either.forLeft("**/*.csv")));
            Registration registration = new Registration(
                    "mad-files",
                    "workspace/didChangeWatchedFiles",
                    new DidChangeWatchedFilesRegistrationOptions(watched));
            session.client().registerCapability(new RegistrationParams(List.of(registration)));
        }
        folders.askForSettings();
    }

    @Override
    public CompletableFuture<@Nullable Object> shutdown() {
        down = true;
        session.close();
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public void exit() {
        exit.accept(down ? 0 : 1);
    }

    @Override
    public void setTrace(SetTraceParams params) {
        // nothing is traced
    }

    @Override
    public void cancelProgress(WorkDoneProgressCancelParams params) {
        session.news().cancel(params.getToken().isLeft() ? params.getToken().getLeft() : "");
    }

    @Override
    public TextDocumentService getTextDocumentService() {
        return texts;
    }

    @Override
    public WorkspaceService getWorkspaceService() {
        return folders;
    }

    @Override
    public void solve(Messages.DesignParams params) {
        session.guarded("mad/solve", () -> session.solve(Locations.file(params.uri()), params.design()));
    }

    @Override
    public void stop(Messages.DesignParams params) {
        session.solving().stop(Locations.file(params.uri()));
    }

    @Override
    public CompletableFuture<Messages.@Nullable SolvedParams> answer(Messages.DesignParams params) {
        return session.one("mad/answer", t -> {
            String design = params.design() == null ? "" : params.design();
            Answers.Last last = session.solving().answers().last(Locations.file(params.uri()), design);
            return last == null
                    ? null
                    : new Messages.SolvedParams(
                            params.uri(),
                            last.version(),
                            design,
                            last.current(),
                            SolveNews.json(t.state(), design, last.answer()),
                            last.current() ? null : "the text has changed since");
        });
    }

    @Override
    public void preview(Messages.PreviewParams params) {
        session.guarded(Messages.PREVIEW, () -> session.previewing().subscribe(params));
    }

    @Override
    public CompletableFuture<@Nullable WorkspaceEdit> change(Messages.ChangeParams params) {
        return session.one(Messages.CHANGE, t -> session.previewing().change(t, params));
    }

    @Override
    public CompletableFuture<@Nullable WorkspaceEdit> apply(Messages.ApplyParams params) {
        return session.one(Messages.APPLY, t -> session.previewing().apply(t, params));
    }

    @Override
    public CompletableFuture<Messages.@Nullable Located> locate(Messages.LocateParams params) {
        return session.one(Messages.LOCATE, t -> session.previewing().locate(t, params));
    }

    @Override
    public void prices(Messages.DesignParams params) {
        session.guarded(Messages.PRICES, () -> session.previewing().prices(params));
    }

    @Override
    public void plot(Messages.PlotParams params) {
        session.guarded(Messages.PLOT, () -> session.previewing().plot(params));
    }
}
