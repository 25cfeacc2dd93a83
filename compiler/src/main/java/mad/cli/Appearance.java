package mad.cli;

import java.util.Locale;
import mad.cli.render.Screen;
import picocli.CommandLine.Option;

/** How answers look. */
final class Appearance {
    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "text",
            description = {
                "What stdout carries: text for people, json for programs,",
                "short for one line per finding (CI)."
            })
    Format format = Format.TEXT;

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

    enum Format {
        TEXT,
        JSON,
        SHORT;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

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
