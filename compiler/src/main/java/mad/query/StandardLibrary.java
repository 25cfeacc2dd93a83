package mad.query;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** The modules that ship with the compiler: {@code mad.counting.thop} is the resource {@code mad/lib/counting/thop.mad}. */
public final class StandardLibrary {
    private static final String FOLDER = "/mad/lib/";

    private StandardLibrary() {}

    /** The names of all modules, sorted. */
    public static List<String> modules() {
        return read(FOLDER + "modules.txt").stream()
                .flatMap(String::lines)
                .filter(l -> !l.isBlank())
                .toList();
    }

    public static boolean isModule(String file) {
        return file.startsWith("mad.") && !file.contains("/") && !file.endsWith(".mad");
    }

    public static Optional<String> text(String module) {
        return isModule(module)
                ? read(FOLDER + module.substring("mad.".length()).replace('.', '/') + ".mad")
                : Optional.empty();
    }

    private static Optional<String> read(String resource) {
        try (InputStream in = StandardLibrary.class.getResourceAsStream(resource)) {
            return in == null ? Optional.empty() : Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
