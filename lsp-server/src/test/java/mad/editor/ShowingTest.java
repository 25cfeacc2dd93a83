package mad.editor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import mad.diagnostic.Diagnostic;
import mad.query.Answer;
import mad.query.Cancellation;
import mad.query.Designs;
import mad.query.Progress;
import mad.query.Question;
import mad.source.Span;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShowingTest {
    private static final String NET = """
            space N { input image(channels: 3, size: 8) stage s‸1: conv(8..16 step 8) x 1..2 }
            metric cost = sum(layers.params)
            budget B { cost <= 1 M }
            design D of N { within B maximize cost }
            """;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/// The ratio.\\nmetric ‸ratio = 1 | The ratio.",
                "let Wid‸th = 64 | a whole number: 64",
                "block B() { co‸nv(8) } | kernel = 1",
                "let a = 3 ‸MB | 10⁶ bytes",
                "let a = 1.8‸2 G | 1820000000",
                "metric m = sum(l in layers: l.elem‸ents) | channels × pixels that leave",
                "import mad.blocks { Bottle‸neck } | from `mad.blocks`",
                "metric cost = sum(layers.params)\\nbudget Sm‸all { cost <= 3 M } | budget Small { cost <= 3 M }",
                "let K = {3, 5‸, 7} | a choice of 3 values",
                "let K = 8..64 ‸step 8 | a choice of 8 values",
                "sp‸ace N { } | what a network may be",
            })
    void hovers(String text, String wanted) {
        String found = Hover.at(new Marked(text.replace("\\n", "\n")).cursor(), Results.NONE)
                .map(Hover.Text::markdown)
                .orElse("nothing");
        assertTrue(found.contains(wanted), found);
    }

    private static Results solved(Marked marked) {
        Answer answer = new Designs(marked.snapshot, System::nanoTime, Runnable::run)
                .answer(Question.of("main.mad", "D"), Progress.Listener.silent(), new Cancellation());
        return new Results(List.of(new Results.Known("main.mad", "D", ((Answer.Found) answer).report(), true)));
    }

    @Test
    void solvedNumbersStandAtTheirPlaces() {
        Marked marked = new Marked(NET);
        Results results = solved(marked);
        String hover = Hover.at(marked.cursor(), results).orElseThrow().markdown();
        assertTrue(hover.contains("| channels | 3 → 16 |"), hover);
        List<Hints.Hint> hints = Hints.in(marked.cursor(), new Span("main.mad", 0, 10_000), results);
        assertEquals(
                List.of("= 16", "= 2", "→ 16 × 8², 19.46 k MACs"),
                hints.stream().map(Hints.Hint::text).toList());
        List<String> lenses = Lenses.of(marked.cursor(), results).stream()
                .map(Lenses.Lens::title)
                .toList();
        assertTrue(
                lenses.contains("solve again") && lenses.stream().anyMatch(l -> l.contains("cost")), lenses::toString);
    }

    @Test
    void aBlockSaysWhatItCostsWhereItIsUsed() {
        Marked marked = new Marked("""
                block U‸nit(out: channels) { conv(out) }
                space N { input image(channels: 3, size: 8) stage a: Unit(8) stage b: Unit(16) x 2 }
                design D of N { maximize sum(layers.params) }
                """);
        String hover = Hover.at(marked.cursor(), solved(marked)).orElseThrow().markdown();
        assertTrue(hover.contains("| `a` of `D` | 1 | 3 → 8 | 8 → 8 | 24 |"), hover);
        assertTrue(hover.contains("| `b` of `D` | 2 | 8 → 16 |"), hover);
    }

    /** Hints in the text, where an editor draws them. */
    private static String hinted(String text) {
        Marked marked = new Marked(text);
        StringBuilder shown = new StringBuilder(marked.cursor().text());
        Hints.in(marked.cursor(), new Span("main.mad", 0, 10_000), solved(marked)).reversed().stream()
                .filter(h -> h.kind() == Hints.Kind.VALUE)
                .forEach(h -> shown.insert(h.offset(), " ⟦" + h.text() + "⟧"));
        return shown.toString();
    }

    @Test
    void solvedValuesStandBehindTheirDomains() {
        String shown = hinted("""
                block Two(out: channels, mid: channels = 8, kernel: count = 3) { conv(mid, kernel: kernel) conv(out) }
                space N {
                  input image(channels: 3, size: 8)
                  var k in {3, 5}
                  stem conv(8..16 step 8, {3, 5}, stride: 2)
                  stage s1: Two(8..16 step 8, 8..24 step 8, {3, 5}) x 1..2
                  stage s2: Two(kernel: {3, 5}, 16..32 step 8)
                  stage s3: conv(8..40 step 8, groups: 4)
                  stage s4: conv(8..48 step 8) or Two(8..56 step 8, kernel: k)
                }
                design D of N { maximize sum(layers.params) }‸
                """);
        assertEquals("""
                  var k in {3, 5} ⟦= 5⟧
                  stem conv(8..16 step 8 ⟦= 16⟧, {3, 5} ⟦= 5⟧, stride: 2)
                  stage s1: Two(8..16 step 8 ⟦= 16⟧, 8..24 step 8 ⟦= 24⟧, {3, 5} ⟦= 5⟧) x 1..2 ⟦= 2⟧
                  stage s2: Two(kernel: {3, 5} ⟦= 5⟧, 16..32 step 8 ⟦= 32⟧)
                  stage s3: conv(8..40 step 8 ⟦= 40⟧, groups: 4)
                  stage s4: conv(8..48 step 8) or Two(8..56 step 8 ⟦= 56⟧, kernel: k ⟦= 5⟧)
                """, shown.lines().skip(3).limit(6).map(l -> l + "\n").reduce("", String::concat));
    }

    @Test
    void coloursCoverEveryName() {
        Marked marked = new Marked("/// Doc.\nblock B(out: channels) { conv(out) bn }\n");
        List<Highlighting.Colour> colours = Highlighting.of(marked.snapshot, "main.mad");
        assertEquals(Highlighting.Kind.COMMENT, colours.getFirst().kind());
        assertEquals(Highlighting.Kind.CLASS, colours.get(2).kind());
        assertEquals(Set.of(Highlighting.Trait.DECLARATION), colours.get(2).traits());
        assertEquals(
                2,
                colours.stream()
                        .filter(c -> c.kind() == Highlighting.Kind.PARAMETER)
                        .count());
    }

    @Test
    void formatsWholeFilesAndRanges() {
        Marked marked = new Marked("let  a=1\nlet b  = 2\nlet c=3\n");
        List<Diagnostic.Edit> all = Edits.format(marked.snapshot, "main.mad");
        assertEquals("let a = 1\nlet b = 2\nlet c = 3\n", Marked.after(marked.snapshot, "main.mad", all));
        Marked second = new Marked("let  a=1\nlet b = 2\nlet c=3\n");
        List<Diagnostic.Edit> some = Edits.format(second.snapshot, "main.mad", new Span("main.mad", 20, 21));
        assertEquals("let  a=1\nlet b = 2\nlet c = 3\n", Marked.after(second.snapshot, "main.mad", some));
        Marked third = new Marked("let  a=1\nlet  b=2\nlet  c=3\n");
        List<Diagnostic.Edit> line = Edits.format(third.snapshot, "main.mad", new Span("main.mad", 9, 18));
        assertEquals("let  a=1\nlet b = 2\nlet  c=3\n", Marked.after(third.snapshot, "main.mad", line));
    }

    @Test
    void foldsAndSelections() {
        Marked marked = new Marked("// one\n// two\nspace N {\n  stem conv(8‸, kernel: 3)\n  head { }\n}\n");
        assertEquals(
                List.of(
                        new Structure.Fold(0, 1, Structure.Fold.Kind.COMMENT),
                        new Structure.Fold(2, 4, Structure.Fold.Kind.CODE)),
                Structure.folds(marked.snapshot, "main.mad"));
        List<String> grown = Structure.selections(marked.cursor()).stream()
                .map(marked.snapshot::text)
                .toList();
        assertEquals("conv(8, kernel: 3)", grown.get(grown.indexOf("8") + 1));
        assertFalse(grown.isEmpty());
    }

    @Test
    void organisesImports() {
        Marked marked = new Marked("import mad.blocks { ConvBnRelu, Bottleneck }\nimport mad.blocks { SqueezeExcite }\n"
                + "space N { stem Bottleneck(out: 8, mid: 8) }\n");
        String after = Marked.after(marked.snapshot, "main.mad", Imports.organise(marked.snapshot, "main.mad"));
        assertTrue(after.startsWith("import mad.blocks { Bottleneck }\n"), after);
    }
}
