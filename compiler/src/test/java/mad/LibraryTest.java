package mad;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import mad.diagnostic.Diagnostic;
import mad.model.Definition;
import mad.network.Assessment;
import mad.network.Decisions;
import mad.network.Evaluation;
import mad.network.Evaluator;
import mad.network.Instantiation;
import mad.network.Judgement;
import mad.network.Network;
import mad.network.Outcome;
import mad.network.Value;
import mad.query.FileWorld;
import mad.query.Snapshot;
import mad.query.StandardLibrary;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The standard library and the examples: they are clean, and the numbers that they state are those that the compiler computes. */
class LibraryTest {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Path LIBRARY = ROOT.resolve("compiler/src/main/resources/mad/lib");
    private static final Path RESOURCES = ROOT.resolve("compiler/src/test/resources/mad");
    private static final Path RULES = ROOT.resolve("examples/published/rules.mad");
    private static final Snapshot SNAPSHOT = new Snapshot(new FileWorld(ROOT));

    @Test
    void listOfModules() {
        List<String> modules = files(LIBRARY)
                .map(file -> LIBRARY.relativize(file).toString())
                .map(file -> "mad." + file.replace(".mad", "").replace('/', '.'))
                .sorted()
                .toList();
        assertEquals(modules, StandardLibrary.modules());
    }

    @ParameterizedTest
    @MethodSource("everything")
    void clean(String file) {
        assertEquals(
                List.of(),
                SNAPSHOT.diagnostics(file).stream().map(Diagnostic::message).toList());
    }

    static Stream<String> everything() {
        return Stream.concat(
                StandardLibrary.modules().stream(),
                Stream.concat(files(ROOT.resolve("examples")), Stream.of(RESOURCES.resolve("matrix.mad")))
                        .map(Path::toString));
    }

    /** The catalogue of 20 networks and the published designs: to the integer, and to one part in 10^9. */
    @ParameterizedTest
    @MethodSource("networks")
    void publishedNumbers(String file) {
        assertEquals(List.of(), failures(file));
    }

    static Stream<String> networks() {
        return Stream.of("networks", "published")
                .flatMap(folder -> files(ROOT.resolve("examples").resolve(folder)))
                .filter(file -> !file.equals(RULES))
                .map(Path::toString);
    }

    /** What the published networks break of their own configurations. */
    @Test
    void brokenRules() throws IOException {
        Path expected = RULES.resolveSibling("rules.expected");
        assertEquals(Files.readAllLines(expected), failures(RULES.toString()));
    }

    /** Every block under every metric. */
    @ParameterizedTest
    @MethodSource("blocks")
    void blockUnderEveryMetric(Definition.Design design) {
        Assessment assessment = built(design).evaluator().assess();
        if (!(assessment instanceof Assessment.Done done)) {
            throw new AssertionError(assessment);
        }
        assertTrue(done.reports().size() >= 8);
        for (Assessment.ReportedValue report : done.reports()) {
            assertTrue(
                    report.value() instanceof Value.Num number && Double.isFinite(number.value()),
                    () -> report.reported().name() + " is " + report.value());
        }
    }

    static List<Definition.Design> blocks() {
        return SNAPSHOT.designs(RESOURCES.resolve("matrix.mad").toString());
    }

    private static List<String> failures(String file) {
        List<String> failures = new ArrayList<>();
        for (Definition.Check check : SNAPSHOT.module(file).checks()) {
            Evaluator evaluator = built(check.design()).evaluator();
            for (Definition.Requirement condition : check.conditions()) {
                switch (evaluator.judge(condition, Outcome.UNKNOWN)) {
                    case Judgement.Decided decided ->
                        decided.failures()
                                .forEach(f -> failures.add(check.design().name() + ": " + f.message()));
                    case Judgement.Undecided undecided ->
                        failures.add(check.design().name() + ": "
                                + undecided.diagnostic().message());
                }
            }
        }
        return failures;
    }

    private static Instantiation.Built built(Definition.Design design) {
        List<Value> arguments = design.parameters().stream()
                .map(parameter -> Evaluator.constant(parameter.fallback()))
                .map(evaluation -> ((Evaluation.Known) evaluation).value())
                .toList();
        Instantiation instantiation = Network.build(design, arguments, new Decisions(Map.of()));
        if (instantiation instanceof Instantiation.Built built) {
            return built;
        }
        throw new AssertionError(instantiation);
    }

    private static Stream<Path> files(Path folder) {
        try (Stream<Path> walk = Files.walk(folder)) {
            return walk.filter(file -> file.toString().endsWith(".mad")).sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
