package mad.lsp;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import mad.query.FileWorld;
import mad.query.World;
import org.jspecify.annotations.Nullable;

/**
 * Open texts above the files of the disk, in any number of roots. A file that is open outside all roots brings its own folder along.
 *
 * @param roots at least one
 */
record OverlayWorld(Map<String, Document> open, List<FileWorld> roots) implements World {
    static OverlayWorld of(Map<String, Document> open, List<Path> folders) {
        List<FileWorld> roots =
                new java.util.ArrayList<>(folders.stream().map(FileWorld::new).toList());
        for (String file : open.keySet()) {
            if (file.startsWith("/") && roots.stream().noneMatch(r -> r.inside(file))) {
                Path parent = Path.of(file).getParent();
                roots.add(new FileWorld(parent == null ? Path.of(file) : parent));
            }
        }
        if (roots.isEmpty()) {
            roots.add(new FileWorld(Path.of("")));
        }
        return new OverlayWorld(Map.copyOf(open), List.copyOf(roots));
    }

    @Override
    public @Nullable String text(String file) {
        Document document = open.get(file);
        return document != null ? document.text() : roots.getFirst().text(file);
    }

    @Override
    public String resolve(String importer, String path) {
        return roots.getFirst().resolve(importer, path);
    }

    @Override
    public boolean inside(String file) {
        return open.containsKey(file) || roots.stream().anyMatch(r -> r.inside(file));
    }

    @Override
    public List<String> neighbours(String file) {
        return roots.getFirst().neighbours(file);
    }
}
