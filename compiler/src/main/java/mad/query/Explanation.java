package mad.query;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import mad.diagnostic.Code;

/** The page that explains a code. */
public final class Explanation {
    private Explanation() {}

    /** Its Markdown; empty where nobody has written it yet. */
    public static Optional<String> page(Code code) {
        try (InputStream in = Explanation.class.getResourceAsStream("/mad/errors/" + code.id() + ".md")) {
            return in == null ? Optional.empty() : Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
