package mad.lsp.protocol;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import mad.ast.Item;
import mad.ast.Member;
import mad.diagnostic.Diagnostic;
import mad.emit.ViewJson;
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
import org.eclipse.lsp4j.WorkspaceEdit;
import org.eclipse.lsp4j.util.Ranges;
import org.jspecify.annotations.Nullable;

/** The requests of previews, and what they are told. */
final class Previewing implements Previews.Listener {
    private final Session session;
    private final Previews previews = new Previews(this);

    Previewing(Session session) {
        this.session = session;
    }

    Previews previews() {
        return previews;
    }

    void subscribe(Messages.PreviewParams params) {
        String file = Locations.file(params.uri());
        if (!params.open()) {
            previews.close(file);
            return;
        }
        session.threads().later(Messages.PREVIEW, () -> {
            Workspace.State state = session.workspace().state();
            previews.open(state, file, design -> session.solving().last(file, design));
            boolean known = state.snapshot().designs(file).stream().allMatch(d -> {
                Solving.Last last = session.solving().last(file, d.name());
                return last != null && last.current();
            });
            if (!known
                    && session.settings().solve() != Settings.Solve.MANUAL
                    && !session.solving().isBusy(file)) {
                session.solving().all(state, file, session.effort(), 0);
            }
        });
    }

    /**
     * A text has changed: its previews follow at once, after its diagnostics.
     *
     * @param then what comes once they do: a solve that began earlier would be shown with the numbers of the old text
     * @return whether there are any; otherwise {@code then} is not done
     */
    boolean changed(Set<String> touched, Runnable then) {
        if (touched.stream().noneMatch(previews::isOpen)) {
            return false;
        }
        session.threads().later("preview", () -> {
            boolean solving = session.settings().solve() == Settings.Solve.ON_TYPE;
            try {
                previews.changed(session.workspace().state(), touched, solving);
            } finally {
                then.run();
            }
        });
        return true;
    }

    @Override
    public void view(String file, View view) {
        JsonObject message = message("view", session.workspace().state().uri(file));
        message.add("view", JsonParser.parseString(ViewJson.line(view)));
        session.client().view(message);
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
        session.client().view(message);
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
        return edit(
                translation,
                previews.change(
                        translation.state(),
                        Locations.file(params.uri()),
                        params.design(),
                        params.control(),
                        params.value()));
    }

    @Nullable
    WorkspaceEdit apply(Translation translation, Messages.ApplyParams params) {
        String file = Locations.file(params.uri());
        Solving.Last last = session.solving().last(file, params.design());
        return last == null || !last.current()
                ? null
                : edit(
                        translation,
                        previews.fix(translation.state(), last.answer(), file, params.design(), params.fix()));
    }

    private static @Nullable WorkspaceEdit edit(Translation translation, Optional<Diagnostic.Edit> edit) {
        return edit.map(e -> translation.change(List.of(e))).orElse(null);
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
                            Solving.question(file, design, session.effort()), Progress.Listener.silent(), cancellation);
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
                                            Solving.question(file, "", session.effort()),
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
}
