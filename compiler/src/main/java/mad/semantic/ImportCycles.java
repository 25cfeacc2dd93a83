package mad.semantic;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import mad.ast.Item;
import mad.ast.SourceTree;
import mad.diagnostic.Diagnostic;
import org.jspecify.annotations.Nullable;

/** Finds the imports of a file that lead back to it. */
final class ImportCycles {
    private final Modules modules;
    private final String start;
    private final Set<String> visited = new HashSet<>();

    private ImportCycles(Modules modules, String start) {
        this.modules = modules;
        this.start = start;
    }

    static List<Diagnostic> find(Modules modules, SourceTree tree) {
        List<Diagnostic> found = new ArrayList<>();
        for (Item item : tree.items()) {
            if (item instanceof Item.Import imported) {
                String next = target(modules, tree.file(), imported);
                List<String> chain = next == null ? null : new ImportCycles(modules, tree.file()).back(next);
                if (chain != null) {
                    found.add(NameMessages.cycle(imported.target().span(), chain));
                }
            }
        }
        return found;
    }

    /** The way from {@code from} back to the start, breadth first so that long chains need no stack; null where there is none. */
    private @Nullable List<String> back(String from) {
        List<List<String>> queue = new ArrayList<>();
        queue.add(List.of(start, from));
        for (int i = 0; i < queue.size(); i++) {
            List<String> chain = queue.get(i);
            String last = chain.getLast();
            if (last.equals(start)) {
                return chain;
            }
            SourceTree tree = visited.add(last) ? modules.tree(last) : null;
            if (tree != null) {
                for (Item item : tree.items()) {
                    if (item instanceof Item.Import imported
                            && target(modules, last, imported) instanceof String next) {
                        List<String> longer = new ArrayList<>(chain);
                        longer.add(next);
                        queue.add(longer);
                    }
                }
            }
        }
        return null;
    }

    private static @Nullable String target(Modules modules, String file, Item.Import imported) {
        return modules.resolve(file, imported.target()) instanceof Modules.Resolution.Found found ? found.file() : null;
    }
}
