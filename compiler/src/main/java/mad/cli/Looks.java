package mad.cli;

import java.util.Locale;
import mad.cli.render.Screen;
import picocli.CommandLine.Option;

/** How much is said, and in which colours. */
class Looks {
    @Option(
            names = "--color",
            paramLabel = "WHEN",
            defaultValue = "auto",
            description = "auto (on a terminal, unless NO_COLOR is set), always or never.")
    Colour colour = Colour.AUTO;

    @Option(
            names = {"-q", "--quiet"},
            description = "No progress, hints or summaries on stderr.")
    boolean quiet;

    enum Colour {
        AUTO,
        ALWAYS,
        NEVER;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    Console on(Console console) {
        return switch (colour) {
            case AUTO -> console;
            case ALWAYS -> console.withColour(true);
            case NEVER -> console.withColour(false);
        };
    }

    /** The screen that progress is drawn on; one that is no terminal shows none. */
    Screen progressScreen(Console console) {
        Screen screen = console.errScreen();
        return quiet ? new Screen(false, screen.columns(), screen.unicode(), screen.colour()) : screen;
    }
}
