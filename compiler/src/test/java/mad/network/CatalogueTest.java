package mad.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import mad.model.Definition;
import mad.query.FileWorld;
import mad.query.Snapshot;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Published networks: every count that their files claim of them is what the unrolled layers give, to the last integer. */
class CatalogueTest {
    private static final Path NETWORKS = Path.of("../examples/networks");

    static List<String> files() throws IOException {
        try (Stream<Path> files = Files.list(NETWORKS)) {
            return files.map(Path::toString)
                    .filter(file -> file.endsWith(".mad"))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void theCatalogueIsThere() throws IOException {
        assertTrue(files().size() >= 10, () -> "only a few networks in " + NETWORKS.toAbsolutePath());
    }

    @ParameterizedTest
    @MethodSource("files")
    void everyCheckHolds(String file) {
        Snapshot snapshot = new Snapshot(new FileWorld(NETWORKS));
        assertEquals(List.of(), snapshot.diagnosticsWithImports(file));
        for (Definition.Check check : snapshot.module(file).checks()) {
            List<Value> args = check.designArgs().stream()
                    .map(Evaluator::constant)
                    .map(answer ->
                            assertInstanceOf(Evaluation.Known.class, answer).value())
                    .toList();
            Instantiation.Built built = assertInstanceOf(
                    Instantiation.Built.class, Network.build(check.design(), args, Decisions.NONE), check.name());
            List<Failure> failures = new ArrayList<>();
            for (Definition.Requirement condition : check.conditions()) {
                Judgement judgement = built.evaluator().judge(condition, Outcome.UNKNOWN);
                failures.addAll(assertInstanceOf(Judgement.Decided.class, judgement, condition.source())
                        .failures());
            }
            assertEquals(List.of(), failures, check.name());
        }
    }
}
