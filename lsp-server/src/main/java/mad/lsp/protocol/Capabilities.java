package mad.lsp.protocol;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import mad.editor.Highlighting;
import mad.lsp.Locations;
import org.eclipse.lsp4j.CodeActionKind;
import org.eclipse.lsp4j.CodeActionOptions;
import org.eclipse.lsp4j.CodeLensOptions;
import org.eclipse.lsp4j.CompletionOptions;
import org.eclipse.lsp4j.DiagnosticRegistrationOptions;
import org.eclipse.lsp4j.DocumentLinkOptions;
import org.eclipse.lsp4j.DocumentOnTypeFormattingOptions;
import org.eclipse.lsp4j.ExecuteCommandOptions;
import org.eclipse.lsp4j.FileOperationFilter;
import org.eclipse.lsp4j.FileOperationOptions;
import org.eclipse.lsp4j.FileOperationPattern;
import org.eclipse.lsp4j.FileOperationsServerCapabilities;
import org.eclipse.lsp4j.RenameOptions;
import org.eclipse.lsp4j.SaveOptions;
import org.eclipse.lsp4j.SemanticTokensLegend;
import org.eclipse.lsp4j.SemanticTokensServerFull;
import org.eclipse.lsp4j.SemanticTokensWithRegistrationOptions;
import org.eclipse.lsp4j.ServerCapabilities;
import org.eclipse.lsp4j.SignatureHelpOptions;
import org.eclipse.lsp4j.TextDocumentContentRegistrationOptions;
import org.eclipse.lsp4j.TextDocumentSyncKind;
import org.eclipse.lsp4j.TextDocumentSyncOptions;
import org.eclipse.lsp4j.WorkspaceFoldersOptions;
import org.eclipse.lsp4j.WorkspaceServerCapabilities;

/** What the server says it can do. */
final class Capabilities {
    private Capabilities() {}

    static ServerCapabilities of(Settings settings) {
        ServerCapabilities can = new ServerCapabilities();
        can.setPositionEncoding("utf-16");
        TextDocumentSyncOptions sync = new TextDocumentSyncOptions();
        sync.setOpenClose(true);
        sync.setChange(TextDocumentSyncKind.Incremental);
        sync.setSave(new SaveOptions(false));
        can.setTextDocumentSync(sync);
        can.setHoverProvider(true);
        can.setCompletionProvider(new CompletionOptions(true, List.of(".", "\"", "(", "{", ":", " ")));
        can.setSignatureHelpProvider(new SignatureHelpOptions(List.of("(", ","), List.of(":")));
        can.setDefinitionProvider(true);
        can.setTypeDefinitionProvider(true);
        can.setReferencesProvider(true);
        can.setDocumentHighlightProvider(true);
        can.setDocumentSymbolProvider(true);
        can.setWorkspaceSymbolProvider(true);
        CodeActionOptions actions = new CodeActionOptions(List.of(
                CodeActionKind.QuickFix,
                CodeActionKind.RefactorExtract,
                CodeActionKind.RefactorInline,
                CodeActionKind.RefactorRewrite,
                CodeActionKind.SourceOrganizeImports,
                CodeActionKind.SourceFixAll));
        actions.setResolveProvider(true);
        can.setCodeActionProvider(actions);
        can.setCodeLensProvider(new CodeLensOptions(true));
        can.setDocumentLinkProvider(new DocumentLinkOptions(false));
        can.setDocumentFormattingProvider(true);
        can.setDocumentRangeFormattingProvider(true);
        can.setDocumentOnTypeFormattingProvider(new DocumentOnTypeFormattingOptions("}", List.of("\n")));
        can.setRenameProvider(new RenameOptions(true));
        can.setFoldingRangeProvider(true);
        can.setSelectionRangeProvider(true);
        can.setLinkedEditingRangeProvider(true);
        can.setCallHierarchyProvider(true);
        can.setTypeHierarchyProvider(true);
        can.setSemanticTokensProvider(semanticTokens());
        can.setInlayHintProvider(true);
        can.setExecuteCommandProvider(new ExecuteCommandOptions(Commands.ALL));
        can.setWorkspace(workspace());
        if (settings.pull()) {
            DiagnosticRegistrationOptions pull = new DiagnosticRegistrationOptions(true, true);
            pull.setIdentifier("mad");
            can.setDiagnosticProvider(pull);
        }
        return can;
    }

    private static SemanticTokensWithRegistrationOptions semanticTokens() {
        SemanticTokensLegend legend = new SemanticTokensLegend(
                Arrays.stream(Highlighting.Kind.values())
                        .map(k -> camel(k.name()))
                        .toList(),
                Arrays.stream(Highlighting.Trait.values())
                        .map(t -> camel(t.name()))
                        .toList());
        return new SemanticTokensWithRegistrationOptions(legend, new SemanticTokensServerFull(true), true);
    }

    private static String camel(String constant) {
        StringBuilder text = new StringBuilder();
        for (String word : constant.toLowerCase(Locale.ROOT).split("_")) {
            text.append(text.isEmpty() ? word : Character.toUpperCase(word.charAt(0)) + word.substring(1));
        }
        return text.toString();
    }

    private static WorkspaceServerCapabilities workspace() {
        WorkspaceServerCapabilities can = new WorkspaceServerCapabilities();
        WorkspaceFoldersOptions folders = new WorkspaceFoldersOptions();
        folders.setSupported(true);
        folders.setChangeNotifications(true);
        can.setWorkspaceFolders(folders);
        FileOperationsServerCapabilities operations = new FileOperationsServerCapabilities();
        FileOperationOptions mad = new FileOperationOptions(List.of(
                new FileOperationFilter(new FileOperationPattern("**/*.mad"), "file"),
                new FileOperationFilter(new FileOperationPattern("**/"), "file")));
        operations.setWillRename(mad);
        operations.setDidRename(mad);
        operations.setDidCreate(mad);
        operations.setDidDelete(mad);
        can.setFileOperations(operations);
        can.setTextDocumentContent(new TextDocumentContentRegistrationOptions(List.of(Locations.SCHEME)));
        return can;
    }
}
