package mad.lsp.protocol;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import mad.lsp.Locations;
import org.eclipse.lsp4j.MessageParams;
import org.eclipse.lsp4j.MessageType;
import org.eclipse.lsp4j.ShowDocumentParams;
import org.jspecify.annotations.Nullable;

/** The previews that are shown in browsers, one for each file. */
final class Pages implements AutoCloseable {
    private final Session session;
    private final Previewing previewing;
    private final Map<String, PreviewPage> pages = new ConcurrentHashMap<>();

    Pages(Session session, Previewing previewing) {
        this.session = session;
        this.previewing = previewing;
    }

    /**
     * Serves the preview of a file, if that is not done yet.
     *
     * @param design shown first; empty for the first one of the file
     * @param port 0 for a free one
     * @return the page's address
     * @throws IOException where the port is taken
     */
    String open(String uri, String design, int port) throws IOException {
        String file = Locations.file(uri);
        PreviewPage page = pages.get(file);
        if (page == null) {
            page = new PreviewPage(session, previewing, uri, port);
            pages.put(file, page);
        }
        page.begin(design);
        return page.address();
    }

    /** The same, and asks the client to show the page; where it cannot, it is told the address. */
    @Nullable
    String show(String uri, String design) {
        try {
            String address = open(uri, design, 0);
            if (session.features().showDocument()) {
                ShowDocumentParams page = new ShowDocumentParams(address);
                page.setExternal(true);
                session.client().showDocument(page);
            } else {
                session.client().showMessage(new MessageParams(MessageType.Info, "The preview is at " + address));
            }
            return address;
        } catch (IOException e) {
            session.log("the preview cannot be served: " + e.getMessage());
            return null;
        }
    }

    void tell(String file, JsonObject message) {
        PreviewPage page = pages.get(file);
        if (page != null) {
            page.tell(message);
        }
    }

    /** Whether a browser shows it. */
    boolean isRead(String file) {
        PreviewPage page = pages.get(file);
        return page != null && page.isRead();
    }

    /** Texts have changed, as a page may have asked. */
    void changed(Set<String> touched) {
        touched.forEach(file -> {
            PreviewPage page = pages.get(file);
            if (page != null) {
                page.changed();
            }
        });
    }

    /** The cursor is at a place that a page may show. */
    void cursor(String file, Messages.@Nullable Located at) {
        JsonObject message = new JsonObject();
        message.addProperty("type", "cursor");
        if (at != null && at.design() != null) {
            message.addProperty("design", at.design());
        }
        if (at != null && at.stage() != null) {
            message.addProperty("stage", at.stage());
        }
        tell(file, message);
    }

    @Override
    public void close() {
        pages.values().forEach(PreviewPage::close);
        pages.clear();
    }
}
