package mad.lsp.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import mad.query.MemoryWorld;
import mad.query.Snapshot;
import org.eclipse.lsp4j.*;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@SuppressWarnings("BadImport")
class SessionTest {
    private static final String URI = "untitled:one.mad";
    private static final String NET = """
            space N { input image(channels: 3, size: 8) stage s1: conv(8..16 step 8) x 1..2 }
            metric cost = sum(layers.params)
            budget B { cost <= 1 M }
            design D of N { within B maximize cost }
            """;

    private static TextDocumentIdentifier id() {
        return new TextDocumentIdentifier(URI);
    }

    @Test
    void saysNothingOfASoundFileAndEverythingOfABrokenOne() {
        try (Editor editor = Editor.modern()) {
            editor.open(URI, "let a = 1\n");
            assertEquals(List.of(), editor.await(p -> true).getDiagnostics());
            editor.change(URI, 2, new Range(new Position(0, 8), new Position(0, 9)), "b");
            PublishDiagnosticsParams said = editor.await(p -> p.getVersion() == 2);
            assertEquals("MAD2001", said.getDiagnostics().getFirst().getCode().getLeft());
            assertEquals(
                    new Range(new Position(0, 8), new Position(0, 9)),
                    said.getDiagnostics().getFirst().getRange());
        }
    }

    @Test
    void placesBesideEmojiAreRight() {
        try (Editor editor = Editor.modern()) {
            editor.open(URI, "let t = \"😀\" let a = b\r\nlet c = 1");
            PublishDiagnosticsParams said = editor.await(p -> true);
            assertEquals(
                    new Range(new Position(0, 21), new Position(0, 22)),
                    said.getDiagnostics().getFirst().getRange());
            // Half of the emoji goes away, then the end of a line beyond its end.
            editor.change(URI, 2, new Range(new Position(0, 9), new Position(0, 10)), "");
            editor.change(URI, 3, new Range(new Position(1, 8), new Position(9, 99)), "2\n");
            editor.change(URI, 4, new Range(new Position(0, 20), new Position(0, 99)), "1");
            assertEquals(List.of(), editor.await(p -> p.getVersion() == 4).getDiagnostics());
        }
    }

    @Test
    void filesThatSeeAChangedFileAreJudgedAnew(@TempDir Path folder) throws IOException {
        Path lib = folder.resolve("lib.mad");
        Path main = folder.resolve("main.mad");
        Files.writeString(lib, "let W = 1\n");
        Files.writeString(main, "import \"lib.mad\" { W }\nlet T = W\n");
        InitializeParams params = Editor.modernParams();
        params.setWorkspaceFolders(List.of(new WorkspaceFolder(folder.toUri().toString(), "one")));
        try (Editor editor = new Editor(params)) {
            editor.open(main.toUri().toString(), Files.readString(main));
            assertEquals(List.of(), editor.await(p -> true).getDiagnostics());
            editor.open(lib.toUri().toString(), Files.readString(lib));
            editor.change(lib.toUri().toString(), 2, null, "let V = 1\n");
            PublishDiagnosticsParams said = editor.await(p -> p.getUri().endsWith("main.mad"));
            assertEquals("MAD2004", said.getDiagnostics().getFirst().getCode().getLeft());
            // Closed without saving: the file of the disk counts again.
            editor.server
                    .getTextDocumentService()
                    .didClose(new DidCloseTextDocumentParams(
                            new TextDocumentIdentifier(lib.toUri().toString())));
            assertEquals(
                    List.of(),
                    editor.await(p -> p.getUri().endsWith("main.mad")).getDiagnostics());
            // Deleted on disk.
            Files.delete(lib);
            editor.server
                    .getWorkspaceService()
                    .didChangeWatchedFiles(new DidChangeWatchedFilesParams(
                            List.of(new FileEvent(lib.toUri().toString(), FileChangeType.Deleted))));
            said = editor.await(p -> p.getUri().endsWith("main.mad"));
            assertEquals("MAD2003", said.getDiagnostics().getFirst().getCode().getLeft());
        }
    }

