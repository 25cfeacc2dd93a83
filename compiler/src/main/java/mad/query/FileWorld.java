package mad.query;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The files of the disk below one folder. */
public final class FileWorld implements World {
    private final Path root;

    /** @param root the project: imports reach no file outside it */
    public FileWorld(Path root) {
        this.root = real(root);
    }

    /** The project that a file belongs to: the working folder where that holds it, else the file's own folder. */
    public static FileWorld around(Path file) {
        Path here = real(Path.of(""));
        Path absolute = file.toAbsolutePath().normalize();
        Path parent = absolute.getParent();
        return new FileWorld(absolute.startsWith(here) || parent == null ? here : parent);
    }

    public Path root() {
        return root;
    }

    @Override
    public @Nullable String text(String file) {
        try {
            return decode(Files.readAllBytes(Path.of(file)));
        } catch (IOException | InvalidPathException e) {
            return null;
        }
    }

    /** UTF-8, or Latin-1 where the bytes are no UTF-8, so that any file has a text and errors have places. */
    private static String decode(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            return new String(bytes, StandardCharsets.ISO_8859_1);
        }
    }

    @Override
    public String resolve(String importer, String path) {
        try {
            Path folder = Path.of(importer).getParent();
            Path resolved = folder == null ? Path.of(path) : folder.resolve(path);
            return resolved.normalize().toString().replace('\\', '/');
        } catch (InvalidPathException e) {
            return path;
        }
    }

    @Override
    public boolean inside(String file) {
        try {
            return real(Path.of(file)).startsWith(root);
        } catch (InvalidPathException e) {
            return false;
        }
    }

    @Override
    public List<String> neighbours(String file) {
        Path folder = Path.of(file).toAbsolutePath().getParent();
        if (folder == null) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(p -> p.getFileName().toString())
                    .filter(n -> n.endsWith(".mad"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            return List.of();
        }
    }

    /** The path with links followed as far as it exists, so that a link cannot lead outside unnoticed. */
    private static Path real(Path path) {
        Path absolute = path.toAbsolutePath().normalize();
        try {
            return absolute.toRealPath();
        } catch (IOException e) {
            Path parent = absolute.getParent();
            return parent == null ? absolute : real(parent).resolve(absolute.getFileName());
        }
    }
}
