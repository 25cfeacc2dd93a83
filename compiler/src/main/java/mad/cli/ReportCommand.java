package mad.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.UnaryOperator;
import mad.drawing.Drawings;
import mad.drawing.Page;
import mad.drawing.Pixels;
import mad.drawing.Unavailable;
import mad.emit.ViewJson;
import mad.model.Definition;
import mad.query.Designs;
import mad.query.Question;
import mad.query.Studies;
import mad.query.Study;
import mad.view.Known;
import mad.view.Places;
import mad.view.View;
import mad.view.Views;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "report",
        header = "Write the preview of a file as one document: a page, a picture, Markdown or JSON.",
        description = {
            "Solves the designs of a file and draws them: the network to scale, budgets, proof. The document needs nothing else,",
            "and is the same, byte for byte, for the same input: it depends on --seed and --work, never on time."
        },
        footer = {
            "",
            "Examples:",
            "  mad report nets/phone.mad -o phone.html     a page to send around; it opens without MAD",
            "  mad report nets/phone.mad -o phone.svg      the drawing alone; also .png",
            "  mad report nets/phone.mad --format md >> \"$GITHUB_STEP_SUMMARY\"",
            "                                              what a pull request shows"
        })
final class ReportCommand implements Callable<Integer> {
    private static final double USUAL_WORK = 20e6;

    private final Console console;
    private final Engine.Maker engines;
    private final Interrupt interrupt;

    @Parameters(index = "0", paramLabel = "FILE", description = "The file; `-` reads stdin.")
    String file = "";

    @Parameters(index = "1..*", paramLabel = "DESIGN", description = "Designs of it. Default: all.")
    List<String> designs = List.of();

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "Where to write. Default: stdout.")
    Optional<Path> output = Optional.empty();

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = {"${COMPLETION-CANDIDATES}. Default: as the name of the", "output ends, else md."})
    @Nullable
    Format format;

    @Option(names = "--plots", description = "Also run the sweeps and frontiers of the file.")
    boolean plots;

    @Option(names = "--explain", description = "Also say what 1 %% more of each budget would bring.")
    boolean explain;

    @Option(names = "--seed", paramLabel = "NUMBER", description = "Default: ${DEFAULT-VALUE}.")
    long seed = 1;

    @Option(
            names = "--work",
            paramLabel = "COUNT",
            converter = Amounts.class,
            description = "Stop each solve after so many evaluations. Default: 20M.")
    Double work = USUAL_WORK;

    @Mixin
    Project project = new Project();

    @Mixin
    Looks looks = new Looks();

    /** What a report can be written as. */
    enum Format {
        HTML,
        SVG,
        PNG,
        MD,
        JSON;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    ReportCommand(Console console, Engine.Maker engines, Interrupt interrupt) {
        this.console = console;
        this.engines = engines;
        this.interrupt = interrupt;
    }

    @Override
    public Integer call() {
        if (work < 1) {
            throw new Unusable("--work wants at least 1 evaluation");
        }
        Console shown = looks.on(console);
        Appearance words = new Appearance();
        words.quiet = looks.quiet;
        Project.Source source = project.open(file, shown);
        if (!Readiness.isReady(source, words, shown)) {
            return Exit.FINDINGS.code();
        }
        Format written = format == null ? format() : format;
        View view = view(source, shown);
        if (interrupt.happened()) {
            return Exit.INTERRUPTED.code();
        }
        write(bytes(written, view), shown);
        return Exit.OK.code();
    }

    private View view(Project.Source source, Console shown) {
        Engine engine = engines.over(source.snapshot(), Runtime.getRuntime().availableProcessors());
        Views views = new Views(new Places(source.snapshot(), UnaryOperator.identity()));
        Map<String, View.Design> drawn = new LinkedHashMap<>();
        Map<String, Study> studies = new HashMap<>();
        interrupt.solving();
        try (ProgressLine progress = ProgressLine.open(shown.err(), looks.progressScreen(shown))) {
            for (Definition.Design design : Targets.of(source, designs)) {
                Question question = question(source.file(), design.name());
                Designs.Explained explained = explain
                        ? engine.explained(question, progress, interrupt.cancellation())
                        : new Designs.Explained(engine.solve(question, progress, interrupt.cancellation()), List.of());
                Known known = Known.of(explained.answer(), View.Proof.NONE, explained.prices());
                drawn.put(design.name(), views.design(design, known));
            }
            for (Definition item : plots ? source.snapshot().definitions(source.file()) : List.<Definition>of()) {
                if (item instanceof Definition.Sweep || item instanceof Definition.Frontier) {
                    Question template = question(source.file(), "");
                    if (engine.study(item, template, progress, interrupt.cancellation())
                            instanceof Studies.Outcome.Done(Study study)) {
                        studies.put(item.name(), study);
                    }
                }
            }
        }
        return views.file(source.file(), 0, drawn, studies, "").timeless();
    }

    private Question question(String of, String design) {
        Question usual = Question.of(of, design);
        return new Question(of, design, Map.of(), usual.method(), seed, usual.seconds(), work.longValue(), usual.gap());
    }

    private Format format() {
        String name = output.map(Path::toString).orElse("").toLowerCase(Locale.ROOT);
        for (Format each : Format.values()) {
            if (name.endsWith("." + each)) {
                return each;
            }
        }
        if (output.isPresent()) {
            throw new Unusable("`" + output.get()
                    + "` does not say what to write; name it .html, .svg, .png, .md or .json," + " or say --format");
        }
        return Format.MD;
    }

    private static byte[] bytes(Format format, View view) {
        String json = ViewJson.line(view);
        try {
            return switch (format) {
                case HTML -> text(Page.of(view.title(), json));
                case SVG -> text(Drawings.svg(json, ""));
                case PNG -> Pixels.png(Drawings.svg(json, ""));
                case MD -> text(Drawings.markdown(json));
                case JSON -> text(json);
            };
        } catch (Unavailable unavailable) {
            throw new Unusable(String.valueOf(unavailable.getMessage()));
        }
    }

    private static byte[] text(String text) {
        return (text.endsWith("\n") ? text : text + "\n").getBytes(StandardCharsets.UTF_8);
    }

    private void write(byte[] bytes, Console shown) {
        if (output.isEmpty()) {
            shown.out().write(bytes, 0, bytes.length);
            return;
        }
        try {
            Files.write(output.get(), bytes);
        } catch (IOException e) {
            throw new Unusable("cannot write " + output.get());
        }
    }
}
