package mad.lsp.protocol;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import mad.ast.Item;
import mad.ast.Member;
import mad.diagnostic.Diagnostic;
import mad.emit.ViewJson;
import mad.lsp.Answers;
import mad.lsp.Locations;
import mad.lsp.Previews;
import mad.lsp.Solving;
import mad.lsp.Workspace;
import mad.model.Definition;
import mad.query.Designs;
import mad.query.Progress;
import mad.query.Studies;
import mad.query.Study;
import mad.view.View;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.TextDocumentPositionParams;
import org.eclipse.lsp4j.WorkspaceEdit;
import org.eclipse.lsp4j.util.Ranges;
import org.jspecify.annotations.Nullable;

/** The requests of previews, and what they are told. */
final class Previewing implements Previews.Listener, AutoCloseable {
    private final Session session;
    private final Previews previews = new Previews(this);
    private final Pages pages;
    /** Files of which the client itself shows a preview. */
    private final Set<String> shown = ConcurrentHashMap.newKeySet();

    /** The number of the state in which a file that is shown changed last. */
    private final Map<String, Long> changed = new ConcurrentHashMap<>();

    Previewing(Session session) {
        this.session = session;
        this.pages = new Pages(session, this);
    }

    Pages pages() {
        return pages;
    }

    Previews previews() {
        return previews;
    }

    void subscribe(Messages.PreviewParams params) {
        String file = Locations.file(params.uri());
        if (params.open()) {
            shown.add(file);
            open(file);
        } else {
            shown.remove(file);
            closeUnseen(file);
        }
    }

    /** Shows a file anew to everybody who looks at it. */
    void open(String file) {
        session.threads().later(Messages.PREVIEW, () -> {
            Workspace.State state = session.workspace().state();
            previews.open(state, file, design -> session.solving().answers().last(file, design));
            if (session.settings().solve() != Settings.Solve.MANUAL) {
                // Behind what runs for the file already, which may be more hasty than a preview deserves.
                session.solving().also(file, cancellation -> {
                    if (!isKnown(state, file)) {
                        session.solving().all(state, file, session.patience(), 0);
                    }
                });
            }
        });
    }

    private boolean isKnown(Workspace.State state, String file) {
        return state.snapshot().designs(file).stream().allMatch(d -> {
            Answers.Last last = session.solving().answers().last(file, d.name());
            return last != null && last.current() && !Session.isHasty(last.answer());
        });
    }

    /** What nobody looks at any more costs nothing. */
    void closeUnseen(String file) {
        if (!shown.contains(file) && !pages.isRead(file)) {
            previews.close(file);
            changed.remove(file);
        }
    }

    /**
     * Texts have changed: their previews follow at once, after the diagnostics, and are solved then: a solve that began earlier would be shown with the numbers of
     * the old text. While somebody types what changes no number, a comment or a word that is wrong until its last letter, drawings can wait.
     *
     * @param pause milliseconds until the hand rests; 0 where nobody types
     * @param remark whether only comments differ
     * @return those of the files that are shown
     */
    Set<String> changed(Set<String> touched, long pause, boolean remark) {
        Set<String> open = touched.stream().filter(previews::isOpen).collect(Collectors.toSet());
        if (!open.isEmpty()) {
            long number = session.workspace().state().number();
            open.forEach(file -> changed.put(file, number));
            session.threads().later("preview", () -> {
                Workspace.State state = session.workspace().state();
                if (pause > 0 && (remark || open.stream().allMatch(file -> previews.isRefusedStill(state, file)))) {
                    session.threads().later("preview", pause, () -> show(unchangedSince(number, open), 0));
                } else {
                    show(open, pause);
                }
            });
        }
        pages.changed(touched);
        return open;
    }

    private Set<String> unchangedSince(long number, Set<String> files) {
        return files.stream()
                .filter(file -> changed.getOrDefault(file, -1L) == number)
                .collect(Collectors.toSet());
    }

    private void show(Set<String> files, long pause) {
        try {
            previews.changed(
                    session.workspace().state(), files, session.settings().solve() == Settings.Solve.ON_TYPE);
        } finally {
            files.forEach(file -> session.solveShown(file, pause));
        }
    }

    @Override
    public void view(String file, View view) {
        JsonObject message = message("view", session.workspace().state().uri(file));
        message.add("view", JsonParser.parseString(ViewJson.line(view)));
        tell(file, message);
    }

    @Override
    public void progress(String file, Progress progress) {
        JsonObject message = message("progress", session.workspace().state().uri(file));
        message.addProperty("design", progress.design());
        message.addProperty("seconds", progress.seconds());
        message.addProperty("evaluations", progress.evaluations());
        known(message, "incumbent", progress.incumbent());
        known(message, "bound", progress.bound());
        known(message, "gap", progress.gap());
        tell(file, message);
    }

