package mad.cli.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import mad.cli.Golden;
import mad.diagnostic.Code;
import mad.diagnostic.Diagnostic;
import mad.query.MemoryWorld;
import mad.query.Snapshot;
import mad.source.Span;
import org.junit.jupiter.api.Test;

class DiagnosticTextTest {
    private static final Screen WIDE = new Screen(true, 100, true, false);
    private static final String NET = """
            import mad.blocks { Bottleneck }

            space Net {
            \tstage Bottlneck(out: 64)
              stage Stem(name: "日本語 🎉", oops: 1)
              stage Long {
                conv(1)
              }
            }
            """;
    private static final Snapshot SNAPSHOT = new Snapshot(
            new MemoryWorld(Map.of("net.mad", NET, "long.mad", "let x = " + "1 + ".repeat(200_000) + "y")));

    private static Span span(String text) {
        int start = NET.indexOf(text);
        return new Span("net.mad", start, start + text.length());
    }

    @Test
    void snippetsNotesAndFixes() throws IOException {
        Diagnostic unknown = Diagnostic.of(Code.UNKNOWN_NAME, span("Bottlneck"), "There is no block `Bottlneck`.")
                .note(span("Bottleneck"), "`Bottleneck` is imported here.")
                .fix("replace it with `Bottleneck`", span("Bottlneck"), "Bottleneck");
        Diagnostic wide = Diagnostic.of(Code.UNKNOWN_ARGUMENT, span("oops"), "`Stem` has no parameter `oops`.");
        Diagnostic emoji =
                Diagnostic.of(Code.TYPE_MISMATCH, span("\"日本語 🎉\""), "A text stands where a number is asked for.");
        Diagnostic several = Diagnostic.of(
                Code.BAD_BRANCHES, span("stage Long {\n    conv(1)\n  }"), "This spans lines. ".repeat(9));
        Diagnostic warning = Diagnostic.of(Code.UNUSED_IMPORT, span("Bottleneck"), "`Bottleneck` is never used.");
        List<String> lines = new ArrayList<>();
        for (Diagnostic each : List.of(unknown, wide, emoji, several, warning)) {
            lines.addAll(DiagnosticText.lines(each, SNAPSHOT, WIDE));
            lines.add("");
        }
        lines.addAll(DiagnosticText.lines(unknown, SNAPSHOT, new Screen(false, 80, false, false)));
        lines.addAll(DiagnosticText.lines(unknown, SNAPSHOT, new Screen(true, 80, true, true)));
        Golden.check("diagnostics.txt", lines);
    }

    @Test
    void oneLineForProblemMatchers() {
        Diagnostic unknown = Diagnostic.of(Code.UNKNOWN_NAME, span("Bottlneck"), "There is no block\n`Bottlneck`.");
        assertEquals(
                "net.mad:4:8: error: There is no block `Bottlneck`. [MAD2001]", DiagnosticText.line(unknown, SNAPSHOT));
    }

    @Test
    void aLineOfAMegabyteIsCutAroundTheSpan() {
        int end = 8 + 4 * 200_000;
        Diagnostic far = Diagnostic.of(Code.UNKNOWN_NAME, new Span("long.mad", end, end + 1), "`y` is not known.");
        List<String> lines = DiagnosticText.lines(far, SNAPSHOT, WIDE);
        assertTrue(lines.stream().allMatch(line -> DisplayWidth.of(line) <= 100), lines.toString());
        int caret = lines.get(3).indexOf('^');
        assertEquals('y', lines.get(2).charAt(caret));
    }

    @Test
    void whatWouldControlTheTerminalIsNotPrinted() {
        Snapshot junk = new Snapshot(new MemoryWorld(Map.of("a.mad", "let \u001b[31m\u0007\u202e x\r\nnext")));
        Diagnostic diagnostic = Diagnostic.of(Code.BAD_CHARACTER, new Span("a.mad", 4, 9), "Bad \u001b[2J text.");
        String text = String.join("\n", DiagnosticText.lines(diagnostic, junk, WIDE));
        assertFalse(
                text.contains("\u001b") || text.contains("\u0007") || text.contains("\u202e") || text.contains("\r"));
    }

    @Test
    void aSpanAtTheEndOfTheTextOrOfNoFileIsNoError() {
        Diagnostic end = Diagnostic.of(Code.MISSING_TOKEN, new Span("net.mad", NET.length(), NET.length()), "More.");
        assertTrue(String.join("\n", DiagnosticText.lines(end, SNAPSHOT, WIDE)).contains("net.mad:10:1"));
        Diagnostic gone = Diagnostic.of(Code.MISSING_TOKEN, new Span("gone.mad", 3, 5), "Gone.");
        assertEquals(2, DiagnosticText.lines(gone, SNAPSHOT, WIDE).size());
    }
}
