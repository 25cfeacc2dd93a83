package mad.lsp.protocol;

import java.util.concurrent.CompletableFuture;
import org.eclipse.lsp4j.WorkspaceEdit;
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

    /** The client opens or closes a preview; while it is open, {@code mad/view} comes whenever there is something new to show. */
    @JsonNotification(Messages.PREVIEW)
    void preview(Messages.PreviewParams params);

    /** The edit that gives a control's number another value; null where there is no such control any more. */
    @JsonRequest(Messages.CHANGE)
    CompletableFuture<@Nullable WorkspaceEdit> change(Messages.ChangeParams params);

    /** The edit that a fix of a conflict stands for; null where it does not belong to the text as it is. */
    @JsonRequest(Messages.APPLY)
    CompletableFuture<@Nullable WorkspaceEdit> apply(Messages.ApplyParams params);

    /** The design and stage at a place of the text. */
    @JsonRequest(Messages.LOCATE)
    CompletableFuture<Messages.@Nullable Located> locate(Messages.LocateParams params);

    /** Finds out what the limits of a design are worth; the answer comes as {@code mad/view}. */
    @JsonNotification(Messages.PRICES)
    void prices(Messages.DesignParams params);

    /** Runs a sweep or frontier; the answer comes as {@code mad/view}. */
    @JsonNotification(Messages.PLOT)
    void plot(Messages.PlotParams params);
}
