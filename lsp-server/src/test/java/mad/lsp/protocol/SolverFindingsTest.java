package mad.lsp.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.lsp4j.*;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the solver finds out comes after what the text says, as diagnostics of its own. */
@SuppressWarnings("BadImport")
class SolverFindingsTest {
    private static final String URI = "untitled:one.mad";
    private static final String NET = """
            space N { input image(channels: 3, size: 8) stage s1: conv(8..16 step 8) x 1..2 }
            metric cost = sum(layers.params)
            budget B { cost <= 1 M }
            design D of N { within B maximize cost }
            """;

    private static PublishDiagnosticsParams solved(Editor editor, String uri, String text) {
        editor.open(uri, text);
        assertEquals(List.of(), editor.await(p -> true).getDiagnostics());
        editor.server.solve(new Messages.DesignParams(uri, "D"));
        return editor.await(p -> !p.getDiagnostics().isEmpty());
    }

    private static Set<String> codes(PublishDiagnosticsParams said) {
        return said.getDiagnostics().stream().map(d -> d.getCode().getLeft()).collect(Collectors.toSet());
    }

    @Test
    void limitsThatADesignReachesOrHardlyUses() {
        try (Editor editor = Editor.modern()) {
            PublishDiagnosticsParams said = solved(editor, URI, NET);
            assertEquals(Set.of("MAD5004", "MAD5005"), codes(said), said::toString);
            for (Diagnostic d : said.getDiagnostics()) {
                boolean reached = "MAD5004".equals(d.getCode().getLeft());
                assertEquals(reached ? DiagnosticSeverity.Hint : DiagnosticSeverity.Information, d.getSeverity());
                assertEquals(
                        3,
                        d.getRelatedInformation()
                                .getFirst()
                                .getLocation()
                                .getRange()
                                .getStart()
                                .getLine());
            }
            editor.change(URI, 2, new Range(new Position(2, 11), new Position(2, 11)), " ");
            assertEquals(List.of(), editor.await(p -> p.getVersion() == 2).getDiagnostics());
        }
    }

    @Test
    void remarksHaveASwitch() {
        InitializeParams params = Editor.modernParams();
        ((JsonObject) params.getInitializationOptions()).addProperty("remarks", false);
        try (Editor editor = new Editor(params)) {
            editor.open(URI, NET);
            editor.server.solve(new Messages.DesignParams(URI, "D"));
            Editor.next(editor.solved, s -> true);
            var report = Editor.get(editor.server
                    .getTextDocumentService()
                    .diagnostic(new DocumentDiagnosticParams(new TextDocumentIdentifier(URI))));
            assertEquals(List.of(), report.getLeft().getItems());
        }
    }

    @Test
    void aConflictPointsAtEveryPartyAlsoInAnotherFile(@TempDir Path folder) throws IOException {
        Path budgets = folder.resolve("budgets.mad");
        Path main = folder.resolve("main.mad");
        Files.writeString(budgets, "metric cost = sum(layers.params)\nbudget B { cost <= 30 }\n");
        String text = "import \"budgets.mad\" { cost, B }\n"
                + "space N { input image(channels: 3, size: 8) stage s1: conv(8..16 step 8) x 1..2\n"
                + "  require sum(stages.out) >= 16 }\ndesign D of N { within B maximize cost }\n";
        Files.writeString(main, text);
        InitializeParams params = Editor.modernParams();
        params.setWorkspaceFolders(List.of(new WorkspaceFolder(folder.toUri().toString(), "one")));
        try (Editor editor = new Editor(params)) {
            PublishDiagnosticsParams said = solved(editor, main.toUri().toString(), text);
            Diagnostic finding = said.getDiagnostics().getFirst();
            assertEquals("MAD5002", finding.getCode().getLeft(), said::toString);
            assertEquals(new Range(new Position(3, 7), new Position(3, 8)), finding.getRange());
            Set<String> files = finding.getRelatedInformation().stream()
                    .map(r -> Path.of(java.net.URI.create(r.getLocation().getUri()))
                            .getFileName()
                            .toString())
                    .collect(Collectors.toSet());
            assertEquals(Set.of("main.mad", "budgets.mad"), files);
            var actions = Editor.get(editor.server
                    .getTextDocumentService()
                    .codeAction(new CodeActionParams(
                            new TextDocumentIdentifier(main.toUri().toString()),
                            finding.getRange(),
                            new CodeActionContext(List.of(finding)))));
            assertEquals("Raise the limit to 48", actions.getFirst().getRight().getTitle(), actions::toString);
            assertTrue(actions.getFirst().getRight().getEdit().toString().contains("budgets.mad"), actions::toString);
        }
    }
}
