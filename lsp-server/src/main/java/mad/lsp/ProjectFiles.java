package mad.lsp;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** The {@code .mad} files below folders: not those of hidden folders or of what tools have put there, and not without end. */
final class ProjectFiles {
    private static final int MOST_FILES = 2_000;
    private static final int MOST_VISITS = 50_000;
    private static final int DEEPEST = 12;
    private static final Set<String> FOREIGN = Set.of("node_modules", "target", "build", "dist", "out");

    private ProjectFiles() {}

    static List<String> below(List<Path> folders) {
        List<String> found = new ArrayList<>();
        for (Path folder : folders) {
            try {
                Files.walkFileTree(
                        folder, EnumSet.noneOf(java.nio.file.FileVisitOption.class), DEEPEST, new Visitor(found));
            } catch (IOException e) {
                // A folder that cannot be read has no files for us.
                continue;
            }
        }
        return List.copyOf(found);
    }

    private static final class Visitor extends SimpleFileVisitor<Path> {
        private final List<String> found;
        private int visits;

        Visitor(List<String> found) {
            this.found = found;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            Path name = folder.getFileName();
            boolean foreign = name != null
                    && (FOREIGN.contains(name.toString()) || name.toString().startsWith("."));
            return foreign ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (file.toString().endsWith(".mad")) {
                found.add(file.normalize().toString().replace('\\', '/'));
            }
            return found.size() < MOST_FILES && ++visits < MOST_VISITS
                    ? FileVisitResult.CONTINUE
                    : FileVisitResult.TERMINATE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException problem) {
            return FileVisitResult.CONTINUE;
        }
    }
}
