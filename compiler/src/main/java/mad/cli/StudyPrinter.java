package mad.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import mad.cli.render.StudyTable;
import mad.cli.render.Tone;
import mad.diagnostic.Diagnostic;
import mad.emit.PlotSvg;
import mad.emit.StudyCsv;
import mad.emit.StudyJson;
import mad.query.Snapshot;
import mad.query.Study;

/** Prints studies, writes their plots, and says what they mean for the exit code. */
final class StudyPrinter {
    private final StudyOptions options;
    private final Console console;
    private final Snapshot snapshot;
    private boolean first = true;

    StudyPrinter(StudyOptions options, Console console, Snapshot snapshot) {
        this.options = options;
        this.console = console;
        this.snapshot = snapshot;
    }

    /** Before anything is solved: that the file named by {@code -o} can hold what is asked for. */
    void require(int studies) {
        options.output.ifPresent(path -> {
            if (!List.of("svg", "csv", "json").contains(extension(path))) {
                throw new Unusable("-o wants a file name that ends with .svg, .csv or .json, not `" + path + "`");
            }
            if (studies > 1) {
                throw new Unusable("-o takes one item at a time; name one");
            }
        });
    }

    Exit print(Study study) {
        switch (options.format) {
            case TEXT -> {
                if (!first) {
                    console.print("");
                }
                console.print(StudyTable.lines(study, console.outScreen()));
            }
            case CSV -> console.print(StudyCsv.lines(study));
            case JSON -> console.print(StudyJson.lines(study, snapshot));
        }
        first = false;
        options.output.ifPresent(path -> write(path, study));
        Findings findings = new Findings();
        study.points().forEach(point -> findings.add(point.diagnostics(), snapshot));
        FindingsPrinter.tell(findings, options.findings(), console);
        Exit exit = exit(study);
        if (exit == Exit.UNPROVED && !options.quiet) {
            long open = study.points().stream()
                    .filter(p -> exit(p.status()) == Exit.UNPROVED)
                    .count();
            String what = open + " of " + study.points().size() + " points stopped without proof.";
            console.tell(console.errScreen().paint(Tone.WARNING, what)
                    + " Their designs are feasible and re-checked; only their gaps are above --gap.");
        }
        return exit;
    }

    Exit refuse(List<Diagnostic> diagnostics) {
        Findings findings = new Findings();
        findings.add(diagnostics, snapshot);
        FindingsPrinter.tell(findings, options.findings(), console);
        return Exit.FINDINGS;
    }

    /** A point that is proved infeasible is an answer; a study of nothing else is infeasible. */
    private static Exit exit(Study study) {
        Exit exit = Exit.OK;
        boolean nothing = !study.points().isEmpty();
        for (Study.Point point : study.points()) {
            nothing &= point.status() == Study.Status.INFEASIBLE;
            exit = exit.and(exit(point.status()));
        }
        return nothing ? Exit.INFEASIBLE : exit;
    }

    private static Exit exit(Study.Status status) {
        return switch (status) {
            case OPTIMAL, EVALUATED, INFEASIBLE -> Exit.OK;
            case FEASIBLE, NOTHING_FOUND -> Exit.UNPROVED;
            case VIOLATED, REFUSED -> Exit.FINDINGS;
        };
    }

    private void write(Path path, Study study) {
        List<String> lines = new ArrayList<>(
                switch (extension(path)) {
                    case "csv" -> StudyCsv.lines(study);
                    case "json" -> StudyJson.lines(study, snapshot);
                    default -> PlotSvg.of(study).lines().toList();
                });
        lines.add("");
        try {
            Files.writeString(path, String.join("\n", lines));
        } catch (IOException e) {
            throw new Unusable("cannot write " + path);
        }
        if (!options.quiet) {
            console.tell("Wrote " + path + ".");
        }
    }

    private static String extension(Path path) {
        String name = path.toString().toLowerCase(Locale.ROOT);
        return name.substring(name.lastIndexOf('.') + 1);
    }
}
