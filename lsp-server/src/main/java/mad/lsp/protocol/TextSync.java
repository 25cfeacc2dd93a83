package mad.lsp.protocol;

import java.util.List;
import mad.lsp.Document;
import mad.lsp.Locations;
import mad.source.LineIndex;
import org.eclipse.lsp4j.DidChangeTextDocumentParams;
import org.eclipse.lsp4j.DidCloseTextDocumentParams;
import org.eclipse.lsp4j.DidOpenTextDocumentParams;
import org.eclipse.lsp4j.DidSaveTextDocumentParams;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.TextDocumentContentChangeEvent;
import org.eclipse.lsp4j.TextDocumentItem;
import org.jspecify.annotations.Nullable;

/** Texts as they are opened, changed and closed: on the reader's thread, in the order in which they come. */
record TextSync(Session session) {
    void opened(DidOpenTextDocumentParams params) {
        TextDocumentItem item = params.getTextDocument();
        String file = Locations.file(item.getUri());
        String text = item.getText() == null ? "" : item.getText();
        session.workspace().open(file, new Document(item.getUri(), item.getVersion(), text));
        session.solving().touched(session.workspace().state().snapshot().touched(java.util.Set.of(file)));
        session.publisher().changed(file);
        if (session.settings().solve() != Settings.Solve.MANUAL) {
            session.solving().all(session.workspace().state(), file, session.effort(), 0);
        }
    }

    void changed(DidChangeTextDocumentParams params) {
        String file = Locations.file(params.getTextDocument().getUri());
        Integer version = params.getTextDocument().getVersion();
        Document known = session.workspace().state().open().get(file);
        if (known == null) {
            session.log("a change of a text that is not open: " + file);
            return;
        }
        List<Document.Change> changes =
                params.getContentChanges().stream().map(TextSync::change).toList();
        session.workspace().change(file, version == null ? known.version() : version, changes);
        session.changed(file, known.isRemark(changes));
    }

    private static Document.Change change(TextDocumentContentChangeEvent event) {
        Range range = event.getRange();
        String text = event.getText() == null ? "" : event.getText();
        return range == null
                ? new Document.Change(null, null, text)
                : new Document.Change(place(range.getStart()), place(range.getEnd()), text);
    }

    private static LineIndex.@Nullable Position place(Position position) {
        return new LineIndex.Position(position.getLine(), position.getCharacter());
    }

    void closed(DidCloseTextDocumentParams params) {
        String uri = params.getTextDocument().getUri();
        String file = Locations.file(uri);
        session.workspace().close(file);
        session.solving().forget(file);
        session.publisher().closed(file, uri);
        session.publisher().changed(file);
    }

    void saved(DidSaveTextDocumentParams params) {
        String file = Locations.file(params.getTextDocument().getUri());
        if (session.settings().solve() == Settings.Solve.ON_SAVE) {
            session.solving().all(session.workspace().state(), file, session.effort(), 0);
        }
    }
}
