package mad.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import mad.model.Definition;
import mad.query.Designs;
import mad.query.Progress;
import mad.query.Question;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "solve",
        header = "Find the best network of a space within its budgets.",
        description = {
            "Solves the designs of a file, all of them unless some are named, and prints each: its stages, what they cost, and",
            "how far from the best possible it can be at most. The answer depends on --seed and --work, not on time or threads."
        },
        footer = {
            "",
            "Examples:",
            "  mad solve examples/deepmad-r18.mad",
            "  mad solve nets/phone.mad Phone --set limit=1.2G --seed 7",
            "                                         another value for a parameter of the design",
            "  mad solve nets/phone.mad --gap 5%%      content with a design at most 5 %% from the best",
            "  mad solve nets/phone.mad --explain       and what 1 %% more of each budget would bring",
            "  mad solve nets/phone.mad --format json | jq .metrics",
            "                                         one line of JSON per design",
            "  mad solve nets/phone.mad Phone --proof phone.madcert && mad verify phone.madcert nets/phone.mad",
            "                                         have the proof checked",
            "  mad solve nets/phone.mad --log -         what the solver finds and proves, as it does"
        })
final class SolveCommand implements Callable<Integer> {
    private final Console console;
    private final Engine.Maker engines;
    private final Interrupt interrupt;

    @Parameters(index = "0", paramLabel = "FILE", description = "The file; `-` reads stdin.")
    String file = "";

    @Parameters(index = "1..*", paramLabel = "DESIGN", description = "Designs of it. Default: all.")
    List<String> designs = List.of();

    @Option(
            names = "--explain",
            description = {
                "Also say what each limit of budgets and requirements is",
                "worth: solve again with 1 %% more of it, show the gain."
            })
    boolean explain;

    @Option(
            names = "--proof",
            paramLabel = "CERTIFICATE",
            description = {
                "Also write the proof to this file, for `mad verify`: a",
                "tree of bounds that any program can check."
            })
    Optional<String> proof = Optional.empty();

    @Option(
            names = "--log",
            paramLabel = "FILE",
            description = {
                "Also write every better design and bound, with its time:",
                "lines of JSON where the name ends in .jsonl, else a table;",
                "- is standard error."
            })
    Optional<String> log = Optional.empty();

    @Mixin
    Settings settings = new Settings();

    @Mixin
    Effort effort = new Effort();

    @Mixin
    Project project = new Project();

    @Mixin
    Appearance appearance = new Appearance();

    SolveCommand(Console console, Engine.Maker engines, Interrupt interrupt) {
        this.console = console;
        this.engines = engines;
        this.interrupt = interrupt;
    }

    @Override
    public Integer call() {
        Console shown = appearance.on(console);
        Project.Source source = project.open(file, shown);
        if (!Readiness.isReady(source, appearance, shown)) {
            return Exit.FINDINGS.code();
        }
        List<Question> questions = new ArrayList<>();
        for (Definition.Design design : Targets.of(source, designs)) {
            questions.add(effort.question(source.file(), design.name(), settings.arguments(design)));
        }
        if (proof.isPresent() && (questions.size() > 1 || explain)) {
            throw new Unusable(
                    explain ? "--proof and --explain do not go together" : "--proof is of one design; name it");
        }
        try (SolverLog events = log.map(name -> SolverLog.open(name, shown)).orElse(null)) {
            return solve(questions, source, shown, events == null ? Progress.Listener.silent() : events);
        }
    }

    private int solve(List<Question> questions, Project.Source source, Console shown, Progress.Listener events) {
        Engine engine = engines.over(source.snapshot(), effort.threads());
        AnswerPrinter printer = new AnswerPrinter(appearance, shown);
        Exit exit = Exit.OK;
        for (Question question : questions) {
            Exit outcome = solve(engine, question, printer, source, shown, events);
            exit = exit.and(interrupt.happened() ? Exit.INTERRUPTED : outcome);
            if (interrupt.happened()) {
                break;
            }
        }
        return exit.code();
    }

    private Exit solve(
            Engine engine,
            Question question,
            AnswerPrinter printer,
            Project.Source source,
            Console shown,
            Progress.Listener events) {
        Designs.Explained explained = ask(engine, question, shown, events);
        // Whoever stops it by hand knows that nothing is proved.
        double proof = interrupt.happened() ? Double.POSITIVE_INFINITY : question.gap();
        return explain
                ? printer.print(question.design(), explained, source.snapshot(), proof)
                : printer.print(question.design(), explained.answer(), source.snapshot(), proof);
    }

    private Designs.Explained ask(Engine engine, Question question, Console shown, Progress.Listener events) {
        interrupt.solving();
        try (ProgressLine line = ProgressLine.open(shown.err(), appearance.progressScreen(shown))) {
            Progress.Listener progress = event -> {
                line.on(event);
                events.on(event);
            };
            if (proof.isPresent()) {
                Designs.Proved proved = engine.proved(question, progress, interrupt.cancellation());
                CertificateFile.write(proof.get(), proved.certified());
                if (proved.certified() == null) {
                    shown.tell("No certificate was written: " + proved.reason() + ".");
                }
                return new Designs.Explained(proved.answer(), List.of());
            }
            return explain
                    ? engine.explained(question, progress, interrupt.cancellation())
                    : new Designs.Explained(engine.solve(question, progress, interrupt.cancellation()), List.of());
        }
    }
}
