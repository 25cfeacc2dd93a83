package mad.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.concurrent.Callable;
import mad.diagnostic.Severity;
import mad.format.Formatter;
import mad.query.Snapshot;
import mad.source.SourceFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "fmt",
        header = "Write files in the canonical layout.",
        description = {
            "Rewrites each file in place and names those that changed. Meaning and comments stay. A file with syntax errors is",
            "left alone. A folder stands for all .mad files below it; `-` is --stdin."
        },
        footer = {
            "",
            "Examples:",
            "  mad fmt nets                           a folder",
            "  mad fmt --check nets                   for CI: names what would change, exit code 1 if anything",
            "  mad fmt --stdin < net.mad > tidy.mad"
        })
final class FmtCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(paramLabel = "FILE", arity = "0..*", description = "Files or folders.")
    List<String> files = List.of();

    @Option(names = "--check", description = "Change nothing; name the files that would change.")
    boolean check;

    @Option(names = "--stdin", description = "Read stdin, write stdout.")
    boolean stdin;

    @Mixin
    Project project = new Project();

    @Mixin
    Appearance appearance = new Appearance();

    FmtCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Console shown = appearance.on(console);
        if (stdin == !files.isEmpty()) {
            throw new Unusable(stdin ? "--stdin takes no files" : "name files to format, or use --stdin");
        }
        Exit exit = Exit.OK;
        for (String file : stdin ? List.of("-") : Project.expand(files)) {
            exit = exit.and(format(project.open(file, shown), shown));
        }
        return exit.code();
    }

    private Exit format(Project.Source source, Console shown) {
        Snapshot snapshot = source.snapshot();
        SourceFile file = snapshot.source(source.file()).orElseThrow();
        if (snapshot.syntaxDiagnostics(source.file()).stream().anyMatch(d -> d.severity() == Severity.ERROR)) {
            Findings findings = new Findings();
            findings.add(snapshot.syntaxDiagnostics(source.file()), snapshot);
            FindingsPrinter.tell(findings, appearance, shown);
            return Exit.FINDINGS;
        }
        String formatted = Formatter.format(file);
        boolean changed = !formatted.equals(file.text());
        if (check) {
            if (changed) {
                shown.print(source.file());
            }
            return changed ? Exit.FINDINGS : Exit.OK;
        }
        if (source.file().equals(Project.STDIN)) {
            shown.out().print(formatted);
        } else if (changed) {
            write(source.file(), formatted);
            if (!appearance.quiet) {
                shown.tell("formatted " + source.file());
            }
        }
        return Exit.OK;
    }

    private static void write(String file, String text) {
        try {
            Files.writeString(Project.path(file), text);
        } catch (IOException e) {
            throw new Unusable("cannot write " + file);
        }
    }
}
