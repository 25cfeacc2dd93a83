package mad.lsp.protocol;

import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Supplier;
import mad.lsp.Solving;
import mad.lsp.Typing;
import mad.lsp.Workspace;
import mad.query.Answer;
import mad.query.Report;
import org.eclipse.lsp4j.MessageParams;
import org.eclipse.lsp4j.MessageType;
import org.jspecify.annotations.Nullable;

/** One client and all that belongs to it. */
final class Session implements AutoCloseable {
    /** Milliseconds after an edit of what nobody looks at. */
    private static final long PAUSE = 500;
    /** Whoever looks at the network waits for it, but not while they type. */
    private static final long TYPING_PAUSE = 300;

    /** For what nobody looks at and nobody asked for. */
    private static final long WORK = 1_000_000;
    /** Otherwise time is the limit. */
    private static final long MUCH_WORK = 1_000_000_000;

    private final Workspace workspace = new Workspace();
    private final Threads threads = new Threads(this::log);
    private final Typing typing = new Typing();
    private final Solving solving;
    private final SolveNews news = new SolveNews(this);
    private final Publisher publisher = new Publisher(this);
    private final Previewing previewing = new Previewing(this);
    private volatile @Nullable MadClient client;
    private volatile Client features = Client.UNKNOWN;
    private volatile Settings settings = Settings.USUAL;

    Session() {
        this.solving = new Solving(threads.solver(), news);
    }

    Workspace workspace() {
        return workspace;
    }

    Threads threads() {
        return threads;
    }

    Solving solving() {
        return solving;
    }

    SolveNews news() {
        return news;
    }

    Previewing previewing() {
        return previewing;
    }

    Publisher publisher() {
        return publisher;
    }

    Client features() {
        return features;
    }

    Settings settings() {
        return settings;
    }

    void connect(MadClient connected) {
        this.client = connected;
    }

    void learn(Client said) {
        this.features = said;
    }

    void set(Settings wanted) {
        this.settings = wanted;
    }

    MadClient client() {
        MadClient connected = client;
        if (connected == null) {
            throw new IllegalStateException("no client is connected");
        }
        return connected;
    }

    /** Answers from the state of this moment. */
    <T> CompletableFuture<T> ask(String what, T empty, Function<Translation, T> question) {
        Workspace.State state = workspace.state();
        return threads.answer(what, empty, () -> question.apply(new Translation(state)));
    }

    /** An answer that may be nothing. */
    @SuppressWarnings(
            "NullAway") // nothing is the empty answer here, which the checker cannot express of a type parameter
    <T> CompletableFuture<@Nullable T> one(String what, Function<Translation, @Nullable T> question) {
        return ask(what, (T) null, question::apply);
    }

    <T> CompletableFuture<List<T>> list(String what, Function<Translation, List<T>> question) {
        return ask(what, List.of(), question);
    }

    void guarded(String what, Runnable task) {
        threads.guarded(what, task).run();
    }

    <T> T guarded(String what, T empty, Supplier<T> question) {
        try {
            return question.get();
        } catch (RuntimeException e) {
            log(what + " failed: " + e);
            return empty;
        }
    }

    void changed(String file) {
        changed(file, false);
    }

    /**
     * A text has changed: what depends on it is said anew, and solved anew after a pause.
     *
     * @param remark whether only comments differ
     */
    void changed(String file, boolean remark) {
        Workspace.State state = workspace.state();
        Set<String> touched = state.snapshot().touched(Set.of(file));
        solving.touched(touched);
        publisher.changed(file);
        long pause = typing.goesOn(System.nanoTime()) || remark ? TYPING_PAUSE : 0;
        if (!previewing.changed(touched, pause, remark).contains(file)) {
            solveAsTyped(file, effort(), PAUSE);
        }
    }

    /** Files of the disk have changed, appeared or gone. */
    void onDisk(List<String> files) {
        Set<String> touched = workspace.changedOnDisk(files);
        solving.touched(touched);
        previewing.changed(touched, 0, false);
        publisher.everything();
    }

    /** Solves what a preview shows, after so many milliseconds. */
    void solveShown(String file, long pause) {
        solveAsTyped(file, patience(), pause);
    }

    /** The next changes of a text are those of a hand that drags a number and wants to see where it leads. */
    void dragged() {
        typing.interrupted();
    }

    private void solveAsTyped(String file, Solving.Effort effort, long pause) {
        if (settings.solve() == Settings.Solve.ON_TYPE) {
            solving.all(workspace.state(), file, effort, pause);
        }
    }

    /** Solves now; what runs is stopped first. */
    void solve(String file, @Nullable String design) {
        solving.stop(null);
        if (design == null || design.isEmpty()) {
            solving.all(workspace.state(), file, patience(), 0);
        } else {
            solving.one(workspace.state(), file, design, patience());
        }
    }

    /** For designs that somebody waits for. */
    Solving.Effort patience() {
        return new Solving.Effort(settings.seconds(), MUCH_WORK);
    }

    Solving.Effort effort() {
        return new Solving.Effort(settings.seconds(), WORK);
    }

    /** Whether more than the {@link #effort} for what nobody looks at may find more. */
    static boolean isHasty(Answer answer) {
        return answer instanceof Answer.Found(Report report, var decisions)
                && report.status() == Report.Status.FEASIBLE
                && report.solver() != null
                && report.solver().evaluations() < 2 * WORK
                && report.solver().seconds() < Settings.USUAL.seconds() / 2;
    }

    void log(String text) {
        MadClient connected = client;
        if (connected != null) {
            connected.logMessage(new MessageParams(MessageType.Warning, text));
        }
    }

    @Override
    public void close() {
        previewing.close();
        solving.stop(null);
        threads.close();
    }
}
