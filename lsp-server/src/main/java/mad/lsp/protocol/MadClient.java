package mad.lsp.protocol;

import com.google.gson.JsonObject;
import org.eclipse.lsp4j.jsonrpc.services.JsonNotification;
import org.eclipse.lsp4j.services.LanguageClient;

/** A client, with MAD's own notifications; one that does not know them ignores them. */
public interface MadClient extends LanguageClient {
    @JsonNotification(Messages.PROGRESS)
    void solveProgress(Messages.ProgressParams params);

    @JsonNotification(Messages.SOLVED)
    void solved(Messages.SolvedParams params);

    /** What a preview shows: a message to it, as in {@code preview/src/model.ts}, with the address of its file. */
    @JsonNotification(Messages.VIEW)
    void view(JsonObject message);
}
