package mad.lsp;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import mad.diagnostic.Diagnostic;
import mad.diagnostic.Severity;
import mad.model.Definition;
import mad.query.Answer;
import mad.query.Designs;
import mad.query.Price;
import mad.query.Progress;
import mad.query.Question;
import mad.query.Study;
import mad.view.Conflicts;
import mad.view.Controls;
import mad.view.Known;
import mad.view.Places;
import mad.view.View;
import mad.view.Views;
import org.jspecify.annotations.Nullable;

/**
 * What the previews of files show. An edit shows the last design at once, evaluated under the new text; what the solver finds follows. What cannot be shown
 * anew stays, and says why.
 */
public final class Previews {
    private final Map<String, Sheet> sheets = new ConcurrentHashMap<>();
    private final Listener listener;

    /** Told of what there is to show, in order; on any thread. */
    public interface Listener {
        void view(String file, View view);

        void progress(String file, Progress progress);
    }

    /** Everything that is shown of one file. */
    private static final class Sheet {
        private final Map<String, Shown> designs = new LinkedHashMap<>();
        private final Map<String, Study> studies = new HashMap<>();
        private String running = "";
        private volatile boolean refused;
        private long number = -1;
    }

    /** What is known of one design, and the last good view of it. */
    private static final class Shown {
        private Known known = Known.NOTHING;
        private Map<String, Double> decisions = Map.of();
        private Trace trace = new Trace();
        private Beat beat = new Beat();
        private View.@Nullable Design good;
    }

    public Previews(Listener listener) {
        this.listener = listener;
    }

    public boolean isOpen(String file) {
        return sheets.containsKey(file);
    }

    /** @param answers the last answer of a design, by its name */
    public void open(
            Workspace.State state, String file, java.util.function.Function<String, Answers.@Nullable Last> answers) {
        Sheet sheet = sheets.computeIfAbsent(file, f -> new Sheet());
        synchronized (sheet) {
            for (Definition.Design design : state.snapshot().designs(file)) {
                Answers.Last last = answers.apply(design.name());
                if (last != null && last.current()) {
                    Shown shown = shown(sheet, design.name());
                    remember(shown, last.answer());
                    shown.known = Known.of(last.answer(), shown.trace.proof(), List.of());
                }
            }
            show(state, file, sheet);
        }
    }

    public void close(String file) {
        sheets.remove(file);
    }

    /** Whether a text that is shown as wrong is wrong still. */
    public boolean isRefusedStill(Workspace.State state, String file) {
        Sheet sheet = sheets.get(file);
        return sheet != null && sheet.refused && !errors(state, file).isEmpty();
    }

    private static List<Diagnostic> errors(Workspace.State state, String file) {
        return state.snapshot().diagnosticsWithImports(file).stream()
                .filter(d -> d.severity() == Severity.ERROR)
                .toList();
    }

    /** Evaluates the last designs under a new text. */
    public void changed(Workspace.State state, Set<String> touched, boolean solving) {
        for (String file : touched) {
            with(file, state, sheet -> {
                for (Definition.Design design : state.snapshot().designs(file)) {
                    Shown shown = shown(sheet, design.name());
                    shown.known = evaluated(state, file, design, shown, solving);
                }
                sheet.studies.clear();
                show(state, file, sheet);
            });
        }
    }

    private static Known evaluated(
            Workspace.State state, String file, Definition.Design design, Shown shown, boolean solving) {
        Answer answer = null;
        if (!shown.decisions.isEmpty()) {
            Answer again = new Designs(state.snapshot(), System::nanoTime, Runnable::run)
                    .evaluate(Question.of(file, design.name()), shown.decisions);
            answer = again instanceof Answer.Found ? again : null;
        }
        Known.Phase phase = solving ? Known.Phase.SEARCHING : answer == null ? Known.Phase.WAITING : Known.Phase.DONE;
        String reason = answer == null
                ? shown.decisions.isEmpty() ? null : "the last design does not fit the text any more"
                : answer instanceof Answer.Found(var report, var decisions)
                                && !report.violations().isEmpty()
                        ? "the last design under the new text: "
                                + report.violations().getFirst().message()
                        : "the last design under the new text; a better one may be there";
        return new Known(answer, phase, reason, View.Proof.NONE, List.of());
    }

    public void started(Workspace.State state, String file, String design) {
        with(file, state, sheet -> {
            Shown shown = shown(sheet, design);
            shown.trace = new Trace();
            shown.beat = new Beat();
            Known known = shown.known;
            shown.known = new Known(known.answer(), Known.Phase.SEARCHING, known.reason(), View.Proof.NONE, List.of());
            if (!shown.known.equals(known)) { // after an edit it is shown as searching already
                show(state, file, sheet);
            }
        });
    }

    public void progress(Workspace.State state, String file, Progress progress) {
        with(file, state, sheet -> {
            Shown shown = shown(sheet, progress.design());
            shown.trace.add(progress);
            if (!shown.beat.falls(progress.seconds())) {
                return;
            }
            Map<String, Double> decisions = progress.decisions().get();
            boolean known =
                    decisions.equals(shown.decisions) && shown.known.answer() != null && shown.known.reason() == null;
            if (decisions.isEmpty() || known) {
                listener.progress(file, progress);
                return;
            }
            Answer answer = new Designs(state.snapshot(), System::nanoTime, Runnable::run)
                    .evaluate(Question.of(file, progress.design()), decisions);
            if (answer instanceof Answer.Found) {
                shown.decisions = decisions;
                shown.known = new Known(answer, Known.Phase.SEARCHING, null, shown.trace.proof(), List.of());
                show(state, file, sheet);
            }
        });
    }

