package mad.editor;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import mad.diagnostic.Diagnostic;
import mad.diagnostic.Severity;
import mad.query.Snapshot;
import mad.source.Span;

/** Gives a name another spelling, wherever it is used. What would break a file is refused. */
public final class Rename {
    private static final Pattern NAME = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_]*");

    private Rename() {}

    /** What came of it. */
    public sealed interface Outcome {
        record Done(List<Diagnostic.Edit> edits) implements Outcome {
            public Done {
                edits = List.copyOf(edits);
            }
        }

        record Refused(String reason) implements Outcome {}
    }

    /** The name under the cursor where it may be renamed. */
    public static Optional<Span> prepare(Cursor cursor) {
        Optional<Names.Meaning> meaning = Names.at(cursor);
        boolean known = meaning.isPresent()
                && !meaning.get().declared().isEmpty()
                && meaning.get().declared().stream().noneMatch(d -> d.end() == 0 || Names.isStandard(d))
                && !Names.occurrences(cursor, List.of()).isEmpty();
        return known ? meaning.map(Names.Meaning::name) : Optional.empty();
    }

    public static Outcome to(Cursor cursor, List<String> files, String name) {
        if (prepare(cursor).isEmpty()) {
            return new Outcome.Refused("Only what the project itself names can be renamed.");
        }
        if (!NAME.matcher(name).matches() || !isFree(name)) {
            return new Outcome.Refused(
                    "`" + name + "` is not a name: one starts with a letter or `_` and is no keyword.");
        }
        List<Diagnostic.Edit> edits = Names.occurrences(cursor, files).stream()
                .map(s -> new Diagnostic.Edit(s, name))
                .toList();
        Snapshot after = cursor.snapshot().with(Applied.texts(cursor.snapshot(), edits));
        Set<String> seen = new LinkedHashSet<>(files);
        seen.add(cursor.file());
        for (String file : seen) {
            List<Diagnostic> errors = errors(after, file);
            if (errors.size() > errors(cursor.snapshot(), file).size()) {
                return new Outcome.Refused(
                        "That would break the program: " + errors.getFirst().message());
            }
        }
        return new Outcome.Done(edits);
    }

    private static boolean isFree(String name) {
        Snapshot probe = new Snapshot(new mad.query.MemoryWorld(Map.of("probe.mad", "let " + name + " = 1")));
        return probe.syntaxDiagnostics("probe.mad").isEmpty();
    }

    private static List<Diagnostic> errors(Snapshot snapshot, String file) {
        return snapshot.diagnostics(file).stream()
                .filter(d -> d.severity() == Severity.ERROR)
                .toList();
    }

    /** Names that change together while typing: those of a local name, whose places are all in sight. */
    public static List<Span> linked(Cursor cursor) {
        Optional<Names.Meaning> meaning = Names.at(cursor);
        boolean local = meaning.isPresent()
                && meaning.get().declared().stream()
                        .allMatch(d -> d.file().equals(cursor.file())
                                && Names.declaration(cursor.snapshot(), d)
                                        .map(Rename::isLocal)
                                        .orElse(false));
        return local && prepare(cursor).isPresent() ? Names.occurrences(cursor, List.of()) : List.of();
    }

    private static boolean isLocal(Declaration declaration) {
        return switch (declaration.kind()) {
            case LOCAL, DECISION, ELEMENT -> true;
            case PARAMETER,
                    STEM,
                    STAGE,
                    HEAD,
                    CONSTANT,
                    FUNCTION,
                    METRIC,
                    BLOCK,
                    SPACE,
                    BUDGET,
                    DESIGN,
                    TABLE,
                    SWEEP,
                    FRONTIER,
                    ALIAS,
                    BROKEN -> false;
        };
    }

    /** Texts after edits. */
    static final class Applied {
        private Applied() {}

        static Map<String, String> texts(Snapshot snapshot, List<Diagnostic.Edit> edits) {
            Map<String, List<Diagnostic.Edit>> byFile = new HashMap<>();
            edits.forEach(e -> byFile.computeIfAbsent(e.span().file(), f -> new ArrayList<>())
                    .add(e));
            Map<String, String> texts = new HashMap<>();
            byFile.forEach((file, here) -> texts.put(
                    file, text(snapshot.source(file).map(s -> s.text()).orElse(""), here)));
            return texts;
        }

        static String text(String before, List<Diagnostic.Edit> edits) {
            List<Diagnostic.Edit> sorted = new ArrayList<>(edits);
            sorted.sort(java.util.Comparator.comparingInt(
                            (Diagnostic.Edit e) -> e.span().start())
                    .reversed());
            StringBuilder text = new StringBuilder(before);
            for (Diagnostic.Edit edit : sorted) {
                text.replace(edit.span().start(), edit.span().end(), edit.replacement());
            }
            return text.toString();
        }
    }
}
