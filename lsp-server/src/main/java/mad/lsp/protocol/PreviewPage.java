package mad.lsp.protocol;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import mad.diagnostic.Diagnostic;
import mad.lsp.Locations;
import mad.lsp.page.PageServer;
import mad.query.Snapshot;
import org.eclipse.lsp4j.ApplyWorkspaceEditParams;
import org.eclipse.lsp4j.ApplyWorkspaceEditResponse;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.ShowDocumentParams;
import org.jspecify.annotations.Nullable;

/**
 * The preview of one file in browsers. While a number is dragged its text is only imagined, so that the network follows the hand and the editor is left in peace; what the
 * editor is asked for is one edit, when the hand lets go.
 */
final class PreviewPage implements PageServer.Listener, AutoCloseable {
    /** Milliseconds that an editor has to tell of a change that it was asked for. */
    private static final long PATIENCE = 1000;

    private final Session session;
    private final Previewing previewing;
    private final String uri;
    private final String file;
    private final PageServer server;
    private volatile boolean read;
    private volatile String first = "";
    /** Done when the editor has told of the last change that it was asked for. */
    private volatile CompletableFuture<Void> quiet = CompletableFuture.completedFuture(null);
    /** What is to be asked for then. */
    private Messages.@Nullable ChangeParams waiting;

    PreviewPage(Session session, Previewing previewing, String uri, int port) throws IOException {
        this.session = session;
        this.previewing = previewing;
        this.uri = uri;
        this.file = Locations.file(uri);
        this.server = new PageServer(port, this);
    }

    String address() {
        return server.address().toString();
    }

    /** @param design shown when the page opens */
    void begin(String design) {
        first = design;
    }

    boolean isRead() {
        return read;
    }

    void tell(JsonObject message) {
        server.tell(message.toString());
    }

    @Override
    public void left() {
        read = false;
        session.threads().later("page", () -> {
            wakeUp();
            previewing.closeUnseen(file);
        });
    }

    /** The text is another now: what was asked of the editor is done. */
    void changed() {
        quiet.complete(null);
    }

    @Override
    public void said(String message) {
        JsonObject said;
        try {
            said = JsonParser.parseString(message).getAsJsonObject();
        } catch (JsonParseException | IllegalStateException e) {
            session.log("a page said what is no message");
            return;
        }
        session.threads().later("page", () -> answer(said));
    }

    private void answer(JsonObject said) {
        String design = text(said, "design");
        switch (text(said, "type")) {
            case "ready" -> {
                read = true;
                previewing.open(file);
                session.threads().later("page", this::showFirst);
            }
            case "reveal" -> reveal(said.getAsJsonObject("source"));
            case "solve" -> session.solve(file, design);
            case "stop" -> session.solving().stop(file);
            case "change" ->
                change(
                        new Messages.ChangeParams(
                                uri,
                                design,
                                text(said, "control"),
                                said.get("value").getAsDouble()),
                        said.get("done").getAsBoolean());
            case "apply" -> {
                Messages.ApplyParams fix = new Messages.ApplyParams(uri, design, text(said, "fix"));
                ask(previewing.fixes(session.workspace().state(), fix), "Change a limit");
            }
            case "explain" -> previewing.prices(new Messages.DesignParams(uri, design));
            case "plot" -> previewing.plot(new Messages.PlotParams(uri, text(said, "name")));
            default -> session.log("a page asks for what is not known: " + said.get("type"));
        }
    }

    private void showFirst() {
        if (!first.isEmpty()) {
            session.previewing().pages().cursor(file, new Messages.Located(first, null));
            first = "";
        }
    }

    private void reveal(JsonObject source) {
        JsonObject range = source.getAsJsonObject("range");
        ShowDocumentParams place = new ShowDocumentParams(text(source, "uri"));
        place.setSelection(new Range(position(range, "start"), position(range, "end")));
        place.setTakeFocus(true);
        if (session.features().showDocument()) {
            session.client().showDocument(place);
        } else {
            notice(where(place));
        }
    }

    /** {@code phone.mad, line 12} */
    static String where(ShowDocumentParams place) {
        String of = Locations.file(place.getUri());
        return of.substring(of.lastIndexOf('/') + 1) + ", line "
                + (place.getSelection().getStart().getLine() + 1);
    }

    private static Position position(JsonObject range, String end) {
        JsonObject at = range.getAsJsonObject(end);
        return new Position(at.get("line").getAsInt(), at.get("character").getAsInt());
    }

    private void change(Messages.ChangeParams wanted, boolean done) {
        if (!done) {
            session.workspace()
                    .imagine(previewing.changes(session.workspace().state(), wanted))
                    .forEach(session::changed);
        } else if (quiet.isDone()) {
            Set<String> imagined = session.workspace().wakeUp();
            Snapshot snapshot = session.workspace().state().snapshot();
            List<Diagnostic.Edit> edits = previewing.changes(session.workspace().state(), wanted);
            boolean same = !edits.isEmpty()
                    && edits.stream().allMatch(e -> snapshot.text(e.span()).equals(e.replacement()));
            if (same || !ask(edits, "Change " + wanted.control())) {
                imagined.forEach(session::changed);
            }
        } else {
            // An edit of a text that the editor has changed since would hit the wrong place.
            waiting = wanted;
            quiet.thenRun(() -> session.threads().later("page", this::changeToLast));
        }
    }

    private void changeToLast() {
        Messages.ChangeParams wanted = waiting;
        waiting = null;
        if (wanted != null) {
            change(wanted, true);
        }
    }

    /** @return whether the editor was asked */
    private boolean ask(List<Diagnostic.Edit> edits, String label) {
        if (edits.isEmpty()) {
            notice("The text has changed; there is no such number any more.");
            return false;
        }
        if (!session.features().applyEdit()) {
            notice("This editor lets nobody else change its texts.");
            return false;
        }
        Translation translation = new Translation(session.workspace().state());
        ApplyWorkspaceEditParams change =
                new ApplyWorkspaceEditParams(translation.change(edits, session.features()), label);
        CompletableFuture<Void> told = new CompletableFuture<>();
        quiet = told;
        session.client().applyEdit(change).whenComplete((answer, problem) -> {
            if (problem != null || answer == null || !answer.isApplied()) {
                told.complete(null);
                notice(reason(answer));
                session.threads().later("page", () -> files(edits).forEach(session::changed));
            }
        });
        told.completeOnTimeout(null, PATIENCE, TimeUnit.MILLISECONDS);
        return true;
    }

    private static String reason(@Nullable ApplyWorkspaceEditResponse answer) {
        String reason = answer == null ? null : answer.getFailureReason();
        return reason == null ? "The editor has not made the change." : reason;
    }

    private static Set<String> files(List<Diagnostic.Edit> edits) {
        Set<String> files = new HashSet<>();
        edits.forEach(edit -> files.add(edit.span().file()));
        return files;
    }

    private void wakeUp() {
        session.workspace().wakeUp().forEach(session::changed);
    }

    /** A sentence that the page shows for a moment. */
    void notice(String text) {
        JsonObject message = new JsonObject();
        message.addProperty("type", "notice");
        message.addProperty("text", text);
        tell(message);
    }

    private static String text(JsonObject said, String name) {
        JsonElement value = said.get(name);
        return value == null || !value.isJsonPrimitive() ? "" : value.getAsString();
    }

    @Override
    public void close() {
        server.close();
    }
}
