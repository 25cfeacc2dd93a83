package mad.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.Map;
import mad.query.Answer;
import mad.query.Cancellation;
import mad.query.Designs;
import mad.query.Progress;
import mad.query.Question;
import mad.query.Report;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The seven configurations of DeepMAD, and the R50 program of its authors with its proven optimum. */
class ConfigurationsTest {
    private static final double OPTIMUM = 52048.4355;
    private static final String R50 = Repository.file("examples/tinynas-r50.mad");

    /** A few thousand evaluations are some milliseconds. */
    @ParameterizedTest
    @ValueSource(strings = {"r18", "r34", "r50", "29m-224", "29m-288", "50m", "89m"})
    void isFeasibleSoon(String configuration) {
        String file = Repository.file("examples/deepmad-" + configuration + ".mad");
        String design = Repository.SNAPSHOT.designs(file).getFirst().name();
        assertInstanceOf(Answer.Found.class, answer(Interrogation.question(file, design, 5_000)));
    }

    @Test
    void annealingComesNearTheOptimum() {
        assertTrue(objective(answer(Interrogation.question(R50, "R50", 500_000))) >= 0.97 * OPTIMUM);
    }

    @Test
    void evolutionIsThereByName() {
        Question plain = Interrogation.question(R50, "R50", 100_000);
        assertTrue(Designs.methods().contains("evolution"));
        Question question = new Question(
                plain.file(), plain.design(), Map.of(), "evolution", 1, plain.seconds(), plain.work(), plain.gap());
        assertTrue(objective(answer(question)) >= 0.8 * OPTIMUM);
    }

    @Test
    void theOptimumHasItsNumbers() {
        int[] out = {128, 256, 896, 912, 1232};
        int[] mid = {56, 88, 88, 88, 120};
        int[] depth = {1, 1, 20, 21, 13};
        Map<String, Double> decisions = new HashMap<>(Map.of("stem.out", 32.0));
        for (int i = 0; i < out.length; i++) {
            String stage = "stage" + (i + 1);
            decisions.put(stage + ".out", (double) out[i]);
            decisions.put(stage + ".mid", (double) mid[i]);
            decisions.put(stage + ".kernel", 5.0);
            decisions.put(stage + ".depth", (double) depth[i]);
        }
        Answer answer = Repository.DESIGNS.evaluate(Interrogation.question(R50, "R50", 1), decisions);
        Report report = assertInstanceOf(Answer.Found.class, answer).report();
        assertEquals(
                Report.Status.EVALUATED,
                report.status(),
                () -> report.violations().toString());
        assertEquals(OPTIMUM, objective(answer), 5e-5);
        assertEquals(4_113_522_952.0, metric(report, "flops"));
        assertEquals(25_547_680.0, metric(report, "params"));
        assertEquals(0.299827, metric(report, "effectiveness"), 5e-7);
    }

    private static Answer answer(Question question) {
        return Repository.DESIGNS.answer(question, Progress.Listener.silent(), new Cancellation());
    }

    private static double objective(Answer answer) {
        Report.Objective objective =
                assertInstanceOf(Answer.Found.class, answer).report().objective();
        assertNotNull(objective);
        return objective.value();
    }

    private static double metric(Report report, String name) {
        Report.Quantity quantity = report.metrics().get(name);
        assertNotNull(quantity, name);
        return quantity.value();
    }
}
