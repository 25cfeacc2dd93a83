package mad.lsp.protocol;

import mad.lsp.Locations;
import org.eclipse.lsp4j.DidChangeTextDocumentParams;
import org.eclipse.lsp4j.DidCloseTextDocumentParams;
import org.eclipse.lsp4j.DidOpenTextDocumentParams;
import org.eclipse.lsp4j.DidSaveTextDocumentParams;

/** What is asked about one text. Every answer is of the text as it was when the question came. */
final class TextRequests implements TellingRequests, FindingRequests, WritingRequests, LookRequests, HierarchyRequests {
    private final Session session;
    private final TextSync sync;
    private final Colours colours = new Colours();

    TextRequests(Session session) {
        this.session = session;
        this.sync = new TextSync(session);
    }

    @Override
    public Session session() {
        return session;
    }

    @Override
    public Colours colours() {
        return colours;
    }

    @Override
    public void didOpen(DidOpenTextDocumentParams params) {
        session.guarded("didOpen", () -> sync.opened(params));
    }

    @Override
    public void didChange(DidChangeTextDocumentParams params) {
        session.guarded("didChange", () -> sync.changed(params));
    }

    @Override
    public void didClose(DidCloseTextDocumentParams params) {
        colours.forget(Locations.file(params.getTextDocument().getUri()));
        session.guarded("didClose", () -> sync.closed(params));
    }

    @Override
    public void didSave(DidSaveTextDocumentParams params) {
        session.guarded("didSave", () -> sync.saved(params));
    }
}
