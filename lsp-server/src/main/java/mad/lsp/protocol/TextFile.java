package mad.lsp.protocol;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import mad.query.FileWorld;

/** A text on disk that others change too. */
final class TextFile {
    private TextFile() {}

    /** By which a change is seen without reading. */
    record Stamp(FileTime time, long size) {
        private static final Stamp GONE = new Stamp(FileTime.fromMillis(0), -1);

        static Stamp of(Path path) {
            try {
                BasicFileAttributes now = Files.readAttributes(path, BasicFileAttributes.class);
                return new Stamp(now.lastModifiedTime(), now.size());
            } catch (IOException e) {
                return GONE;
            }
        }
    }

    static String read(Path path) throws IOException {
        String text = new FileWorld(path).text(path.toString());
        if (text == null) {
            throw new NoSuchFileException(path.toString());
        }
        return text;
    }

    /**
     * Replaces a text as a whole, so that no reader sees half of it.
     *
     * @param known what must stand there still
     * @throws IOException with a sentence for the user where something else stands there, or it cannot be written
     */
    static void write(Path path, String known, String text) throws IOException {
        Path real = path.toRealPath();
        String name = String.valueOf(real.getFileName());
        String there;
        try {
            there = Files.readString(real);
        } catch (CharacterCodingException e) {
            throw new IOException(name + " is not UTF-8 and was left as it is.", e);
        }
        if (!there.equals(known)) {
            throw new IOException(name + " has changed meanwhile and was left as it is: try again.");
        }
        Path written = Files.createTempFile(real.getParent(), "." + name, ".new");
        try {
            Files.copy(real, written, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.COPY_ATTRIBUTES);
            Files.write(written, text.getBytes(StandardCharsets.UTF_8));
            try {
                Files.move(written, real, StandardCopyOption.ATOMIC_MOVE);
            } catch (AtomicMoveNotSupportedException e) {
                Files.move(written, real, StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            throw new IOException(name + " cannot be written: " + e.getMessage(), e);
        } finally {
            Files.deleteIfExists(written);
        }
    }
}
