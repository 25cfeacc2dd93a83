package mad.editor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class RenameTest {
    private static Rename.Outcome rename(Marked marked, String name) {
        return Rename.to(marked.cursor(), marked.names(), name);
    }

    @Test
    void goesThroughAllFiles() {
        Marked marked = new Marked(
                "import \"lib.mad\" { W‸idth }\nlet T = Width\n// file: lib.mad\nlet Width = 3\nlet U = Width\n");
        Rename.Outcome.Done done = assertInstanceOf(Rename.Outcome.Done.class, rename(marked, "Breadth"));
        assertEquals(
                "import \"lib.mad\" { Breadth }\nlet T = Breadth\n",
                Marked.after(marked.snapshot, "main.mad", done.edits()));
        assertEquals("let Breadth = 3\nlet U = Breadth\n", Marked.after(marked.snapshot, "lib.mad", done.edits()));
    }

    @Test
    void renamesArgumentsWithTheirParameter() {
        Marked marked = new Marked("block B(o‸ut: channels) { conv(out) }\n"
                + "space N { input image(channels: 3, size: 8) stage a: B(out: 8) require a.out > 4 }\n");
        Rename.Outcome.Done done = assertInstanceOf(Rename.Outcome.Done.class, rename(marked, "wide"));
        assertEquals(
                "block B(wide: channels) { conv(wide) }\n"
                        + "space N { input image(channels: 3, size: 8) stage a: B(wide: 8) require a.out > 4 }\n",
                Marked.after(marked.snapshot, "main.mad", done.edits()));
    }

    @Test
    void refusesWhatBreaks() {
        assertInstanceOf(Rename.Outcome.Refused.class, rename(new Marked("let ‸A = 1\nlet B = A\n"), "B"));
        assertInstanceOf(Rename.Outcome.Refused.class, rename(new Marked("let ‸A = 1\n"), "space"));
        assertInstanceOf(Rename.Outcome.Refused.class, rename(new Marked("let ‸A = 1\n"), "1a"));
        assertInstanceOf(Rename.Outcome.Refused.class, rename(new Marked("import mad.blocks { Bottle‸neck }\n"), "X"));
    }

    @Test
    void linksLocalNamesOnly() {
        Marked local = new Marked("metric m = sum(⟨l⟩ in layers: ⟨‸l⟩.macs)\n");
        assertEquals(local.ranges, Rename.linked(local.cursor()));
        assertTrue(Rename.linked(new Marked("let ‸A = 1\n").cursor()).isEmpty());
    }

    @Test
    void importsFollowFiles() {
        Marked marked = new Marked("import \"lib/a.mad\" { W }\nlet T = W\n// file: lib/a.mad\nlet W = 1\n");
        List<mad.diagnostic.Diagnostic.Edit> edits =
                Moves.edits(marked.snapshot, marked.names(), List.of(new Moves.Move("lib", "parts")));
        assertEquals("import \"parts/a.mad\" { W }\nlet T = W\n", Marked.after(marked.snapshot, "main.mad", edits));
    }
}