    @Test
    void answersEveryRequest() {
        try (Editor editor = Editor.modern()) {
            editor.open(URI, NET);
            TextDocumentIdentifier id = id();
            Position at = new Position(3, 12);
            var texts = editor.server.getTextDocumentService();
            assertTrue(Editor.get(texts.hover(new HoverParams(id, at)))
                    .getContents()
                    .getRight()
                    .getValue()
                    .contains("space N"));
            assertEquals(
                    "N",
                    Editor.get(texts.completion(new CompletionParams(id, at)))
                            .getLeft()
                            .getFirst()
                            .getLabel());
            assertEquals(
                    1,
                    Editor.get(texts.definition(new DefinitionParams(id, at)))
                            .getLeft()
                            .size());
            assertEquals(
                    2,
                    Editor.get(texts.references(new ReferenceParams(id, at, new ReferenceContext(true))))
                            .size());
            assertEquals(
                    2,
                    Editor.get(texts.documentHighlight(new DocumentHighlightParams(id, at)))
                            .size());
            assertEquals(
                    4,
                    Editor.get(texts.documentSymbol(new DocumentSymbolParams(id)))
                            .size());
            assertEquals(3, Editor.get(texts.codeLens(new CodeLensParams(id))).size() + 1);
            assertNotNull(
                    Editor.get(texts.formatting(new DocumentFormattingParams(id, new FormattingOptions(2, true)))));
            assertNotNull(Editor.get(texts.foldingRange(new FoldingRangeRequestParams(id))));
            assertEquals(
                    1,
                    Editor.get(texts.selectionRange(new SelectionRangeParams(id, List.of(at))))
                            .size());
            SemanticTokens all = Editor.get(texts.semanticTokensFull(new SemanticTokensParams(id)));
            assertEquals(0, all.getData().size() % 5);
            editor.change(URI, 2, new Range(new Position(0, 0), new Position(0, 0)), "\n");
            var delta = Editor.get(texts.semanticTokensFullDelta(new SemanticTokensDeltaParams(id, all.getResultId())));
            assertEquals(1, delta.getRight().getEdits().size());
            assertNotNull(Editor.get(texts.inlayHint(new InlayHintParams(id, new Range(new Position(0, 0), at)))));
            assertEquals(
                    1,
                    Editor.get(texts.prepareCallHierarchy(new CallHierarchyPrepareParams(id, new Position(4, 12))))
                            .size());
            var prepared = Editor.get(texts.prepareRename(new PrepareRenameParams(id, new Position(4, 12))));
            assertEquals(new Range(new Position(4, 12), new Position(4, 13)), prepared.getFirst());
            WorkspaceEdit renamed = Editor.get(texts.rename(new RenameParams(id, new Position(4, 12), "Net")));
            assertEquals(2, renamed.getChanges().getOrDefault(URI, List.of()).size());
            assertNotNull(Editor.get(texts.diagnostic(new DocumentDiagnosticParams(id))));
            assertEquals(
                    1,
                    Editor.get(editor.server.getWorkspaceService().symbol(new WorkspaceSymbolParams("cst")))
                            .getRight()
                            .size());
        }
    }

    @Test
    void virtualDocumentsHaveTexts() {
        try (Editor editor = Editor.modern()) {
            editor.open(URI, NET);
            for (String uri : List.of(
                    "mad:/library/mad.blocks.mad", mad.lsp.Locations.programUri(URI, "D"), "mad:/error/MAD2001.md")) {
                String text = Editor.get(editor.server
                                .getWorkspaceService()
                                .textDocumentContent(new TextDocumentContentParams(uri)))
                        .getText();
                assertTrue(text.length() > 100, uri);
            }
        }
    }

    @Test
    void solvesAndTellsTheNumbers() {
        try (Editor editor = Editor.modern()) {
            editor.open(URI, NET);
            editor.server.solve(new Messages.DesignParams(URI, "D"));
            Messages.SolvedParams solved = Editor.next(editor.solved, s -> true);
            assertTrue(solved.current());
            assertEquals(
                    "D",
                    solved.answer() == null ? "" : solved.answer().get("design").getAsString());
            assertTrue(Editor.get(editor.server
                                    .getTextDocumentService()
                                    .inlayHint(new InlayHintParams(
                                            id(), new Range(new Position(0, 0), new Position(9, 0)))))
                            .size()
                    >= 2);
            editor.change(URI, 2, new Range(new Position(0, 0), new Position(0, 0)), "\n");
            Messages.SolvedParams last = Editor.get(editor.server.answer(new Messages.DesignParams(URI, "D")));
            assertTrue(last != null && !last.current() && last.answer() != null && last.reason() != null);
        }
    }

