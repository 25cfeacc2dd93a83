package mad.lsp.protocol;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import mad.emit.AnswerJson;
import mad.lsp.Answers;
import mad.lsp.Solving;
import mad.lsp.Workspace;
import mad.query.Answer;
import mad.query.Cancellation;
import mad.query.Progress;
import org.eclipse.lsp4j.ProgressParams;
import org.eclipse.lsp4j.WorkDoneProgressBegin;
import org.eclipse.lsp4j.WorkDoneProgressCreateParams;
import org.eclipse.lsp4j.WorkDoneProgressEnd;
import org.eclipse.lsp4j.WorkDoneProgressNotification;
import org.eclipse.lsp4j.WorkDoneProgressReport;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.jspecify.annotations.Nullable;

/** Tells the client what the solver does: work-done progress for its status line, MAD's own messages for a preview. */
final class SolveNews implements Solving.Listener {
    private static final double PAUSE = 0.1;

    private final Session session;
    private final Map<String, Cancellation> tokens = new ConcurrentHashMap<>();
    private volatile @Nullable String token;
    private volatile double told;
    private volatile @Nullable Cancellation cancellation;

    SolveNews(Session session) {
        this.session = session;
    }

    @Override
    public void started(Workspace.State state, String file, String design, Cancellation cancellation) {
        told = 0;
        token = null;
        this.cancellation = cancellation;
        session.previewing().previews().started(state, file, design);
        if (session.features().progress()) {
            String next = "mad-" + UUID.randomUUID();
            tokens.put(next, cancellation);
            token = next;
            session.client().createProgress(new WorkDoneProgressCreateParams(Either.forLeft(next)));
            WorkDoneProgressBegin begin = new WorkDoneProgressBegin();
            begin.setTitle("Solving " + design);
            begin.setCancellable(true);
            tell(next, begin);
        }
    }

    @Override
    public void progress(Workspace.State state, String file, Progress progress) {
        session.previewing().previews().progress(state, file, progress);
        if (told > 0 && progress.seconds() - told < PAUSE) {
            return;
        }
        told = Math.max(1e-9, progress.seconds());
        session.client()
                .solveProgress(new Messages.ProgressParams(
                        state.uri(file),
                        state.version(file),
                        progress.design(),
                        finite(progress.incumbent()),
                        finite(progress.bound()),
                        finite(progress.gap()),
                        progress.seconds(),
                        progress.evaluations()));
        String open = token;
        if (open != null) {
            WorkDoneProgressReport report = new WorkDoneProgressReport();
            report.setMessage(line(progress));
            report.setCancellable(true);
            tell(open, report);
        }
    }

    private static String line(Progress progress) {
        return Double.isNaN(progress.incumbent())
                ? "no design yet"
                : String.format(Locale.ROOT, "%.6g", progress.incumbent())
                        + (Double.isFinite(progress.gap())
                                ? String.format(Locale.ROOT, ", gap %.3g %%", 100 * progress.gap())
                                : "");
    }

    @Override
    public void finished(Workspace.State state, String file, String design, @Nullable Answer answer) {
        String open = token;
        if (open != null) {
            tokens.remove(open);
            token = null;
            tell(open, new WorkDoneProgressEnd());
        }
        session.client().solved(solved(state, file, design, answer));
        Cancellation asked = cancellation;
        session.previewing().previews().finished(state, file, design, answer, asked != null && asked.isCancelled());
        if (session.features().refreshHints()) {
            session.client().refreshInlayHints();
        }
        if (session.features().refreshLenses()) {
            session.client().refreshCodeLenses();
        }
    }

    private Messages.SolvedParams solved(Workspace.State state, String file, String design, @Nullable Answer answer) {
        if (answer != null) {
            return new Messages.SolvedParams(
                    state.uri(file), state.version(file), design, true, json(state, design, answer), null);
        }
        Answers.Last last = session.solving().answers().last(file, design);
        return new Messages.SolvedParams(
                state.uri(file),
                last == null ? state.version(file) : last.version(),
                design,
                false,
                last == null ? null : json(state, design, last.answer()),
                "the text changed while it was solved");
    }

    static JsonObject json(Workspace.State state, String design, Answer answer) {
        return JsonParser.parseString(AnswerJson.line(design, answer, state.snapshot()))
                .getAsJsonObject();
    }

    @Override
    public void found(String file) {
        session.publisher().due(file);
    }

    /** The client's button: stops the solver, and keeps what it has. */
    void cancel(String cancelled) {
        Cancellation cancellation = tokens.get(cancelled);
        if (cancellation != null) {
            cancellation.cancel();
        }
    }

    private void tell(String open, WorkDoneProgressNotification news) {
        session.client().notifyProgress(new ProgressParams(Either.forLeft(open), Either.forLeft(news)));
    }

    private static @Nullable Double finite(double value) {
        return Double.isFinite(value) ? value : null;
    }
}
