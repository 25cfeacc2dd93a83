package mad.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FmtTest {
    private static final String UNTIDY = "let   a = 1\n\n\n";

    @TempDir
    Path folder;

    @Test
    void checkNamesWhatWouldChangeAndChangesNothing() throws IOException {
        Path file = Files.writeString(folder.resolve("a.mad"), UNTIDY);
        Run run = Run.mad("fmt", "--check", folder.toString());
        assertEquals(1, run.code(), run.err());
        assertEquals(file + "\n", run.out());
        assertEquals(UNTIDY, Files.readString(file));
    }

    @Test
    void formattingTwiceChangesNothingMore() throws IOException {
        Path file = Files.writeString(folder.resolve("a.mad"), UNTIDY);
        assertEquals("formatted " + file + "\n", Run.mad("fmt", file.toString()).err());
        assertEquals("", Run.mad("fmt", file.toString()).err());
        assertEquals(0, Run.mad("fmt", "--check", file.toString()).code());
        assertEquals(Files.readString(file), Run.piped(UNTIDY, "fmt", "--stdin").out());
    }

    @Test
    void aBrokenFileIsLeftAlone() throws IOException {
        Path file = Files.writeString(folder.resolve("a.mad"), "let a = = 1\n");
        Run run = Run.mad("fmt", file.toString());
        assertEquals(1, run.code());
        assertTrue(run.err().contains("error MAD1"), run.err());
        assertEquals("let a = = 1\n", Files.readString(file));
    }

    @Test
    void filesOrStdinButNotBothAndNotNeither() {
        assertEquals(2, Run.mad("fmt").code());
        assertEquals(2, Run.mad("fmt", "--stdin", "a.mad").code());
    }
}
