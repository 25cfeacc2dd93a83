package mad.lsp;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import mad.diagnostic.Diagnostic;
import mad.query.Snapshot;
import org.jspecify.annotations.Nullable;

/** The open texts and the folders of a session. One thread writes; whoever reads takes the whole state, which never changes. */
public final class Workspace {
    private volatile State state = State.initial();
    private volatile @Nullable List<String> files;
    /** What the texts that are imagined really are; nothing where the file is not open. */
    private final Map<String, Optional<Document>> real = new HashMap<>();

    /**
     * Everything at one moment.
     *
     * @param number of changes so far
     */
    public record State(Map<String, Document> open, List<Path> folders, Snapshot snapshot, long number) {
        static State initial() {
            return new State(Map.of(), List.of(), new Snapshot(OverlayWorld.of(Map.of(), List.of())), 0);
        }

        /** The address of a file, spelled as its editor does. */
        public String uri(String file) {
            Document document = open.get(file);
            return document != null ? document.uri() : Locations.uri(file);
        }

        /** The version of a file's text; 0 where no editor has it open. */
        public int version(String file) {
            Document document = open.get(file);
            return document == null ? 0 : document.version();
        }

        private State after(Map<String, Document> open, List<Path> folders, Set<String> changed) {
            OverlayWorld world = OverlayWorld.of(open, folders);
            return new State(Map.copyOf(open), List.copyOf(folders), snapshot.after(world, changed), number + 1);
        }
    }

    public State state() {
        return state;
    }

    /** The {@code .mad} files of all folders, on disk and open. */
    public List<String> files() {
        List<String> known = files;
        if (known == null) {
            known = ProjectFiles.below(state.folders());
            files = known;
        }
        Set<String> all = new java.util.TreeSet<>(known);
        state.open().keySet().stream().filter(f -> !f.startsWith("mad.")).forEach(all::add);
        return List.copyOf(all);
    }

    public synchronized void folders(List<Path> folders) {
        files = null;
        state = state.after(state.open(), folders, everything());
    }

    public synchronized void open(String file, Document document) {
        real.remove(file);
        Map<String, Document> open = new HashMap<>(state.open());
        open.put(file, document);
        files = null;
        state = state.after(open, state.folders(), Set.of(file));
    }

    /** Texts that are not open are left alone: a change of theirs is a client's mistake. */
    public synchronized void change(String file, int version, List<Document.Change> changes) {
        Optional<Document> actual = real.remove(file);
        Document document = actual == null ? state.open().get(file) : actual.orElse(null);
        if (document != null) {
            Map<String, Document> open = new HashMap<>(state.open());
            open.put(file, document.after(version, changes));
            state = state.after(open, state.folders(), Set.of(file));
        }
    }

    public synchronized void close(String file) {
        real.remove(file);
        Map<String, Document> open = new HashMap<>(state.open());
        open.remove(file);
        state = state.after(open, state.folders(), Set.of(file));
    }

    /**
     * Shows how everything is after edits that nobody has made. What the editor does next is done to the real texts.
     *
     * @param edits whose places do not overlap
     * @return the files that they are of
     */
    public synchronized Set<String> imagine(List<Diagnostic.Edit> edits) {
        Map<String, StringBuilder> texts = new HashMap<>();
        edits.stream()
                .sorted(Comparator.comparingInt((Diagnostic.Edit e) -> e.span().start())
                        .reversed())
                .forEach(e -> texts.computeIfAbsent(e.span().file(), this::text)
                        .replace(e.span().start(), e.span().end(), e.replacement()));
        Map<String, Document> open = new HashMap<>(state.open());
        texts.forEach((file, text) -> {
            Document known = open.get(file);
            real.putIfAbsent(file, Optional.ofNullable(known));
            open.put(
                    file,
                    known == null
                            ? new Document(Locations.uri(file), 0, text.toString())
                            : new Document(known.uri(), known.version(), text.toString()));
        });
        state = state.after(open, state.folders(), texts.keySet());
        return texts.keySet();
    }

    private StringBuilder text(String file) {
        return new StringBuilder(
                state.snapshot().source(file).map(s -> s.text()).orElse(""));
    }

    /** Gives all imagined texts up, and says of which files they were. */
    public synchronized Set<String> wakeUp() {
        Set<String> imagined = Set.copyOf(real.keySet());
        if (!imagined.isEmpty()) {
            Map<String, Document> open = new HashMap<>(state.open());
            real.forEach((file, document) ->
                    document.ifPresentOrElse(known -> open.put(file, known), () -> open.remove(file)));
            real.clear();
            state = state.after(open, state.folders(), imagined);
        }
        return imagined;
    }

    /** Files of the disk that changed, appeared or went; a folder stands for everything in it. */
    public synchronized Set<String> changedOnDisk(List<String> changed) {
        files = null;
        boolean folder = changed.stream().anyMatch(f -> !f.endsWith(".mad") && !f.endsWith(".csv"));
        Set<String> all = folder ? everything() : new HashSet<>(changed);
        Set<String> touched = state.snapshot().touched(all);
        state = state.after(state.open(), state.folders(), all);
        return touched;
    }

    private Set<String> everything() {
        Set<String> all = new HashSet<>(state.open().keySet());
        all.addAll(state.snapshot().files());
        return all;
    }

    /** The open files that see a file, itself first. */
    public static List<String> seers(State state, String file) {
        List<String> seers = new ArrayList<>(List.of(file));
        state.snapshot().touched(Set.of(file)).stream()
                .filter(f -> !f.equals(file) && state.open().containsKey(f))
                .sorted()
                .forEach(seers::add);
        return seers;
    }
}
