package mad.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import mad.model.Definition;
import mad.query.Question;
import mad.query.Studies;
import mad.query.Study;
import mad.query.Suggestions;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** What {@code sweep} and {@code frontier} share: everything but which items of a file they run. */
abstract sealed class StudyCommand implements Callable<Integer> permits SweepCommand, FrontierCommand {
    private final Console console;
    private final Engine.Maker engines;
    private final Interrupt interrupt;

    @Parameters(index = "0", paramLabel = "FILE", description = "The file; `-` reads stdin.")
    String file = "";

    @Parameters(index = "1..*", paramLabel = "NAME", description = "Which of its items. Default: all.")
    List<String> names = List.of();

    @Mixin
    Settings settings = new Settings();

    @Mixin
    Effort effort = new Effort();

    @Mixin
    Project project = new Project();

    @Mixin
    StudyOptions options = new StudyOptions();

    StudyCommand(Console console, Engine.Maker engines, Interrupt interrupt) {
        this.console = console;
        this.engines = engines;
        this.interrupt = interrupt;
    }

    /** The design of an item of this command's kind; null for any other. */
    abstract Definition.@Nullable Design designOf(Definition item);

    /** {@code sweep}, and how to write one. */
    abstract String kind();

    abstract String example();

    @Override
    public Integer call() {
        Console shown = options.on(console);
        Project.Source source = project.open(file, shown);
        if (!Readiness.isReady(source, options.findings(), shown)) {
            return Exit.FINDINGS.code();
        }
        List<Definition> items = items(source);
        StudyPrinter printer = new StudyPrinter(options, shown, source.snapshot());
        printer.require(items.size());
        Engine engine = engines.over(source.snapshot(), effort.threads());
        Exit exit = Exit.OK;
        for (Definition item : items) {
            Definition.Design design = Objects.requireNonNull(designOf(item));
            Question template = effort.question(source.file(), design.name(), settings.arguments(design));
            Studies.Outcome outcome = run(engine, item, template, shown);
            exit = exit.and(
                    switch (outcome) {
                        case Studies.Outcome.Done(Study study) -> printer.print(study);
                        case Studies.Outcome.Refused refused -> printer.refuse(refused.diagnostics());
                    });
            if (interrupt.happened()) {
                exit = exit.and(Exit.INTERRUPTED);
                break;
            }
        }
        return exit.code();
    }

    private Studies.Outcome run(Engine engine, Definition item, Question template, Console shown) {
        interrupt.solving();
        try (ProgressLine progress = ProgressLine.open(shown.err(), options.progressScreen(shown))) {
            return engine.study(item, template, progress, interrupt.cancellation());
        }
    }

    private List<Definition> items(Project.Source source) {
        List<Definition> all = source.snapshot().definitions(source.file()).stream()
                .filter(item -> designOf(item) != null)
                .toList();
        if (all.isEmpty()) {
            throw new Unusable(source.file() + " has no " + kind() + "; add `" + example() + "`");
        }
        if (names.isEmpty()) {
            return all;
        }
        List<String> known = all.stream().map(Definition::name).toList();
        List<Definition> wanted = new ArrayList<>();
        for (String name : names) {
            if (!known.contains(name)) {
                throw new Unusable(
                        source.file() + " has no " + kind() + " `" + name + "`; it has " + String.join(", ", known),
                        Suggestions.didYouMean(name, known));
            }
            wanted.add(all.get(known.indexOf(name)));
        }
        return wanted;
    }
}
