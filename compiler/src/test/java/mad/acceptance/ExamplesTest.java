package mad.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import mad.diagnostic.Diagnostic;
import mad.model.Definition;
import mad.query.Answer;
import mad.query.Cancellation;
import mad.query.Progress;
import mad.query.Question;
import mad.query.Report;
import mad.query.StandardLibrary;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every example does what an example promises: nothing is wrong with it, and each of its designs is solved. */
class ExamplesTest {
    private static final long WORK = 50_000;
    private static final Path GOLDEN = Path.of("src/test/resources/mad/acceptance/examples.golden");

    static Stream<String> files() {
        return Stream.concat(
                StandardLibrary.modules().stream(),
                Repository.files("examples").stream().map(Repository::file));
    }

    @ParameterizedTest
    @MethodSource("files")
    void nothingIsWrongWith(String file) {
        List<Diagnostic> said = Repository.SNAPSHOT.diagnosticsWithImports(file);
        assertEquals(List.of(), said.stream().map(Diagnostic::message).toList());
    }

    /** Objective and metrics of each design, after a little work. {@code -Dgolden=write} writes what comes out; then read the difference. */
    @Test
    void everyDesignIsSolved() throws IOException {
        List<String> lines = new ArrayList<>();
        for (String path : Repository.files("examples")) {
            for (Definition.Design design : Repository.SNAPSHOT.designs(Repository.file(path))) {
                lines.add(path + " " + solved(path, design));
            }
        }
        String found = String.join("\n", lines) + "\n";
        if ("write".equals(System.getProperty("golden"))) {
            Files.writeString(GOLDEN, found);
        }
        assertEquals(Files.readString(GOLDEN), found);
    }

    private static String solved(String path, Definition.Design design) {
        Question question = Interrogation.question(Repository.file(path), design.name(), WORK);
        Answer answer = Repository.DESIGNS.answer(question, Progress.Listener.silent(), new Cancellation());
        // Found: the design was evaluated anew on its concrete layers, and nothing differed.
        Report report = assertInstanceOf(Answer.Found.class, answer, () -> path + " " + design.name() + ": " + answer)
                .report();
        assertEquals(List.of(), report.violations());
        StringBuilder line =
                new StringBuilder(design.name()).append(" { status: ").append(report.status());
        Report.Objective objective = report.objective();
        if (objective != null) {
            assertTrue(
                    objective.maximize()
                            ? objective.bound() >= objective.value()
                            : objective.bound() <= objective.value());
            line.append(", objective: ").append(shown(objective.value()));
        }
        report.metrics()
                .forEach((name, quantity) ->
                        line.append(", ").append(name).append(": ").append(shown(quantity.value())));
        return line.append(" }").toString();
    }

    /** Six significant digits: what a reader can compare. */
    private static String shown(double value) {
        return Double.isFinite(value)
                ? BigDecimal.valueOf(value)
                        .round(new MathContext(6))
                        .stripTrailingZeros()
                        .toPlainString()
                : Double.toString(value);
    }
}
