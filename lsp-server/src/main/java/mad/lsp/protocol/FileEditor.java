package mad.lsp.protocol;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import mad.lsp.Document;
import mad.lsp.Locations;
import mad.query.StandardLibrary;
import mad.source.LineIndex;
import org.eclipse.lsp4j.ApplyWorkspaceEditParams;
import org.eclipse.lsp4j.ApplyWorkspaceEditResponse;
import org.eclipse.lsp4j.MessageActionItem;
import org.eclipse.lsp4j.MessageParams;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.PublishDiagnosticsParams;
import org.eclipse.lsp4j.ShowDocumentParams;
import org.eclipse.lsp4j.ShowDocumentResult;
import org.eclipse.lsp4j.ShowMessageRequestParams;
import org.eclipse.lsp4j.TextEdit;
import org.jspecify.annotations.Nullable;

/** A client whose text is a file: it follows the file as others save it, and makes changes by writing it. */
final class FileEditor implements MadClient {
    private final Session session;
    private final Path path;
    private final String file;
    private final Consumer<String> words;
    private final Map<String, TextFile.Stamp> seen = new HashMap<>();
    private final TextSync texts;
    private @Nullable String text;
    private int version;

    FileEditor(Session session, Path path, Consumer<String> words) throws IOException {
        this.session = session;
        this.path = path.toRealPath();
        this.file = this.path.toString().replace('\\', '/');
        this.words = words;
        this.texts = new TextSync(session);
    }

    String file() {
        return file;
    }

    synchronized void open() throws IOException {
        seen.put(file, TextFile.Stamp.of(path));
        String read = TextFile.read(path);
        text = read;
        version = 1;
        session.workspace().open(file, new Document(Locations.uri(file), version, read));
    }

    /** Passes on what others have done to the file, and to those that it imports. */
    synchronized void look() {
        if (isNew(file)) {
            reread();
        }
        List<String> others = session.workspace().state().snapshot().files().stream()
                .filter(f -> !f.equals(file) && !StandardLibrary.isModule(f) && isNew(f))
                .toList();
        if (!others.isEmpty()) {
            session.onDisk(others);
        }
    }

    /** What is seen for the first time has been read just now. */
    private boolean isNew(String of) {
        TextFile.Stamp now = TextFile.Stamp.of(Path.of(of));
        TextFile.Stamp before = seen.put(of, now);
        return before != null && !before.equals(now);
    }

    private void reread() {
        try {
            String read = TextFile.read(path);
            boolean back = text == null;
            if (back || !read.equals(text)) {
                text = read;
                version++;
                session.workspace().change(file, version, List.of(new Document.Change(null, null, read)));
                session.changed(file);
            }
        } catch (IOException e) {
            text = null;
            JsonObject lost = new JsonObject();
            lost.addProperty("type", "lost");
            lost.addProperty(
                    "reason", path.getFileName() + " cannot be read any more; this page follows when it is back.");
            session.previewing().pages().tell(file, lost);
        }
    }

    @Override
    public synchronized CompletableFuture<ApplyWorkspaceEditResponse> applyEdit(ApplyWorkspaceEditParams params) {
        ApplyWorkspaceEditResponse answer = new ApplyWorkspaceEditResponse(true);
        params.getEdit().getChanges().forEach((uri, edits) -> {
            try {
                write(Locations.file(uri), edits);
            } catch (IOException e) {
                answer.setApplied(false);
                answer.setFailureReason(e.getMessage());
            }
        });
        look();
        return CompletableFuture.completedFuture(answer);
    }

    private void write(String of, List<TextEdit> edits) throws IOException {
        String known = session.workspace()
                .state()
                .snapshot()
                .source(of)
                .map(s -> s.text())
                .orElse("");
        List<Document.Change> changes = edits.stream()
                .sorted(Comparator.comparing(
                                (TextEdit e) -> e.getRange().getStart(),
                                Comparator.comparingInt(Position::getLine).thenComparingInt(Position::getCharacter))
                        .reversed())
                .map(e -> new Document.Change(
                        place(e.getRange().getStart()), place(e.getRange().getEnd()), e.getNewText()))
                .toList();
        TextFile.write(
                Path.of(of), known, new Document(of, 0, known).after(1, changes).text());
    }

    private static LineIndex.Position place(Position position) {
        return new LineIndex.Position(position.getLine(), position.getCharacter());
    }

    /** Nothing is shown but the page: it says where to look. */
    @Override
    public CompletableFuture<ShowDocumentResult> showDocument(ShowDocumentParams place) {
        JsonObject notice = new JsonObject();
        notice.addProperty("type", "notice");
        notice.addProperty("text", "Written in " + PreviewPage.where(place) + ".");
        session.previewing().pages().tell(file, notice);
        return CompletableFuture.completedFuture(new ShowDocumentResult(true));
    }

    @Override
    public void logMessage(MessageParams message) {
        words.accept(message.getMessage());
    }

    @Override
    public void showMessage(MessageParams message) {
        words.accept(message.getMessage());
    }

    @Override
    public CompletableFuture<MessageActionItem> showMessageRequest(ShowMessageRequestParams request) {
        return CompletableFuture.completedFuture(new MessageActionItem());
    }

    @Override
    public void telemetryEvent(Object object) {
        // there is none
    }

    @Override
    public void publishDiagnostics(PublishDiagnosticsParams diagnostics) {
        // the page shows them
    }

    @Override
    public void solveProgress(Messages.ProgressParams params) {
        // the page shows it
    }

    @Override
    public void solved(Messages.SolvedParams params) {
        // the page shows it
    }

    @Override
    public void view(JsonObject message) {
        // the page was told
    }
}
