package mad.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import mad.diagnostic.Diagnostic;
import mad.model.Definition;
import mad.query.MemoryWorld;
import mad.query.Snapshot;
import mad.source.Span;
import org.junit.jupiter.api.Test;

/** What dragging a number does to the text. */
class ControlsTest {
    private static final String FILE = "net.mad";
    private static final String SPACE = """
            space Net { input image(channels: 3, size: 32) stage Bottleneck(out: 8..64 step 8, mid: 8) x 1..3 head { globalpool linear(10) } }
            """;
    private static final String IMPORTS = """
            import mad.blocks { Bottleneck }
            import mad.budgets { ResNet18 }
            """;

    /** The text after a control of {@code D} was dragged; it must be sound, and limit the same things. */
    private static String dragged(String text, String control, double value) {
        Snapshot before = snapshot(text);
        Definition.Design design = design(before);
        StringBuilder after = new StringBuilder(text);
        List<Diagnostic.Edit> edits = Controls.of(design, before).edits(control, value);
        edits.stream()
                .sorted(Comparator.comparingInt((Diagnostic.Edit e) -> e.span().start())
                        .reversed())
                .forEach(e -> after.replace(e.span().start(), e.span().end(), e.replacement()));
        Snapshot changed = snapshot(after.toString());
        assertEquals(List.of(), changed.diagnostics(FILE), after.toString());
        List<Limitation> was = Limitation.of(design, before);
        List<Limitation> is = Limitation.of(design(changed), changed);
        assertEquals(
                was.stream().map(Limitation::name).sorted().toList(),
                is.stream().map(Limitation::name).sorted().toList());
        String name = control.substring("limit:".length());
        assertTrue(
                is.stream()
                        .anyMatch(l -> l.name().equals(name)
                                && l.literal() != null
                                && l.literal().value() == value),
                after.toString());
        return after.toString();
    }

    private static Snapshot snapshot(String text) {
        return new Snapshot(new MemoryWorld(Map.of(FILE, text)));
    }

    private static Definition.Design design(Snapshot snapshot) {
        return snapshot.designs(FILE).getFirst();
    }

    @Test
    void aNumberKeepsItsUnitAndStyle() {
        String text = "import mad.blocks { Bottleneck }\nimport mad.counting.torchvision { macs }\n" + SPACE
                + "budget Phone { macs <= 20 M }\ndesign D of Net { within Phone minimize macs }\n";
        assertEquals(text.replace("20 M", "2.34 M"), dragged(text, "limit:macs", 2.34e6));
    }

    @Test
    void aLimitOfTheLibraryBecomesTheDesignsOwn() {
        String text = IMPORTS + "import mad.counting.torchvision { macs }\n" + SPACE
                + "/// Of a phone.\ndesign D of Net { within ResNet18 minimize macs }\n";
        String once = dragged(text, "limit:macs", 1.5e9);
        assertEquals(
                text.replace("/// Of", "budget DBudget extends ResNet18 { macs <= 1.50 G }\n\n/// Of")
                        .replace("within ResNet18", "within DBudget"),
                once);
        assertEquals(once.replace("1.50 G", "1.40 G"), dragged(once, "limit:macs", 1.4e9), "the same number again");
        assertEquals(
                once.replace("1.50 G }", "1.50 G, params <= 9.00 M }")
                        .replace("{ macs }", "{ macs }\nimport mad.counting.torchvision { params }"),
                dragged(once, "limit:params", 9e6),
                "another number of the same budget");
    }

    @Test
    void whatCannotBeNamedIsLeftAlone() {
        String text =
                IMPORTS + "let macs = 3\n" + SPACE + "design D of Net { within ResNet18 minimize count(layers) }\n";
        Snapshot snapshot = snapshot(text);
        assertEquals(List.of(), Controls.of(design(snapshot), snapshot).edits("limit:macs", 1e9));
    }

    @Test
    void zeroKeepsItsUnit() {
        Literal zero = Literal.read(new Span(FILE, 0, 3), "0 M", 0, true);
        assertNotNull(zero);
        assertEquals("0.0548 M", zero.enough(54_716, true));
        Literal memory = Literal.read(new Span(FILE, 0, 5), "0 KiB", 0, true);
        assertNotNull(memory);
        assertEquals("2 KiB", memory.enough(2048, true));
    }
}
