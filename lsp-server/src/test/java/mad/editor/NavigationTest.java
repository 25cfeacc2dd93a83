package mad.editor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import mad.source.Span;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NavigationTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "let ⟨Width⟩ = 64\nlet Twice = 2 * Wid‸th\n",
                "metric ⟨cost⟩ = sum(layers.macs)\nbudget B { co‸st <= 3 M }\n",
                "metric total = sum(⟨l⟩ in layers: l‸.macs)\n",
                "block B(⟨out⟩: channels) { conv(ou‸t) }\n",
                "block B(⟨out⟩: channels) { conv(out) }\nspace N { input image(channels: 3, size: 8) stem B(o‸ut: 8) }\n",
                "space N { input image(channels: 3, size: 8) stage ⟨a⟩: conv(8) require ‸a.out > 4 }\n",
                "block B(⟨mid⟩: channels) { conv(mid) }\nspace N { input image(channels: 3, size: 8) stage a: B(mid: 8) require a.mi‸d > 4 }\n",
                "import \"lib.mad\" { Wid‸th }\nlet T = Width\n// file: lib.mad\nlet ⟨Width⟩ = 3\n",
                "import \"lib.mad\" { Width }\nlet T = ‸Width\n// file: lib.mad\nlet ⟨Width⟩ = 3\n",
                "import \"lib.mad\" { Width as ⟨W⟩ }\nlet T = ‸W\n// file: lib.mad\nlet Width = 3\n",
                "import \"lib.mad\"\nlet T = lib.Wi‸dth\n// file: lib.mad\nlet ⟨Width⟩ = 3\n",
                "design D(⟨n⟩: count = 3) of N { }\nspace N { input image(channels: 3, size: 8) stem conv(8) }\nsweep S of D { ‸n in {1, 2} }\n",
            })
    void findsTheDefinition(String text) {
        Marked marked = new Marked(text);
        List<Span> found = Navigation.definition(marked.cursor()).stream()
                .map(Navigation.Link::target)
                .toList();
        assertEquals(marked.ranges, found);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "let ⟨Wid‸th⟩ = 64\nlet Twice = 2 * ⟨Width⟩ + ⟨Width⟩\n",
                "import \"lib.mad\" { ⟨Width⟩ }\nlet T = ⟨Width⟩\n// file: lib.mad\nlet ⟨‸Width⟩ = 3\n",
                "import \"lib.mad\" { Width as ⟨W⟩ }\nlet T = ⟨‸W⟩\n// file: lib.mad\nlet Width = 3\n",
                "block B(⟨out⟩: channels) { conv(⟨‸out⟩) }\nspace N { input image(channels: 3, size: 8) stage a: B(⟨out⟩: 8) require a.out > 4 }\n",
                "metric total = sum(⟨l⟩ in layers where ⟨l⟩.main: ⟨‸l⟩.macs)\nmetric other = sum(l in layers: l.macs)\n",
            })
    void findsAllReferences(String text) {
        Marked marked = new Marked(text);
        Set<Span> found = new HashSet<>(
                Navigation.references(marked.cursor(), marked.names(), EnumSet.allOf(Navigation.Part.class)));
        assertEquals(new HashSet<>(marked.ranges), found);
    }

    @Test
    void highlightsDeclarationsAsSuch() {
        Marked marked = new Marked("let ⟨W⟩ = 1\nlet T = ⟨‸W⟩\n");
        List<Navigation.Highlight> found = Navigation.highlights(marked.cursor());
        assertEquals(2, found.size());
        assertTrue(found.getFirst().declares());
    }

    @Test
    void leadsIntoTheStandardLibrary() {
        Marked marked = new Marked("import mad.blocks { Bottle‸neck }\n");
        assertEquals(
                "mad.blocks",
                Navigation.definition(marked.cursor()).getFirst().target().file());
    }

    @Test
    void outlinesAreTrees() {
        Marked marked = new Marked(
                "let W = 1\nspace N { input image(channels: 3, size: 8) stage s1: conv(8) head { globalpool } }\n");
        List<Outline.Entry> outline = Outline.of(marked.snapshot, "main.mad");
        assertEquals(
                List.of("W", "N"), outline.stream().map(Outline.Entry::name).toList());
        assertEquals(
                List.of("s1", "head"),
                outline.getLast().children().stream().map(Outline.Entry::name).toList());
    }

    @Test
    void oneBrokenItemLeavesTheOthersAlone() {
        Marked marked = new Marked("let W = 1\nspce A { input image(\nlet V = 2\nmetric m = sum(layers.macs)\n");
        List<String> names = Outline.of(marked.snapshot, "main.mad").stream()
                .map(Outline.Entry::name)
                .toList();
        assertTrue(names.containsAll(List.of("W", "V", "m")), names::toString);
    }

    @Test
    void hierarchiesGoBothWays() {
        Marked marked = new Marked("block A() { conv(8) }\nblock ⟨B⟩() { A() }\nblock C() { ‸B() }\n");
        Span b = Hierarchies.at(marked.cursor()).orElseThrow().selection();
        assertEquals(marked.ranges.getFirst(), b);
        assertEquals(
                List.of("A"),
                Hierarchies.outgoing(marked.snapshot, b).stream()
                        .map(u -> u.entry().name())
                        .toList());
        assertEquals(
                List.of("C"),
                Hierarchies.incoming(marked.snapshot, b, marked.names()).stream()
                        .map(u -> u.entry().name())
                        .toList());
    }

    @Test
    void linksLeadToFiles() {
        Marked marked = new Marked("import ⟨\"lib.mad\"⟩ { W }\nlet T = W\n// file: lib.mad\nlet W = 1\n");
        assertEquals(
                List.of(new Links.Link(marked.ranges.getFirst(), "lib.mad")), Links.of(marked.snapshot, "main.mad"));
    }
}
