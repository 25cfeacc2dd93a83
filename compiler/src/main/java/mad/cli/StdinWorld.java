package mad.cli;

import java.util.List;
import mad.query.FileWorld;
import mad.query.World;
import org.jspecify.annotations.Nullable;

/** Files of the disk, and what came through stdin as one more in the working folder. */
record StdinWorld(String stdin, FileWorld files) implements World {
    @Override
    public @Nullable String text(String file) {
        return file.equals(Project.STDIN) ? stdin : files.text(file);
    }

    @Override
    public String resolve(String importer, String path) {
        return files.resolve(importer.equals(Project.STDIN) ? "stdin.mad" : importer, path);
    }

    @Override
    public boolean inside(String file) {
        return file.equals(Project.STDIN) || files.inside(file);
    }

    @Override
    public List<String> neighbours(String file) {
        return files.neighbours(file.equals(Project.STDIN) ? "stdin.mad" : file);
    }
}
