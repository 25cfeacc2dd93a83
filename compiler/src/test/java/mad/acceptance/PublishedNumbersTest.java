package mad.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import mad.query.Answer;
import mad.query.Cancellation;
import mad.query.Checks;
import mad.query.Progress;
import mad.query.Question;
import mad.query.Report;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Figures that others published, held apart from the files that claim them, against what the whole pipeline answers. */
class PublishedNumbersTest {
    static Stream<List<String>> catalogue() {
        return Repository.table("catalogue.csv").stream();
    }

    static Stream<List<String>> designs() {
        return Repository.table("published.csv").stream();
    }

    @Test
    void catalogueIsComplete() {
        assertEquals(20, catalogue().count());
    }

    /** To the integer: name, file, design, params, MACs. */
    @ParameterizedTest
    @MethodSource("catalogue")
    void networkOfTheCatalogue(List<String> row) {
        String file = "examples/networks/" + row.get(1) + ".mad";
        assertEquals(Double.parseDouble(row.get(3)), quantity(file, row.get(2), "params"));
        assertEquals(Double.parseDouble(row.get(4)), quantity(file, row.get(2), "macs"));
    }

    /** To one part in 10^9: file, design, quantity, value. */
    @ParameterizedTest
    @MethodSource("designs")
    void publishedDesign(List<String> row) {
        double value = Double.parseDouble(row.get(3));
        double found = quantity("examples/published/" + row.get(0) + ".mad", row.get(1), row.get(2));
        assertEquals(value, found, 1e-9 * value);
    }

    @Test
    void resNet50ByThop() {
        double macs = quantity("examples/networks/resnet50.mad", "ResNet50", "thop.macs");
        assertEquals(4_135_789_592.0, macs);
        assertEquals(4.14, Math.round(macs / 1e7) / 100.0);
    }

    /** What the published networks break of their own rules, in the words of {@code mad check}. */
    @Test
    void brokenRules() {
        String file = Repository.file("examples/published/rules.mad");
        Question question = Interrogation.question(file, "", 1);
        Checks checks = new Checks(Repository.SNAPSHOT, Repository.DESIGNS);
        List<String> broken = new ArrayList<>();
        for (Checks.Outcome outcome : checks.run(question, true, Progress.Listener.silent(), new Cancellation())) {
            outcome.failures().forEach(f -> broken.add(outcome.design() + ": " + f.message()));
        }
        List<String> expected =
                Repository.text("examples/published/rules.expected").lines().toList();
        assertEquals(expected.size(), broken.size(), broken::toString);
        for (int i = 0; i < expected.size(); i++) {
            String[] words = expected.get(i).split(": ", 2);
            String found = broken.get(i);
            assertTrue(
                    found.startsWith(words[0]) && found.contains(words[1]), () -> found + " does not say " + words[1]);
        }
    }

    private static double quantity(String path, String design, String name) {
        Question question = Interrogation.question(Repository.file(path), design, 1);
        Answer answer = Repository.DESIGNS.answer(question, Progress.Listener.silent(), new Cancellation());
        Report report = assertInstanceOf(Answer.Found.class, answer).report();
        assertEquals(Report.Status.EVALUATED, report.status());
        Report.Quantity quantity = report.metrics().get(name);
        assertNotNull(quantity, () -> name + " is none of " + report.metrics().keySet());
        return quantity.value();
    }
}
