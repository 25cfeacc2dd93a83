package mad.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import mad.query.Answer;
import mad.query.Cancellation;
import mad.query.Checks;
import mad.query.Designs;
import mad.query.FileWorld;
import mad.query.Progress;
import mad.query.Question;
import mad.query.Report;
import mad.query.Snapshot;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A block, a metric and a counting convention from files outside the project: what a user adds needs no Java. */
class ExtensionTest {
    private static final String CONVENTION = """
            /// Counts an addition for each element of a shortcut, and half a multiplication for each activation.
            let work(l: layer): real =
              if l is conv or l is linear then l.macs
              else if l is add then l.elements
              else if l is activation then l.elements / 2
              else 0

            metric flops = sum(l in layers: work(l))
            """;

    private static final String OURS = """
            import mad.blocks { ConvBnRelu }
            import mad.blocks.heads { Classifier }
            import "convention.mad" as ours

            /// Two paths of different kernels, joined and added to what came in.
            block Fork(out: channels, narrow: odd = 3, wide: odd = 7, once stride: int = 1) {
              add {
                concat { conv(floor(out / 2), narrow, stride) bn relu } { conv(ceil(out / 2), wide, stride) bn relu }
                conv(out) bn
              } {
                if first or in != out { conv(out, stride: stride) bn }
              }
              relu
            }

            /// How many octaves of scale the network sees.
            metric reach = log(1 + sum(l in backbone where l is conv and l.main: (l.kernel - 1) * l.stride)) / log(2)

            space Forks {
              input image(channels: 3, size: 64)
              stem  ConvBnRelu(16..32 step 8, stride: 2)
              stage a: Fork(32..96 step 16, wide: {5, 7, 9}, stride: 2) x 1..4
              stage b: Fork(64..256 step 32, wide: {5, 7, 9}, stride: 2) x 1..4
              head  Classifier(10)
            }

            design Farsighted of Forks {
              within   Small
              maximize reach + log(a.out * b.out)
              report   reach, ours.flops
            }

            budget Small { ours.flops <= 60 M }

            check Farsighted { ours.flops <= 60 M, reach >= 4, a.depth + b.depth >= 2 }
            """;

    @Test
    void solvesWithThem(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("convention.mad"), CONVENTION);
        String file = Files.writeString(folder.resolve("ours.mad"), OURS).toString();
        Snapshot snapshot = new Snapshot(new FileWorld(folder));
        assertEquals(List.of(), snapshot.diagnosticsWithImports(file));
        Designs designs = new Designs(snapshot, System::nanoTime, Runnable::run);
        Question question = Interrogation.question(file, "Farsighted", 20_000);
        Answer answer = designs.answer(question, Progress.Listener.silent(), new Cancellation());
        Report report =
                assertInstanceOf(Answer.Found.class, answer, answer::toString).report();
        Report.Quantity flops = report.metrics().get("ours.flops");
        assertNotNull(flops);
        assertTrue(flops.value() > 30e6 && flops.value() <= 60e6, flops::toString);
        Report.Row row = report.stages().get(1);
        assertEquals("Fork", row.block());
        List<Checks.Outcome> checks =
                new Checks(snapshot, designs).run(question, true, Progress.Listener.silent(), new Cancellation());
        assertEquals(
                List.of(), checks.stream().flatMap(c -> c.failures().stream()).toList());
    }
}
