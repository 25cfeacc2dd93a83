package mad.lsp.protocol;

import com.google.gson.JsonElement;
import com.google.gson.JsonPrimitive;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import mad.diagnostic.Code;
import mad.editor.Moves;
import mad.editor.Outline;
import mad.lsp.Locations;
import mad.lsp.Workspace;
import mad.query.Designs;
import mad.query.Explanation;
import mad.query.Question;
import org.eclipse.lsp4j.ConfigurationItem;
import org.eclipse.lsp4j.ConfigurationParams;
import org.eclipse.lsp4j.CreateFilesParams;
import org.eclipse.lsp4j.DeleteFilesParams;
import org.eclipse.lsp4j.DidChangeConfigurationParams;
import org.eclipse.lsp4j.DidChangeWatchedFilesParams;
import org.eclipse.lsp4j.DidChangeWorkspaceFoldersParams;
import org.eclipse.lsp4j.ExecuteCommandParams;
import org.eclipse.lsp4j.FileEvent;
import org.eclipse.lsp4j.RenameFilesParams;
import org.eclipse.lsp4j.ShowDocumentParams;
import org.eclipse.lsp4j.SymbolInformation;
import org.eclipse.lsp4j.TextDocumentContentParams;
import org.eclipse.lsp4j.TextDocumentContentResult;
import org.eclipse.lsp4j.WorkspaceDiagnosticParams;
import org.eclipse.lsp4j.WorkspaceDiagnosticReport;
import org.eclipse.lsp4j.WorkspaceEdit;
import org.eclipse.lsp4j.WorkspaceFolder;
import org.eclipse.lsp4j.WorkspaceSymbol;
import org.eclipse.lsp4j.WorkspaceSymbolParams;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.eclipse.lsp4j.services.WorkspaceService;
import org.jspecify.annotations.Nullable;

/** What concerns folders, files of the disk, settings and commands. */
final class FolderRequests implements WorkspaceService {
    private final Session session;

    FolderRequests(Session session) {
        this.session = session;
    }

    static List<Path> paths(List<String> uris) {
        List<Path> paths = new ArrayList<>();
        for (String uri : uris) {
            String file = Locations.file(uri);
            if (uri.startsWith("file:") && !file.equals(uri)) {
                paths.add(Path.of(file));
            }
        }
        return paths;
    }

    @Override
    public void didChangeWorkspaceFolders(DidChangeWorkspaceFoldersParams params) {
        session.guarded("folders", () -> {
            List<Path> folders = new ArrayList<>(session.workspace().state().folders());
            folders.removeAll(paths(params.getEvent().getRemoved().stream()
                    .map(WorkspaceFolder::getUri)
                    .toList()));
            folders.addAll(paths(params.getEvent().getAdded().stream()
                    .map(WorkspaceFolder::getUri)
                    .toList()));
            session.workspace().folders(folders);
            everything();
        });
    }

    @Override
    public void didChangeWatchedFiles(DidChangeWatchedFilesParams params) {
        onDisk(params.getChanges().stream().map(FileEvent::getUri).toList());
    }

    @Override
    public void didCreateFiles(CreateFilesParams params) {
        onDisk(params.getFiles().stream().map(f -> f.getUri()).toList());
    }

    @Override
    public void didDeleteFiles(DeleteFilesParams params) {
        onDisk(params.getFiles().stream().map(f -> f.getUri()).toList());
    }

    @Override
    public void didRenameFiles(RenameFilesParams params) {
        List<String> uris = new ArrayList<>();
        params.getFiles().forEach(f -> {
            uris.add(f.getOldUri());
            uris.add(f.getNewUri());
        });
        onDisk(uris);
    }

    private void onDisk(List<String> uris) {
        session.guarded(
                "files", () -> session.onDisk(uris.stream().map(Locations::file).toList()));
    }

    private void everything() {
        session.publisher().everything();
    }

    /** Imports follow the files that they name. */
    @Override
    public CompletableFuture<WorkspaceEdit> willRenameFiles(RenameFilesParams params) {
        return session.ask("willRenameFiles", new WorkspaceEdit(), t -> {
            List<Moves.Move> moves = params.getFiles().stream()
                    .map(f -> new Moves.Move(Locations.file(f.getOldUri()), Locations.file(f.getNewUri())))
                    .toList();
            return t.change(
                    Moves.edits(t.state().snapshot(), session.workspace().files(), moves));
        });
    }

