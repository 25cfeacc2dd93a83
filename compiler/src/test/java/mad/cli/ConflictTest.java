package mad.cli;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import mad.diagnostic.Diagnostic;
import mad.query.Answer;
import mad.query.Cancellation;
import mad.query.Designs;
import mad.query.MemoryWorld;
import mad.query.Progress;
import mad.query.Question;
import mad.query.Snapshot;
import org.junit.jupiter.api.Test;

/** Why there is no network: a conflict of which nothing can be left out, and how far each of its members has to give way. */
class ConflictTest {
    private static final String NET = """
            space Net {
              input image(channels: 3, size: 32)
              stage s1: conv(8..64 step 8) x 1..3
              stage s2: conv(8..64 step 8) x 1..3
            }
            metric cost = sum(layers.macs)
            metric size = sum(layers.params)
            """;

    private static Answer ask(String text) {
        Snapshot snapshot = new Snapshot(new MemoryWorld(Map.of("main.mad", text)));
        assertEquals(List.of(), snapshot.diagnostics("main.mad"));
        Designs designs = new Designs(snapshot, () -> 0, Runnable::run);
        Question question = new Question("main.mad", "D", Map.of(), "annealing", 1, 10, 50_000, 1e-6);
        return designs.answer(question, Progress.Listener.silent(), new Cancellation());
    }

    private static Diagnostic conflict(String text) {
        Answer answer = ask(text);
        assertTrue(answer instanceof Answer.Infeasible, answer::toString);
        return ((Answer.Infeasible) answer).diagnostics().getFirst();
    }

    /** A budget too small is found out in two ways, which may come to the same number. */
    @Test
    void aFixIsOfferedOnce() {
        Diagnostic said = conflict(NET + """
                budget Small { size <= 80 }
                design D of Net { within Small maximize s2.out }
                """);
        assertEquals("MAD5001", said.code().id());
        assertEquals(1, said.fixes().size(), said.fixes()::toString);
    }

    @Test
    void onlyWhatExcludesEachOtherIsNamed() {
        Diagnostic said = conflict(NET + """
                design D of Net {
                  maximize s2.out
                  require s1.depth >= 3
                  require s2.depth <= 2
                  require s1.depth * s1.out <= 16
                  require cost <= 100 M
                }
                """);
        assertAll(
                () -> assertEquals("MAD5002", said.code().id()),
                () -> assertTrue(said.message().contains("`s1.depth >= 3`"), said.message()),
                () -> assertTrue(said.message().contains("`s1.depth * s1.out <= 16`"), said.message()),
                () -> assertFalse(said.message().contains("s2.depth"), said.message()),
                () -> assertFalse(said.message().contains("cost"), said.message()),
                () -> assertTrue(said.message().contains("Without any one of them"), said.message()),
                () -> assertEquals(2, said.notes().size()),
                () -> assertTrue(
                        said.notes().toString().contains("must give way by at least 8"), said.notes()::toString),
                () -> assertTrue(
                        said.notes().toString().contains("must give way by at least 1"), said.notes()::toString));
    }

    @Test
    void aBudgetSaysWhatItMustBecome() {
        // 3 * 8 * 1024 + 8 * 8 * 1024 macs, at the least
        Diagnostic said = conflict(NET + """
                budget Tiny { cost <= 50 k }
                design D of Net { within Tiny maximize s2.out }
                """);
        assertAll(
                () -> assertEquals("MAD5001", said.code().id()),
                () -> assertTrue(
                        said.notes().toString().contains("the limit must be at least 90.11 k"), said::toString),
                () -> assertEquals(
                        "90.12 k", said.fixes().getFirst().edits().getFirst().replacement()));
    }

    @Test
    void lowerLimitsToo() {
        Diagnostic said = conflict(NET + """
                budget Large { cost >= 1 G }
                design D of Net { within Large maximize s2.out }
                """);
        assertTrue(said.message().contains("cannot be met"), said.message());
        assertTrue(said.notes().toString().contains("the limit must be at most"), said::toString);
    }

    /** Members of random infeasible designs: without any one of them there is a network, and with the fix applied too. */
    @Test
    void everyMemberIsNeeded() {
        SplittableRandom random = new SplittableRandom(1);
        int tried = 0;
        int together = 0;
        for (int i = 0; i < 60 && tried < 30; i++) {
            List<String> clauses = clauses(random);
            Answer answer = ask(design(clauses));
            if (!(answer instanceof Answer.Infeasible infeasible)) {
                continue;
            }
            Diagnostic said = infeasible.diagnostics().getFirst();
            if (!said.message().contains("Without any one of them")) {
                continue;
            }
            tried++;
            List<String> members = clauses.stream()
                    .filter(c -> said.message().contains("`" + c + "`"))
                    .toList();
            together += members.size();
            assertTrue(ask(design(members)) instanceof Answer.Infeasible, members::toString);
            for (String member : members) {
                List<String> rest =
                        members.stream().filter(m -> !m.equals(member)).toList();
                assertTrue(ask(design(rest)) instanceof Answer.Found, () -> rest + " without " + member);
            }
        }
        assertTrue(tried >= 10 && together > 2 * tried - 1, tried + " conflicts of " + together + " members");
    }

    private static List<String> clauses(SplittableRandom random) {
        List<String> clauses = new ArrayList<>(List.of(
                "s1.depth >= " + random.nextInt(2, 4),
                "s2.depth >= " + random.nextInt(2, 4),
                "s1.out + s2.out <= " + 8 * random.nextInt(2, 10),
                "s1.out >= " + 8 * random.nextInt(1, 8),
                "s2.out >= s1.out + " + 8 * random.nextInt(0, 4),
                "size <= " + random.nextInt(300, 4000)));
        clauses.remove(random.nextInt(clauses.size()));
        return clauses;
    }

    private static String design(List<String> clauses) {
        StringBuilder text = new StringBuilder(NET).append("design D of Net {\n  maximize s2.out\n");
        clauses.forEach(c -> text.append("  require ").append(c).append('\n'));
        return text.append("}\n").toString();
    }
}
