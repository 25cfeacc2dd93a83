package mad.editor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CompletionTest {
    private static List<String> labels(String text) {
        return Completion.at(new Marked(text).cursor()).stream()
                .map(Completion.Item::label)
                .toList();
    }

    /** What must be among the first five proposals. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "let a = 3 ‸ | M",
                "let a = 3 M‸ | MB",
                "metric m = sum(l in layers: l.ma‸) | macs",
                "metric m = sum(s in stages: s.dep‸) | depth",
                "metric m = sum(lay‸ | layers",
                "import mad.blo‸ | mad.blocks",
                "import mad.blocks { Bott‸ } | Bottleneck",
                "import mad.blocks { Bott‸ | Bottleneck",
                "block B(out: cha‸) {} | channels",
                "block B(out: channels) { conv(ou‸ | out",
                "block B(out: channels) { co‸ } | conv",
                "block B() { conv(8, ker‸) } | kernel",
                "space N { inp‸ } | input",
                "space N { stage ⟨a⟩: con‸ } | conv",
                "metric cost = sum(layers.macs)\\nbudget B { co‸ } | cost",
                "budget Phone { }\\ndesign D of N { within Ph‸ } | Phone",
                "space Net { }\\ndesign D of N‸ | Net",
                "design D of N { maxi‸ } | maximize",
                "metric m = count(l in layers where l is con‸) | conv",
                "spa‸ | space",
                "let Width = 3\\nlet T = Wi‸ | Width",
            })
    void offers(String text, String wanted) {
        List<String> found = labels(text.replace("\\n", "\n"));
        assertTrue(found.subList(0, Math.min(5, found.size())).contains(wanted), () -> wanted + " not in " + found);
    }

    /** Before a letter is typed, what cannot stand at the place is not offered: not {@code absent}, but {@code wanted}. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "let a = 3 ‸ | M | abs",
                "import mad.blocks { ‸ } | Bottleneck | abs",
                "block B(a: ‸) { conv(a) } | channels | abs",
                "space N { ‸ } | stage | abs",
                "space N { stem conv(8) } design D of N { ‸ } | maximize | abs",
                "space N { stem conv(8) } design D of N { maximize ‸ } | entropy | within",
                "metric cost = sum(layers.macs) budget B { ‸ } | cost | B",
                "budget B { } space N { stem conv(8) } design D of N { within ‸ } | B | abs",
                "budget B { } budget C { } space N { stem conv(8) } design D of N { within B, ‸ } | C | abs",
                "design ‸ | | abs",
                "design D ‸ | of | abs",
                "table t from \"a.csv\" ‸ | key | abs",
                "space N { stem conv(8) } design D(width: count = 3) of N { maximize 1 } sweep s of D { ‸ } | width | abs",
                "metric m = ‸ | sum | objective",
            })
    void offersOnlyWhatFits(String text, String wanted, String absent) {
        List<String> found = labels(text);
        assertTrue(wanted == null || found.contains(wanted), () -> wanted + " not in " + found);
        assertTrue(!found.contains(absent), () -> absent + " in " + found);
    }

    @Test
    void importsWhatIsChosenFromElsewhere() {
        Marked marked = new Marked("import mad.blocks { ConvBnRelu }\n\nspace N { stem Bottlen‸ }\n");
        Completion.Item item = Completion.at(marked.cursor()).stream()
                .filter(i -> i.label().equals("Bottleneck"))
                .findFirst()
                .orElseThrow();
        assertEquals(1, item.also().size());
        assertTrue(Marked.after(marked.snapshot, "main.mad", item.also())
                .startsWith("import mad.blocks { ConvBnRelu, Bottleneck }"));
    }

    @Test
    void isSilentInComments() {
        assertEquals(List.of(), labels("// sp‸\n"));
    }

    @Test
    void signaturesKnowTheActiveParameter() {
        Calls.Signature named = Calls.at(new Marked("block B() { conv(8, stride: ‸) }\n").cursor())
                .orElseThrow();
        assertEquals("stride = 1", named.parameters().get(named.active()).label());
        Calls.Signature positional = Calls.at(new Marked("let f(a: real, b: real) = a\nlet c = f(1, ‸\n").cursor())
                .orElseThrow();
        assertEquals("b: real", positional.parameters().get(positional.active()).label());
    }
}
