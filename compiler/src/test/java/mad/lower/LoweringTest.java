package mad.lower;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import mad.diagnostic.Code;
import mad.program.Assignment;
import mad.program.Constraint;
import mad.program.Program;
import mad.program.Variable;
import org.junit.jupiter.api.Test;

/** What single constructs become. */
class LoweringTest {
    private static Lowered.Lowering lower(String parts, String clauses) {
        return Designs.lower(Designs.inText(text(parts, clauses)));
    }

    private static Code refused(String parts, String clauses) {
        Lowered lowered = Lowerer.lower(Designs.inText(text(parts, clauses)), Map.of());
        return assertInstanceOf(Lowered.Refused.class, lowered)
                .diagnostics()
                .getFirst()
                .code();
    }

    private static String text(String parts, String clauses) {
        return """
                block Plain(out: channels, kernel: int = 3, once stride: int = 1) { conv(out, kernel, stride) relu }
                block Inner(mid: channels, out: channels) { conv(mid) conv(out) }
                metric macs = sum(l in layers: l.macs)
                metric params = sum(l in layers: l.params)
                space S {
                  input image(channels: 3, size: 32)
                  %s
                }
                design D of S { %s }
                """.formatted(parts, clauses);
    }

    private static List<String> constraints(Lowered.Lowering lowering) {
        return lowering.program().constraints().stream().map(Constraint::name).toList();
    }

    @Test
    void oneValueIsNoDecision() {
        Lowered.Lowering lowering = lower("stage Plain(8..8, kernel: {3}) x 1..4", "minimize macs");
        assertEquals(
                List.of("stage1.depth"),
                lowering.program().variables().stream().map(Variable::name).toList());
        assertEquals(
                Map.of("stage1.out", 8.0, "stage1.kernel", 3.0, "stage1.depth", 2.0),
                lowering.decisions(Assignment.of(2)));
    }

    @Test
    void movingEndsBecomeConstraintsOnTheGrid() {
        Lowered.Lowering lowering =
                lower("stage Inner(mid: round8(out / 10)..out step 8, out: 8..128 step 8)", "minimize macs");
        Variable mid = lowering.program().variables().getLast();
        assertEquals("stage1.mid", mid.name());
        assertEquals(8, mid.domain().min());
        assertEquals(128, mid.domain().max());
        assertEquals(2, lowering.program().constraints().size());
    }

    @Test
    void theWayBackLeadsToTheDecisions() {
        Program program = lower("stage Inner(mid: out + 1..out + 9 step 4, out: 8..128 step 8)", "minimize macs")
                .program();
        // out, and the number of steps above its moving start
        assertEquals(Assignment.of(16, 16 + 1 + 2 * 4), program.back(Assignment.of(16, 2)));
    }

    @Test
    void conjunctionsAndElementsAreSplitAndNamed() {
        Lowered.Lowering lowering = lower(
                "stage Plain(8..64 step 8) stage Plain(8..64 step 8)",
                "require for s in stages: s.in <= s.out and s.out <= 4 * s.in minimize macs");
        List<String> names = constraints(lowering);
        // the picture's 3 channels are fewer than any choice
        assertEquals(List.of("stage1: s.out <= 4 * s.in", "stage2: s.in <= s.out", "stage2: s.out <= 4 * s.in"), names);
    }

    @Test
    void sizesStayKnownWhereOddKernelsAreDecisions() {
        Lowered.Lowering lowering = lower("stage Plain(8, kernel: {3, 5}, stride: 2)", "report levels.size[1]");
        assertTrue(lowering.reports().getFirst().value().is(16));
    }

    @Test
    void levelsOfUnknownSizeAreRefused() {
        assertEquals(
                Code.DOMAIN_NOT_ALLOWED,
                refused("stage Plain(8) stage Plain(8, stride: {1, 2})", "minimize sum(j in levels: j.size)"));
    }

    @Test
    void whatCannotBeIsRefusedWithItsValue() {
        assertEquals(Code.SHAPE_MISMATCH, refused("stage { add { conv(8) } { conv(16) } }", "report macs"));
        assertEquals(Code.DIVISIBILITY, refused("stage { conv(8, groups: 2) }", "report macs"));
        assertEquals(Code.NOT_A_NUMBER, refused("stage Plain(8)", "minimize log(0 - macs / macs)"));
        assertEquals(Code.EMPTY_DOMAIN, refused("stage Inner(mid: out + 16..out, out: {8, 16})", "minimize macs"));
        assertEquals(Code.INDEX_OUT_OF_RANGE, refused("stage Plain(8)", "report stages.out[2]"));
    }

    @Test
    void explosionsEndWithASentence() {
        assertEquals(Code.TOO_MUCH_WORK, refused("stage { repeat 1_000_000_000 { relu } }", "report macs"));
    }
}