    /** @param answer null where the text changed before it was there */
    public void finished(Workspace.State state, String file, String design, @Nullable Answer answer, boolean stopped) {
        if (answer == null) {
            return;
        }
        with(file, state, sheet -> {
            Shown shown = shown(sheet, design);
            remember(shown, answer);
            shown.known = new Known(
                    answer, stopped ? Known.Phase.STOPPED : Known.Phase.DONE, null, shown.trace.proof(), List.of());
            show(state, file, sheet);
        });
    }

    public void priced(Workspace.State state, String file, String design, List<Price> prices) {
        with(file, state, sheet -> {
            Shown shown = shown(sheet, design);
            Known known = shown.known;
            shown.known = new Known(known.answer(), known.phase(), known.reason(), known.proof(), prices);
            show(state, file, sheet);
        });
    }

    /** @param study null while it runs */
    public void plotted(Workspace.State state, String file, String name, @Nullable Study study) {
        with(file, state, sheet -> {
            sheet.running = study == null ? name : "";
            if (study != null) {
                sheet.studies.put(name, study);
            }
            show(state, file, sheet);
        });
    }

    /** The edits that give a control's number another value; none where the text has no such control. */
    public List<Diagnostic.Edit> change(
            Workspace.State state, String file, String design, String control, double value) {
        return design(state, file, design)
                .map(d -> Controls.of(d, state.snapshot()).edits(control, value))
                .orElse(List.of());
    }

    /** The edits that end a conflict; none where it does not belong to the text. */
    public List<Diagnostic.Edit> fix(
            Workspace.State state, @Nullable Answer answer, String file, String design, String fix) {
        return answer instanceof Answer.Infeasible infeasible
                ? design(state, file, design)
                        .map(d -> new Conflicts(d, state.snapshot(), infeasible).edits(fix))
                        .orElse(List.of())
                : List.of();
    }

    /** What a file shows now; nothing where no preview of it is open. */
    public List<View.Design> designs(String file) {
        Sheet sheet = sheets.get(file);
        if (sheet == null) {
            return List.of();
        }
        synchronized (sheet) {
            return sheet.designs.values().stream()
                    .map(shown -> shown.good)
                    .filter(java.util.Objects::nonNull)
                    .map(java.util.Objects::requireNonNull)
                    .toList();
        }
    }

    private static java.util.Optional<Definition.Design> design(Workspace.State state, String file, String name) {
        return state.snapshot().designs(file).stream()
                .filter(d -> d.name().equals(name))
                .findFirst();
    }

    /** Only of the latest text that was seen. */
    private void with(String file, Workspace.State state, Consumer<Sheet> change) {
        Sheet sheet = sheets.get(file);
        if (sheet != null) {
            synchronized (sheet) {
                if (state.number() >= sheet.number) {
                    change.accept(sheet);
                }
            }
        }
    }

    private static Shown shown(Sheet sheet, String design) {
        return sheet.designs.computeIfAbsent(design, d -> new Shown());
    }

    private static void remember(Shown shown, Answer answer) {
        if (answer instanceof Answer.Found found && !found.decisions().isEmpty()) {
            shown.decisions = found.decisions();
        }
    }

    private void show(Workspace.State state, String file, Sheet sheet) {
        sheet.number = state.number();
        Views views = new Views(new Places(state.snapshot(), state::uri));
        Map<String, View.Design> drawn = new LinkedHashMap<>();
        List<Diagnostic> errors = errors(state, file);
        sheet.refused = !errors.isEmpty();
        if (errors.isEmpty()) {
            Map<String, Shown> kept = new LinkedHashMap<>();
            for (Definition.Design design : state.snapshot().designs(file)) {
                Shown shown = shown(sheet, design.name());
                kept.put(design.name(), shown);
                drawn.put(design.name(), drawn(views, design, shown));
            }
            sheet.designs.clear();
            sheet.designs.putAll(kept);
        } else {
            String reason = reason(state, errors.getFirst());
            sheet.designs.forEach((name, shown) -> {
                if (shown.good != null) {
                    drawn.put(name, shown.good.outdated(View.Status.REFUSED, reason));
                }
            });
        }
        Document document = state.open().get(file);
        listener.view(
                file, views.file(file, document == null ? 0 : document.version(), drawn, sheet.studies, sheet.running));
    }

    /** A design that has no network now keeps the picture of its last one. */
    private static View.Design drawn(Views views, Definition.Design design, Shown shown) {
        View.Design drawn = views.design(design, shown.known);
        if (drawn.network() != null) {
            shown.good = drawn;
            return drawn;
        }
        return shown.good == null ? drawn : drawn.showing(shown.good);
    }

    private static String reason(Workspace.State state, Diagnostic error) {
        int line = state.snapshot()
                .lines(error.span().file())
                .position(error.span().start())
                .humanLine();
        return "Line " + line + ": " + error.message();
    }
}
