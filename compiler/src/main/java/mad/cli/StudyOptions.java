package mad.cli;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Option;

/** What a study is printed as, and where its plot goes. */
final class StudyOptions extends Looks {
    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "text",
            description = "What stdout carries: a text table, csv, or json with one line per point.")
    Format format = Format.TEXT;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "Writes the plot to FILE.svg, or the data to FILE.csv or FILE.json.")
    Optional<Path> output = Optional.empty();

    enum Format {
        TEXT,
        CSV,
        JSON;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** For what is said in findings. */
    Appearance findings() {
        Appearance appearance = new Appearance();
        appearance.quiet = quiet;
        return appearance;
    }
}
