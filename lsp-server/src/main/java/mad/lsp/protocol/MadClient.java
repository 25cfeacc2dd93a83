package mad.lsp.protocol;

import org.eclipse.lsp4j.jsonrpc.services.JsonNotification;
import org.eclipse.lsp4j.services.LanguageClient;

/** A client, with MAD's own notifications; one that does not know them ignores them. */
public interface MadClient extends LanguageClient {
    @JsonNotification(Messages.PROGRESS)
    void solveProgress(Messages.ProgressParams params);

    @JsonNotification(Messages.SOLVED)
    void solved(Messages.SolvedParams params);
}
