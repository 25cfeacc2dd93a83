package mad.lsp.protocol;

import java.util.Optional;
import java.util.function.Function;
import org.eclipse.lsp4j.ClientCapabilities;
import org.eclipse.lsp4j.CodeActionCapabilities;
import org.eclipse.lsp4j.CompletionCapabilities;
import org.eclipse.lsp4j.CompletionItemCapabilities;
import org.eclipse.lsp4j.ShowDocumentCapabilities;
import org.eclipse.lsp4j.TextDocumentClientCapabilities;
import org.eclipse.lsp4j.WindowClientCapabilities;
import org.eclipse.lsp4j.WorkspaceClientCapabilities;
import org.jspecify.annotations.Nullable;

/** What a client has said it can do; where it says nothing, it cannot. */
record Client(
        boolean markdown,
        boolean snippets,
        boolean symbolTree,
        boolean links,
        boolean related,
        boolean codeActions,
        boolean progress,
        boolean watching,
        boolean refreshHints,
        boolean refreshLenses,
        boolean showDocument,
        boolean applyEdit,
        boolean versionedEdits,
        boolean configuration) {
    static final Client UNKNOWN = of(new ClientCapabilities());

    static Client of(@Nullable ClientCapabilities said) {
        Optional<TextDocumentClientCapabilities> text =
                Optional.ofNullable(said).map(ClientCapabilities::getTextDocument);
        Optional<WorkspaceClientCapabilities> workspace =
                Optional.ofNullable(said).map(ClientCapabilities::getWorkspace);
        Optional<WindowClientCapabilities> window = Optional.ofNullable(said).map(ClientCapabilities::getWindow);
        return new Client(
                text.map(TextDocumentClientCapabilities::getHover)
                        .map(h -> h.getContentFormat())
                        .map(formats -> formats.contains("markdown"))
                        .orElse(false),
                is(
                        text.map(TextDocumentClientCapabilities::getCompletion)
                                .map(CompletionCapabilities::getCompletionItem),
                        CompletionItemCapabilities::getSnippetSupport),
                is(
                        text.map(TextDocumentClientCapabilities::getDocumentSymbol),
                        s -> s.getHierarchicalDocumentSymbolSupport()),
                is(text.map(TextDocumentClientCapabilities::getDefinition), d -> d.getLinkSupport()),
                is(text.map(TextDocumentClientCapabilities::getPublishDiagnostics), d -> d.getRelatedInformation()),
                text.map(TextDocumentClientCapabilities::getCodeAction)
                        .map(CodeActionCapabilities::getCodeActionLiteralSupport)
                        .isPresent(),
                is(window, WindowClientCapabilities::getWorkDoneProgress),
                is(
                        workspace.map(WorkspaceClientCapabilities::getDidChangeWatchedFiles),
                        w -> w.getDynamicRegistration()),
                is(workspace.map(WorkspaceClientCapabilities::getInlayHint), h -> h.getRefreshSupport()),
                is(workspace.map(WorkspaceClientCapabilities::getCodeLens), l -> l.getRefreshSupport()),
                window.map(WindowClientCapabilities::getShowDocument)
                        .map(d -> d.isSupport())
                        .orElse(false),
                is(workspace, WorkspaceClientCapabilities::getApplyEdit),
                is(workspace.map(WorkspaceClientCapabilities::getWorkspaceEdit), e -> e.getDocumentChanges()),
                is(workspace, WorkspaceClientCapabilities::getConfiguration));
    }

    /** A client that does what pages ask for, and nothing else. */
    static Client ofPages() {
        WindowClientCapabilities window = new WindowClientCapabilities();
        window.setShowDocument(new ShowDocumentCapabilities(true));
        WorkspaceClientCapabilities workspace = new WorkspaceClientCapabilities();
        workspace.setApplyEdit(true);
        ClientCapabilities can = new ClientCapabilities();
        can.setWindow(window);
        can.setWorkspace(workspace);
        return of(can);
    }

    private static <T> boolean is(Optional<T> part, Function<T, @Nullable Boolean> said) {
        return part.isPresent() && Boolean.TRUE.equals(said.apply(part.get()));
    }
}
