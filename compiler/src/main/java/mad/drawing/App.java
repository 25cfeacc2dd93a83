package mad.drawing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The built files of the preview: its program, its style, and its drawings for engines without a browser. */
public final class App {
    private static final String FOLDER = "/mad/preview/";

    private App() {}

    public static String script() {
        return text("preview.js");
    }

    public static String style() {
        return text("preview.css");
    }

    static String drawings() {
        return text("render.js");
    }

    private static String text(String name) {
        try (InputStream in = App.class.getResourceAsStream(FOLDER + name)) {
            if (in == null) {
                throw new Unavailable(
                        "this MAD was built without its preview, because Node.js was missing: install Node.js 20 or later with npm,"
                                + " and build it again");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
