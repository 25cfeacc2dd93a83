package mad.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import mad.query.Designs;
import mad.query.FileWorld;
import mad.query.Snapshot;

/** The files of this repository, as the tests see them. */
final class Repository {
    static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    static final FileWorld WORLD = new FileWorld(ROOT);
    static final Snapshot SNAPSHOT = new Snapshot(WORLD);
    static final Designs DESIGNS = new Designs(SNAPSHOT, System::nanoTime, Runnable::run);

    private Repository() {}

    /** The identity of a file given by its path from the root. */
    static String file(String path) {
        return ROOT.resolve(path).toString();
    }

    /** Every {@code .mad} file of a folder and its folders, by paths from the root, sorted. */
    static List<String> files(String folder) {
        try (Stream<Path> walk = Files.walk(ROOT.resolve(folder))) {
            return walk.map(file -> ROOT.relativize(file).toString().replace('\\', '/'))
                    .filter(file -> file.endsWith(".mad"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String text(String path) {
        try {
            return Files.readString(ROOT.resolve(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The rows of a test resource of comma-separated values, without its head. */
    static List<List<String>> table(String resource) {
        return text("compiler/src/test/resources/mad/acceptance/" + resource)
                .lines()
                .skip(1)
                .map(line -> List.of(line.split(",")))
                .toList();
    }
}
