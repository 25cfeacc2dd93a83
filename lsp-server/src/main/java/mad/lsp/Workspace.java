package mad.lsp;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import mad.query.Snapshot;
import org.jspecify.annotations.Nullable;

/** The open texts and the folders of a session. One thread writes; whoever reads takes the whole state, which never changes. */
public final class Workspace {
    private volatile State state = State.initial();
    private volatile @Nullable List<String> files;

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
        Map<String, Document> open = new HashMap<>(state.open());
        open.put(file, document);
        files = null;
        state = state.after(open, state.folders(), Set.of(file));
    }

    /** Texts that are not open are left alone: a change of theirs is a client's mistake. */
    public synchronized void change(String file, int version, List<Document.Change> changes) {
        Document document = state.open().get(file);
        if (document != null) {
            Map<String, Document> open = new HashMap<>(state.open());
            open.put(file, document.after(version, changes));
            state = state.after(open, state.folders(), Set.of(file));
        }
    }

    public synchronized void close(String file) {
        Map<String, Document> open = new HashMap<>(state.open());
        open.remove(file);
        state = state.after(open, state.folders(), Set.of(file));
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
