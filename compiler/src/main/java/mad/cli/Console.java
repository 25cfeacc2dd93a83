package mad.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import mad.cli.render.Screen;

/** The streams of one run: data goes to {@code out}, words for people to {@code err}. */
record Console(InputStream in, PrintStream out, PrintStream err, Screen outScreen, Screen errScreen) {

    void print(List<String> lines) {
        lines.forEach(this::print);
    }

    /** One line of data. Always ends with {@code \n}: what is printed is the same everywhere. */
    void print(String line) {
        out.print(line + "\n");
    }

    void tell(List<String> lines) {
        lines.forEach(this::tell);
    }

    /** One line for people, after all data that came before it. */
    void tell(String line) {
        out.flush();
        err.print(line + "\n");
    }

    String readAll() {
        try {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Console withColour(boolean colour) {
        return new Console(in, out, err, coloured(outScreen, colour), coloured(errScreen, colour));
    }

    private static Screen coloured(Screen screen, boolean colour) {
        return new Screen(screen.terminal(), screen.columns(), screen.unicode(), colour);
    }
}
