package mad.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import mad.query.FileWorld;
import mad.query.Snapshot;
import picocli.CommandLine.Option;

/** The files that a command was given. */
final class Project {
    static final String STDIN = "<stdin>";

    @Option(
            names = "--root",
            paramLabel = "FOLDER",
            description = {
                "The project: imports reach no file outside it.",
                "Default: the working folder, or the file's own."
            })
    Optional<Path> root = Optional.empty();

    private final Map<Path, Snapshot> snapshots = new HashMap<>();

    /** A file to work on, and the snapshot that holds it. */
    record Source(String file, Snapshot snapshot) {}

    Source open(String argument, Console console) {
        if (argument.equals("-")) {
            FileWorld files = root.map(FileWorld::new).orElseGet(() -> new FileWorld(Path.of("")));
            return new Source(STDIN, new Snapshot(new StdinWorld(console.readAll(), files)));
        }
        Path path = path(argument);
        if (!Files.isReadable(path)) {
            throw new Unusable(Files.exists(path) ? "cannot read " + argument : "there is no file " + argument);
        }
        if (Files.isDirectory(path)) {
            throw new Unusable(argument + " is a folder; name a file in it");
        }
        FileWorld world = root.map(FileWorld::new).orElseGet(() -> FileWorld.around(path));
        Snapshot snapshot = snapshots.computeIfAbsent(world.root(), folder -> new Snapshot(world));
        return new Source(identity(path), snapshot);
    }

    /** The arguments, with every folder replaced by all {@code .mad} files below it; each file once, however it is written. */
    static List<String> expand(List<String> arguments) {
        Set<String> files = new LinkedHashSet<>();
        for (String argument : arguments) {
            Path path = argument.equals("-") ? Path.of("-") : path(argument);
            if (argument.equals("-") || !Files.isDirectory(path)) {
                files.add(argument.equals("-") ? argument : identity(path));
                continue;
            }
            try (Stream<Path> below = Files.walk(path)) {
                below.filter(p -> p.toString().endsWith(".mad"))
                        .filter(Files::isRegularFile)
                        .map(Project::identity)
                        .sorted()
                        .forEach(files::add);
            } catch (IOException | UncheckedIOException e) {
                throw new Unusable("cannot read the folder " + argument);
            }
        }
        return List.copyOf(files);
    }

    static Path path(String argument) {
        try {
            return Path.of(argument);
        } catch (InvalidPathException e) {
            throw new Unusable("`" + argument + "` is no file name");
        }
    }

    /** The path from the working folder where the file lies below it: {@code a.mad}, {@code ./a.mad} and its absolute path are one file. */
    private static String identity(Path path) {
        Path here = Path.of("").toAbsolutePath().normalize();
        Path absolute = path.toAbsolutePath().normalize();
        Path shown = absolute.startsWith(here) && !absolute.equals(here) ? here.relativize(absolute) : path.normalize();
        return shown.toString().replace('\\', '/');
    }
}
