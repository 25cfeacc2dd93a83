package mad.cli;

import java.util.Locale;
import picocli.CommandLine.Option;

/** How answers look, and what stdout carries. */
final class Appearance extends Looks {
    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "text",
            description = {
                "What stdout carries: text for people, json for programs,",
                "short for one line per finding (CI)."
            })
    Format format = Format.TEXT;

    enum Format {
        TEXT,
        JSON,
        SHORT;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
