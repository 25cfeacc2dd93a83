package mad.syntax;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import mad.Fixtures;
import mad.diagnostic.Diagnostic;
import mad.source.LineIndex;
import mad.source.SourceFile;
import org.junit.jupiter.api.Test;

/** Bar 7: the first error is the right one. The texts, with the line and code of their one mistake, are data. */
class BrokenTextsTest {
    private record Sample(int line, Set<String> codes, String text) {}

    private static final List<Sample> SAMPLES = samples();

    @Test
    void theFirstErrorIsOnTheRightLine() {
        rate(0.95, s -> !parse(s).isEmpty() && line(s, parse(s).getFirst()) == s.line());
    }

    @Test
    void theFirstErrorHasTheRightCode() {
        rate(
                0.95,
                s -> !parse(s).isEmpty()
                        && s.codes().contains(parse(s).getFirst().code().id()));
    }

    @Test
    void oneMistakeGivesAtMostTwoDiagnostics() {
        rate(0.97, s -> parse(s).size() <= 2);
    }

    @Test
    void oneMistakeNearlyAlwaysGivesOneDiagnostic() {
        rate(0.95, s -> parse(s).size() == 1);
    }

    @Test
    void mostHaveAFix() {
        rate(0.6, s -> parse(s).stream().anyMatch(d -> !d.fixes().isEmpty()));
    }

    @Test
    void messagesAreSentencesOfOurOwn() {
        for (Sample sample : SAMPLES) {
            for (Diagnostic d : parse(sample)) {
                assertTrue(d.message().endsWith(".") || d.message().endsWith("?"), d.message());
                for (String raw : List.of("<EOF>", "<missing", "viable", "mismatched", "extraneous", "T__", "''")) {
                    assertTrue(!d.message().contains(raw), d.message());
                }
            }
        }
    }

    /** A fix may bring the next mistake to light (the end of a text swallowed a bracket), but its own diagnostic goes. */
    @Test
    void everyFixRemovesItsDiagnostic() {
        for (Sample sample : SAMPLES) {
            for (Diagnostic d : parse(sample)) {
                for (Diagnostic.Fix fix : d.fixes()) {
                    Diagnostic.Edit edit = fix.edits().getFirst();
                    String mended = sample.text().substring(0, edit.span().start())
                            + edit.replacement()
                            + sample.text().substring(edit.span().end());
                    boolean stays = Parser.parse(new SourceFile("broken", mended)).diagnostics().stream()
                            .anyMatch(after -> after.message().equals(d.message())
                                    && after.span().start() == d.span().start());
                    assertTrue(
                            !stays,
                            d.message() + "\n" + sample.text() + "\nstays after: " + fix.title() + "\n" + mended);
                }
            }
        }
    }

    private static void rate(double bar, java.util.function.Predicate<Sample> right) {
        List<Sample> wrong = SAMPLES.stream().filter(right.negate()).toList();
        double rate = 1 - (double) wrong.size() / SAMPLES.size();
        StringBuilder report = new StringBuilder("%.1f %% of %d".formatted(100 * rate, SAMPLES.size()));
        wrong.forEach(s -> report.append("\n--- ").append(s).append(parse(s)));
        assertTrue(rate >= bar, report::toString);
    }

    private static List<Diagnostic> parse(Sample sample) {
        return Parser.parse(new SourceFile("broken", sample.text())).diagnostics();
    }

    private static int line(Sample sample, Diagnostic d) {
        return new LineIndex(sample.text()).position(d.span().start()).humanLine();
    }

    private static List<Sample> samples() {
        List<Sample> samples = new ArrayList<>();
        String all = Fixtures.read(Path.of("src/test/resources/mad/syntax/broken.txt"))
                .text();
        for (String part : all.split("(?m)^=== ")) {
            if (!part.startsWith("#")) {
                String[] head = part.substring(0, part.indexOf('\n')).strip().split(" ");
                Set<String> codes = Set.copyOf(Arrays.asList(head).subList(1, head.length));
                samples.add(new Sample(Integer.parseInt(head[0]), codes, part.substring(part.indexOf('\n') + 1)));
            }
        }
        assertEquals(true, samples.size() >= 150, "at least 150 samples");
        return samples;
    }
}
