package mad.lsp;

import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Path;
import java.util.Optional;
import mad.query.StandardLibrary;

/** Between the addresses of editors and the identities of files. A file of the disk is its path, everything else its address. */
public final class Locations {
    /** The scheme of read-only documents that exist nowhere on disk. */
    public static final String SCHEME = "mad";

    private static final String LIBRARY = SCHEME + ":/library/";
    private static final String PROGRAM = SCHEME + ":/program/";

    private Locations() {}

    /** A lowered program: the one of {@code design} in {@code file}. */
    public record Program(String file, String design) {}

    public static String file(String uri) {
        if (uri.startsWith(LIBRARY)) {
            String name = uri.substring(LIBRARY.length());
            return name.endsWith(".mad") ? name.substring(0, name.length() - ".mad".length()) : name;
        }
        if (!uri.startsWith("file:")) {
            return uri;
        }
        try {
            return Path.of(URI.create(uri)).normalize().toString().replace('\\', '/');
        } catch (IllegalArgumentException | FileSystemNotFoundException e) {
            return uri;
        }
    }

    public static String uri(String file) {
        if (StandardLibrary.isModule(file)) {
            return LIBRARY + file + ".mad";
        }
        boolean path = file.startsWith("/") || file.length() > 2 && file.charAt(1) == ':';
        return path ? Path.of(file).toUri().toString() : file;
    }

    public static String programUri(String file, String design) {
        return PROGRAM + URLEncoder.encode(uri(file), StandardCharsets.UTF_8) + "/"
                + URLEncoder.encode(design, StandardCharsets.UTF_8) + ".txt";
    }

    public static Optional<Program> program(String uri) {
        if (!uri.startsWith(PROGRAM) || !uri.endsWith(".txt")) {
            return Optional.empty();
        }
        // Some clients decode what they are given: the design is then still the last part.
        String rest = uri.substring(PROGRAM.length(), uri.length() - ".txt".length());
        int slash = rest.lastIndexOf('/');
        if (slash < 0) {
            return Optional.empty();
        }
        String file = URLDecoder.decode(rest.substring(0, slash), StandardCharsets.UTF_8);
        String design = URLDecoder.decode(rest.substring(slash + 1), StandardCharsets.UTF_8);
        return Optional.of(new Program(file(file), design));
    }
}