    private void tell(String file, JsonObject message) {
        if (shown.contains(file)) {
            session.client().view(message);
        }
        pages.tell(file, message);
    }

    private static JsonObject message(String type, String uri) {
        JsonObject message = new JsonObject();
        message.addProperty("uri", uri);
        message.addProperty("type", type);
        return message;
    }

    private static void known(JsonObject message, String key, double value) {
        if (Double.isFinite(value)) {
            message.addProperty(key, value);
        }
    }

    @Nullable
    WorkspaceEdit change(Translation translation, Messages.ChangeParams params) {
        return edit(translation, changes(translation.state(), params));
    }

    /** The edits that give a control's number another value; none where the text has no such control. */
    List<Diagnostic.Edit> changes(Workspace.State state, Messages.ChangeParams params) {
        session.dragged();
        return previews.change(state, Locations.file(params.uri()), params.design(), params.control(), params.value());
    }

    @Nullable
    WorkspaceEdit apply(Translation translation, Messages.ApplyParams params) {
        return edit(translation, fixes(translation.state(), params));
    }

    /** The edits that end a conflict; none where it does not belong to the text as it is. */
    List<Diagnostic.Edit> fixes(Workspace.State state, Messages.ApplyParams params) {
        String file = Locations.file(params.uri());
        Answers.Last last = session.solving().answers().last(file, params.design());
        return last == null || !last.current()
                ? List.of()
                : previews.fix(state, last.answer(), file, params.design(), params.fix());
    }

    private static @Nullable WorkspaceEdit edit(Translation translation, List<Diagnostic.Edit> edits) {
        return edits.isEmpty() ? null : translation.change(edits);
    }

    Messages.@Nullable Located locate(Translation translation, Messages.LocateParams params) {
        String file = Locations.file(params.uri());
        int offset = translation.cursor(params.uri(), params.position()).offset();
        List<Item> items = translation.state().snapshot().parsed(file).tree().items().stream()
                .filter(item -> item.span().contains(offset))
                .toList();
        for (Item item : items) {
            if (item instanceof Item.Design design) {
                return new Messages.Located(design.name().text(), null);
            }
            if (item instanceof Item.Space space) {
                return space.members().stream()
                        .filter(m -> m instanceof Member.Part && m.span().contains(offset))
                        .findFirst()
                        .map(m -> drawn(file, translation.range(m.span())))
                        .orElse(null);
            }
        }
        return null;
    }

    /** The page of a file shows where the cursor is. */
    void cursor(Translation translation, TextDocumentPositionParams at) {
        String uri = at.getTextDocument().getUri();
        String file = Locations.file(uri);
        if (pages.isRead(file)) {
            pages.cursor(file, locate(translation, new Messages.LocateParams(uri, at.getPosition())));
        }
    }

    /** The first design that has a stage which was written there. */
    private Messages.@Nullable Located drawn(String file, Range part) {
        for (View.Design design : previews.designs(file)) {
            View.Network network = design.network();
            for (View.Stage stage : network == null ? List.<View.Stage>of() : network.stages()) {
                View.Source source = stage.source();
                if (source != null
                        && Locations.file(source.uri()).equals(file)
                        && Ranges.containsPosition(
                                part,
                                new Position(
                                        source.range().line(), source.range().column()))) {
                    return new Messages.Located(design.name(), stage.name());
                }
            }
        }
        return null;
    }

    void prices(Messages.DesignParams params) {
        String file = Locations.file(params.uri());
        String design = params.design() == null ? "" : params.design();
        Workspace.State state = session.workspace().state();
        session.solving().also(file, cancellation -> {
            Designs.Explained explained = new Designs(state.snapshot(), System::nanoTime, Runnable::run)
                    .explained(
                            Solving.question(file, design, session.patience()),
                            Progress.Listener.silent(),
                            cancellation);
            if (!cancellation.isCancelled()) {
                previews.priced(state, file, design, explained.prices());
            }
        });
    }

    void plot(Messages.PlotParams params) {
        String file = Locations.file(params.uri());
        Workspace.State state = session.workspace().state();
        for (Definition item : state.snapshot().definitions(file)) {
            if (item.name().equals(params.name())
                    && (item instanceof Definition.Sweep || item instanceof Definition.Frontier)) {
                session.solving().also(file, cancellation -> {
                    previews.plotted(state, file, item.name(), null);
                    Studies studies = new Studies(new Designs(state.snapshot(), System::nanoTime, Runnable::run));
                    if (studies.run(
                                            item,
                                            Solving.question(file, "", session.patience()),
                                            Progress.Listener.silent(),
                                            cancellation)
                                    instanceof Studies.Outcome.Done(Study study)
                            && !cancellation.isCancelled()) {
                        previews.plotted(state, file, item.name(), study);
                    }
                });
            }
        }
    }

    @Override
    public void close() {
        pages.close();
    }
}
