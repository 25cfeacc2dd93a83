package mad.lsp;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import mad.diagnostic.Diagnostic;
import mad.editor.Results;
import mad.model.Definition;
import mad.query.Answer;
import mad.query.Remarks;
import org.jspecify.annotations.Nullable;

/** The last answer of each design, and what the checks of each file found. Safe to ask from any thread. */
public final class Answers {
    private final Map<Key, Held> held = new ConcurrentHashMap<>();
    private final Map<String, List<Diagnostic>> checked = new ConcurrentHashMap<>();

    private record Key(String file, String design) {}

    /** @param point of the program, where the next solve begins */
    private record Held(Answer answer, boolean current, int version, Map<String, Double> point) {}

    void keep(Workspace.State state, String file, String design, Answer answer, Map<String, Double> point) {
        held.put(new Key(file, design), new Held(answer, true, state.version(file), point));
    }

    /** What the checks of a file found. */
    void keep(String file, List<Diagnostic> failures) {
        checked.put(file, failures);
    }

    /** Where the last design of this name lies, empty where there was none: an edit seldom moves the best one far. */
    Map<String, Double> point(String file, String design) {
        Held last = held.get(new Key(file, design));
        return last == null ? Map.of() : last.point();
    }

    void touched(Set<String> files) {
        held.replaceAll(
                (key, h) -> files.contains(key.file()) ? new Held(h.answer(), false, h.version(), h.point()) : h);
        checked.keySet().removeAll(files);
    }

    void forget(String file) {
        held.keySet().removeIf(k -> k.file().equals(file));
        checked.remove(file);
    }

    /** What the solver says of the text as it is. */
    public List<Diagnostic> findings(Workspace.State state, String file) {
        Set<Diagnostic> found = new HashSet<>(checked.getOrDefault(file, List.of()));
        for (Definition.Design design : state.snapshot().designs(file)) {
            Held known = held.get(new Key(file, design.name()));
            if (known != null && known.current()) {
                said(design, known.answer()).forEach(d -> found.add(at(design, d)));
            }
        }
        List<Diagnostic> known = state.snapshot().diagnostics(file);
        return found.stream()
                .filter(d -> d.span().file().equals(file) && !known.contains(d))
                .sorted(Comparator.comparingInt(d -> d.span().start()))
                .toList();
    }

    private static List<Diagnostic> said(Definition.Design design, Answer answer) {
        return switch (answer) {
            case Answer.Infeasible infeasible -> infeasible.diagnostics();
            case Answer.Refused refused -> refused.diagnostics();
            case Answer.Found found -> Remarks.of(design, found.report());
            case Answer.NothingFound nothing -> List.of();
        };
    }

    /** What is to be said of another file, such as a budget that is imported, is said where the design stands: nobody may be looking at that file. */
    private static Diagnostic at(Definition.Design design, Diagnostic said) {
        return said.span().file().equals(design.span().file())
                ? said
                : new Diagnostic(said.code(), design.span(), said.message(), said.notes(), said.fixes())
                        .note(said.span(), "this is what it says");
    }

    /** The last network of each design. */
    public Results results() {
        List<Results.Known> known = new ArrayList<>();
        held.forEach((key, h) -> {
            if (h.answer() instanceof Answer.Found found) {
                known.add(new Results.Known(key.file(), key.design(), found.report(), h.current()));
            }
        });
        return new Results(known);
    }

    /** The last answer of a design and the version of its text. */
    public @Nullable Last last(String file, String design) {
        Held known = held.get(new Key(file, design));
        return known == null ? null : new Last(known.answer(), known.current(), known.version());
    }

    /** An answer, whether it belongs to the text as it is, and the version that it belongs to. */
    public record Last(Answer answer, boolean current, int version) {}
}