    @Override
    public void didChangeConfiguration(DidChangeConfigurationParams params) {
        session.guarded("configuration", () -> {
            session.set(session.settings().with(params.getSettings()));
            askForSettings();
        });
    }

    void askForSettings() {
        if (session.features().configuration()) {
            ConfigurationItem item = new ConfigurationItem();
            item.setSection("mad");
            session.client()
                    .configuration(new ConfigurationParams(List.of(item)))
                    .thenAccept(values -> values.stream()
                            .findFirst()
                            .ifPresent(v -> session.set(session.settings().with(v))));
        }
    }

    @Override
    public CompletableFuture<Either<List<? extends SymbolInformation>, List<? extends WorkspaceSymbol>>> symbol(
            WorkspaceSymbolParams params) {
        return session.ask(
                "workspace/symbol",
                Either.forRight(List.of()),
                t -> Either.forRight(
                        Outline.search(t.state().snapshot(), session.workspace().files(), params.getQuery()).stream()
                                .map(e -> new WorkspaceSymbol(
                                        e.name(), Symbols.kind(e.kind()), Either.forLeft(t.location(e.selection()))))
                                .toList()));
    }

    @Override
    public CompletableFuture<WorkspaceDiagnosticReport> diagnostic(WorkspaceDiagnosticParams params) {
        return session.ask(
                "workspace/diagnostic",
                new WorkspaceDiagnosticReport(List.of()),
                t -> PullDiagnostics.workspace(
                        session, t.state(), session.workspace().files(), params));
    }

    @Override
    public CompletableFuture<TextDocumentContentResult> textDocumentContent(TextDocumentContentParams params) {
        return session.ask(
                "textDocumentContent",
                new TextDocumentContentResult(""),
                t -> new TextDocumentContentResult(content(t.state(), params.getUri())));
    }

    /** The text of a virtual document: a lowered program, a page about a code, a standard module. */
    static String content(Workspace.State state, String uri) {
        Optional<Locations.Program> program = Locations.program(uri);
        if (program.isPresent()) {
            Designs designs = new Designs(state.snapshot(), System::nanoTime, Runnable::run);
            Question question = Question.of(program.get().file(), program.get().design());
            return switch (designs.program(question)) {
                case Designs.ProgramText.Text text -> text.text();
                case Designs.ProgramText.Refused refused ->
                    refused.diagnostics().stream()
                            .map(d -> d.code().id() + ": " + d.message() + "\n")
                            .collect(java.util.stream.Collectors.joining());
            };
        }
        if (uri.startsWith("mad:/error/")) {
            String id = uri.substring("mad:/error/".length()).replace(".md", "");
            return Code.byId(id).flatMap(Explanation::page).orElse("");
        }
        return state.snapshot().source(Locations.file(uri)).map(s -> s.text()).orElse("");
    }

    @Override
    public CompletableFuture<@Nullable Object> executeCommand(ExecuteCommandParams params) {
        List<String> given = new ArrayList<>();
        if (params.getArguments() != null) {
            params.getArguments().forEach(a -> given.add(text(a)));
        }
        String first = given.isEmpty() ? "" : given.getFirst();
        String second = given.size() < 2 ? "" : given.get(1);
        if (params.getCommand().equals(Commands.PREVIEW)) {
            return session.one(
                    Commands.PREVIEW, t -> session.previewing().pages().show(first, second));
        }
        session.guarded(params.getCommand(), () -> {
            switch (params.getCommand()) {
                case Commands.SOLVE -> session.solve(Locations.file(first), second);
                case Commands.STOP -> session.solving().stop(null);
                case Commands.CHECK ->
                    session.solving().checks(session.workspace().state(), Locations.file(first), session.patience());
                case Commands.PROGRAM -> show(Locations.programUri(Locations.file(first), second));
                case Commands.EXPLAIN -> Code.byId(first).ifPresent(code -> show(Findings.page(code)));
                default -> session.log("no command " + params.getCommand());
            }
        });
        return CompletableFuture.completedFuture(null);
    }

    private void show(String uri) {
        if (session.features().showDocument()) {
            session.client().showDocument(new ShowDocumentParams(uri));
        }
    }

    private static String text(Object argument) {
        return switch (argument) {
            case JsonPrimitive primitive -> primitive.getAsString();
            case JsonElement other -> other.toString();
            default -> String.valueOf(argument);
        };
    }
}
