package mad.lsp.protocol;

import java.util.concurrent.CompletableFuture;
import org.eclipse.lsp4j.jsonrpc.services.JsonNotification;
import org.eclipse.lsp4j.jsonrpc.services.JsonRequest;
import org.eclipse.lsp4j.services.LanguageServer;
import org.jspecify.annotations.Nullable;

/** The server, with MAD's own requests. */
public interface MadServer extends LanguageServer {
    /** Solves a design now, or all designs of a file; the answer comes as {@code mad/solved}. */
    @JsonNotification(Messages.SOLVE)
    void solve(Messages.DesignParams params);

    /** Stops the solver, which keeps what it has. */
    @JsonNotification(Messages.STOP)
    void stop(Messages.DesignParams params);

    /** The last answer of a design; null where there is none. */
    @JsonRequest(Messages.ANSWER)
    CompletableFuture<Messages.@Nullable SolvedParams> answer(Messages.DesignParams params);
}
