package mad.query;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Files held in memory: unsaved texts of an editor, and tests. */
public final class MemoryWorld implements World {
    private final Map<String, String> files;

    public MemoryWorld(Map<String, String> files) {
        this.files = new TreeMap<>(files);
    }

    @Override
    public @Nullable String text(String file) {
        return files.get(file);
    }

    @Override
    public String resolve(String importer, String path) {
        String folder = importer.contains("/") ? importer.substring(0, importer.lastIndexOf('/') + 1) : "";
        java.util.ArrayDeque<String> parts = new java.util.ArrayDeque<>();
        for (String part : (folder + path).split("/")) {
            boolean up =
                    part.equals("..") && !parts.isEmpty() && !parts.getLast().equals("..");
            if (up) {
                parts.removeLast();
            } else if (!part.equals(".")) {
                parts.addLast(part);
            }
        }
        return String.join("/", parts);
    }

    @Override
    public boolean inside(String file) {
        return !file.startsWith("../") && !file.startsWith("/");
    }

    @Override
    public List<String> neighbours(String file) {
        return List.copyOf(files.keySet());
    }
}
