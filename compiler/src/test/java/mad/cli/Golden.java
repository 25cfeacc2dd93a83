package mad.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Expected output in {@code src/test/resources/cli}. {@code -Dgolden=write} writes what comes out; then read the difference. */
public final class Golden {
    private static final Path FOLDER = Path.of("src/test/resources/cli");

    private Golden() {}

    public static void check(String name, List<String> lines) throws IOException {
        check(name, String.join("\n", lines) + "\n");
    }

    /** Escapes are kept as {@code ␛}, so that a golden file can be read. */
    public static void check(String name, String text) throws IOException {
        String shown = text.replace('\u001b', '␛');
        Path file = FOLDER.resolve(name);
        if ("write".equals(System.getProperty("golden"))) {
            Files.createDirectories(FOLDER);
            Files.writeString(file, shown);
        }
        assertEquals(Files.readString(file), shown, name);
    }
}