    @Test
    void solverFindingsComeAsDiagnosticsWithAFix() {
        try (Editor editor = Editor.modern()) {
            editor.open(URI, NET.replace("1 M", "10"));
            editor.server.solve(new Messages.DesignParams(URI, null));
            PublishDiagnosticsParams said =
                    editor.await(p -> !p.getDiagnostics().isEmpty());
            Diagnostic finding = said.getDiagnostics().getFirst();
            assertEquals("MAD5001", finding.getCode().getLeft());
            var actions = Editor.get(editor.server
                    .getTextDocumentService()
                    .codeAction(
                            new CodeActionParams(id(), finding.getRange(), new CodeActionContext(List.of(finding)))));
            assertTrue(actions.getFirst().getRight().getTitle().startsWith("Raise the limit to"), actions::toString);
            // An edit makes it a finding about another text.
            editor.change(URI, 2, new Range(new Position(2, 19), new Position(2, 21)), "1 M");
            assertEquals(List.of(), editor.await(p -> p.getVersion() == 2).getDiagnostics());
        }
    }

    @Test
    void aCancelledRequestAnswersAtOnce() {
        try (Editor editor = Editor.modern()) {
            editor.open(URI, NET.repeat(200));
            List<CompletableFuture<org.eclipse.lsp4j.Hover>> many = IntStream.range(0, 50)
                    .mapToObj(i ->
                            editor.server.getTextDocumentService().hover(new HoverParams(id(), new Position(i, 3))))
                    .toList();
            many.forEach(f -> f.cancel(true));
            assertNotNull(Editor.get(
                    editor.server.getTextDocumentService().foldingRange(new FoldingRangeRequestParams(id()))));
        }
    }

    @Test
    void randomEditsLeaveTheStateOfAFreshServer() {
        Random random = new Random(7);
        String alphabet = "abNx {}()[]\"'.,:=0123456789\n/😀let stage import metric";
        try (Editor editor = Editor.modern()) {
            editor.open(URI, NET);
            StringBuilder text = new StringBuilder(NET);
            for (int version = 2; version < 800; version++) {
                int from = random.nextInt(text.length() + 1);
                int to = Math.min(text.length(), from + random.nextInt(4));
                int at = random.nextInt(alphabet.length() - 6);
                String inserted = random.nextInt(3) == 0 ? "" : alphabet.substring(at, at + random.nextInt(6));
                mad.source.LineIndex lines = new mad.source.LineIndex(text.toString());
                editor.change(URI, version, new Range(position(lines, from), position(lines, to)), inserted);
                text.replace(from, to, inserted);
                if (version % 100 == 0) {
                    int wanted = version;
                    PublishDiagnosticsParams said = editor.await(p -> p.getVersion() == wanted);
                    Snapshot fresh = new Snapshot(new MemoryWorld(java.util.Map.of("f.mad", text.toString())));
                    assertEquals(
                            fresh.diagnostics("f.mad").stream()
                                    .map(d -> d.code().id() + d.span().start())
                                    .toList(),
                            said.getDiagnostics().stream()
                                    .map(d -> d.getCode().getLeft()
                                            + lines(text)
                                                    .offset(new mad.source.LineIndex.Position(
                                                            d.getRange()
                                                                    .getStart()
                                                                    .getLine(),
                                                            d.getRange()
                                                                    .getStart()
                                                                    .getCharacter())))
                                    .toList());
                    text.setLength(0);
                    text.append(NET);
                    editor.change(URI, version, null, NET);
                }
            }
            assertEquals(
                    List.of(),
                    editor.log.stream().filter(l -> l.contains("failed")).toList());
        }
    }

    private static mad.source.LineIndex lines(StringBuilder text) {
        return new mad.source.LineIndex(text.toString());
    }

    private static Position position(mad.source.LineIndex lines, int offset) {
        mad.source.LineIndex.Position at = lines.position(offset);
        return new Position(at.line(), at.column());
    }
}
