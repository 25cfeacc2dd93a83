package mad.cli;

import java.util.List;
import java.util.concurrent.Callable;
import mad.model.Definition;
import mad.query.Answer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
        name = "eval",
        header = "Compute every number of a given network.",
        description = {
            "Evaluates designs without decisions; where there are decisions, --set gives each its value. Nothing is searched for.",
            "A limit or requirement that does not hold is shown, and the exit code is 1."
        },
        footer = {
            "",
            "Examples:",
            "  mad eval examples/networks/resnet50.mad",
            "  mad eval nets/r18.mad R18 --set s1.out=64,s1.depth=2,s2.out=128",
            "                                         values for the decisions of stages s1 and s2",
            "  mad eval nets/r18.mad --format json | jq '.stages[] | {name, macs}'"
        })
final class EvalCommand implements Callable<Integer> {
    private final Console console;
    private final Engine.Maker engines;

    @Parameters(index = "0", paramLabel = "FILE", description = "The file; `-` reads stdin.")
    String file = "";

    @Parameters(index = "1..*", paramLabel = "DESIGN", description = "Designs of it. Default: all.")
    List<String> designs = List.of();

    @Mixin
    Settings settings = new Settings();

    @Mixin
    Project project = new Project();

    @Mixin
    Appearance appearance = new Appearance();

    EvalCommand(Console console, Engine.Maker engines) {
        this.console = console;
        this.engines = engines;
    }

    @Override
    public Integer call() {
        Console shown = appearance.on(console);
        Project.Source source = project.open(file, shown);
        if (!Readiness.isReady(source, appearance, shown)) {
            return Exit.FINDINGS.code();
        }
        AnswerPrinter printer = new AnswerPrinter(appearance, shown);
        Effort effort = new Effort();
        Engine engine = engines.over(source.snapshot(), effort.threads());
        Exit exit = Exit.OK;
        for (Definition.Design design : Targets.of(source, designs)) {
            Settings.Values values = settings.values(design);
            Answer answer = engine.evaluate(
                    effort.question(source.file(), design.name(), values.arguments()), values.decisions());
            // The gap of a given network is of no interest: infinite is enough.
            exit = exit.and(printer.print(design.name(), answer, source.snapshot(), Double.POSITIVE_INFINITY));
        }
        return exit.code();
    }
}
