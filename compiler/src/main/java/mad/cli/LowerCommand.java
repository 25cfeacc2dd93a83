package mad.cli;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import mad.cli.render.StructureText;
import mad.emit.StructureJson;
import mad.export.Format;
import mad.model.Definition;
import mad.query.Designs.ProgramText;
import mad.query.Designs.Structured;
import mad.query.Question;
import mad.query.StructureReport;
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
            "another solver, of one design at a time: exactly the same designs, or a refusal that names what cannot be said.",
            "With --structure, what the exact solver found in it: kinds of constraints, the chain of clusters, and the engine."
        },
        footer = {
            "",
            "Examples:",
            "  mad lower examples/deepmad-r18.mad",
            "  mad lower nets/phone.mad Phone --set limit=1.2G",
            "  mad lower --to nl examples/deepmad-r18.mad > r18.nl",
            "                                         for AMPL's solvers; cip is SCIP's own format",
            "  mad lower --structure examples/deepmad-r18.mad",
            "                                         what the proof rests on, or why it takes the general path",
            "  diff <(mad lower old.mad) <(mad lower new.mad)"
        })
final class LowerCommand implements Callable<Integer> {
    private final Console console;
    private final Engine.Maker engines;
    private String separator = "";

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

    @Option(
            names = "--structure",
            description = {
                "What the exact solver sees in the program, instead of its",
                "text; with --format json, one line of JSON per design."
            })
    boolean structure;

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
        if (structure && format.isPresent()) {
            throw new Unusable("--structure describes the program and --to writes it; ask for one of them");
        }
        if (!structure && appearance.format == Appearance.Format.JSON) {
            throw new Unusable("a program is text: --format json goes with --structure; other formats with --to");
        }
        Project.Source source = project.open(file, shown);
        if (!Readiness.isReady(source, appearance, shown)) {
            return Exit.FINDINGS.code();
        }
        Findings findings = new Findings();
        Effort effort = new Effort();
        Engine engine = engines.over(source.snapshot(), effort.threads());
        List<Definition.Design> targets = Targets.of(source, designs);
        if (format.isPresent() && targets.size() > 1) {
            throw new Unusable("a file in another format holds one program; name one design of "
                    + targets.stream().map(Definition.Design::name).collect(Collectors.joining(", ")));
        }
        for (Definition.Design design : targets) {
            Question question = effort.question(source.file(), design.name(), settings.arguments(design));
            if (structure) {
                switch (engine.structure(question)) {
                    case Structured.Known known -> show(known.report(), shown);
                    case Structured.Refused refused -> findings.add(refused.diagnostics(), source.snapshot());
                }
            } else {
                switch (format.map(f -> engine.program(question, f)).orElseGet(() -> engine.program(question))) {
                    case ProgramText.Text program -> print(program.text(), shown);
                    case ProgramText.Refused refused -> findings.add(refused.diagnostics(), source.snapshot());
                }
            }
        }
        FindingsPrinter.tell(findings, appearance, shown);
        return (findings.hasErrors() ? Exit.FINDINGS : Exit.OK).code();
    }

    private void show(StructureReport report, Console shown) {
        if (appearance.format == Appearance.Format.JSON) {
            shown.print(StructureJson.line(report));
        } else {
            print(StructureText.of(report), shown);
        }
    }

    private void print(String text, Console shown) {
        shown.out().print(separator + text);
        separator = "\n";
    }
}
