package mad.cli;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import mad.export.Format;
import mad.model.Definition;
import mad.query.Designs.ProgramText;
import mad.query.Question;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "lower",
        header = "Print the mathematical program of a design.",
        description = {
            "The canonical text of what the solver sees: variables and their domains, shared terms, constraints, objective, and",
            "the steps that led there. The same design always gives the same text. With --to, the program in the format of",
            "another solver, of one design at a time: exactly the same designs, or a refusal that names what cannot be said."
        },
        footer = {
            "",
            "Examples:",
            "  mad lower examples/deepmad-r18.mad",
            "  mad lower nets/phone.mad Phone --set limit=1.2G",
            "  mad lower --to nl examples/deepmad-r18.mad > r18.nl",
            "                                         for AMPL's solvers; cip is SCIP's own format",
            "  diff <(mad lower old.mad) <(mad lower new.mad)"
        })
final class LowerCommand implements Callable<Integer> {
    private final Console console;
    private final Engine.Maker engines;

    @Parameters(index = "0", paramLabel = "FILE", description = "The file; `-` reads stdin.")
    String file = "";

    @Parameters(index = "1..*", paramLabel = "DESIGN", description = "Designs of it. Default: all.")
    List<String> designs = List.of();

    @Option(
            names = "--to",
            paramLabel = "FORMAT",
            description = {
                "For another solver: nl (AMPL), minizinc, cip (SCIP), or,",
                "where the program is linear, lp or mps."
            })
    Optional<Format> format = Optional.empty();

    @Mixin
    Settings settings = new Settings();

    @Mixin
    Project project = new Project();

    @Mixin
    Appearance appearance = new Appearance();

    LowerCommand(Console console, Engine.Maker engines) {
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
        Findings findings = new Findings();
        Effort effort = new Effort();
        Engine engine = engines.over(source.snapshot(), effort.threads());
        String separator = "";
        List<Definition.Design> targets = Targets.of(source, designs);
        if (format.isPresent() && targets.size() > 1) {
            throw new Unusable("a file in another format holds one program; name one design of "
                    + targets.stream().map(Definition.Design::name).collect(Collectors.joining(", ")));
        }
        for (Definition.Design design : targets) {
            Question question = effort.question(source.file(), design.name(), settings.arguments(design));
            switch (format.map(f -> engine.program(question, f)).orElseGet(() -> engine.program(question))) {
                case ProgramText.Text program -> {
                    shown.out().print(separator + program.text());
                    separator = "\n";
                }
                case ProgramText.Refused refused -> findings.add(refused.diagnostics(), source.snapshot());
            }
        }
        FindingsPrinter.tell(findings, appearance, shown);
        return (findings.hasErrors() ? Exit.FINDINGS : Exit.OK).code();
    }
}
