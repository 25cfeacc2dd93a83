package mad.cli;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "check",
        header = "Find what is wrong in files.",
        description = {
            "Reads each file and what it imports: syntax, names, types, units, networks. Designs without decisions are evaluated",
            "against their limits, and `check` items on them are tested. Those with decisions are only solved with --solve.",
            "A folder stands for all .mad files below it, `-` for stdin. Findings go to stdout."
        },
        footer = {
            "",
            "Examples:",
            "  mad check nets/r18.mad                 one file",
            "  mad check --format short nets          a folder, one line per finding, for CI",
            "  mad check --solve --work 1M nets/r18.mad",
            "                                         solve its designs and test their checks too"
        })
final class CheckCommand implements Callable<Integer> {
    private final Console console;
    private final Engine.Maker engines;
    private final Interrupt interrupt;

    @Parameters(paramLabel = "FILE", arity = "1..*", description = "Files or folders; `-` reads stdin.")
    List<String> files = List.of();

    @Option(names = "--solve", description = "Solve designs with decisions, and test their checks.")
    boolean solve;

    @Mixin
    Effort effort = new Effort();

    @Mixin
    Project project = new Project();

    @Mixin
    Appearance appearance = new Appearance();

    CheckCommand(Console console, Engine.Maker engines, Interrupt interrupt) {
        this.console = console;
        this.engines = engines;
        this.interrupt = interrupt;
    }

    @Override
    public Integer call() {
        Console shown = appearance.on(console);
        Inspection inspection = new Inspection(engines, effort, solve, interrupt, shown, appearance);
        List<String> all = Project.expand(files);
        for (String file : all) {
            inspection.inspect(project.open(file, shown));
            if (interrupt.happened()) {
                break;
            }
        }
        FindingsPrinter.printAsData(inspection.findings(), appearance, shown);
        if (!appearance.quiet) {
            shown.tell(inspection.summary(all.size()));
        }
        Exit exit = inspection.findings().hasErrors() ? Exit.FINDINGS : Exit.OK;
        return (interrupt.happened() ? Exit.INTERRUPTED : exit).code();
    }
}
