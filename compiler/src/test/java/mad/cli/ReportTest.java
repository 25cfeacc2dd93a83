package mad.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Reports as files. They need the preview, which the build makes with Node.js. */
class ReportTest {
    private static final Path NETWORK = Path.of("..", "examples", "networks", "resnet8.mad");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"html", "svg", "md", "json"})
    void theSameInputGivesTheSameBytes(String format) throws IOException {
        byte[] first = report("a." + format);
        assertTrue(first.length > 500, first.length + " bytes");
        assertArrayEquals(first, report("b." + format));
    }

    /** The designs behind the points of a plot, too. */
    @Test
    void plotsTellNoTime() throws IOException {
        Path file = folder.resolve("sweep.mad");
        Files.writeString(file, """
                import mad.counting.torchvision { macs }
                space Net {
                  input image(channels: 3, size: 8)
                  stage s: conv(out: 8..64 step 8, kernel: 3) x 1..3
                }
                design D(limit: real = 1 M) of Net { require macs <= limit maximize s.out report macs }
                sweep Limits of D { limit in [0.5 M, 1 M] }
                """);
        Run run = Run.mad("report", file.toString(), "--plots", "--format", "json");
        assertEquals(0, run.code(), run.err());
        assertTrue(run.out().contains("\"points\":[{\"x\":500000"), run.out());
        assertTrue(run.out().contains("\"seconds\":0"), run.out());
        assertFalse(Pattern.compile("\"seconds\":(?!0[,}])").matcher(run.out()).find(), run.out());
    }

    @Test
    void aPictureNamesEveryStage() throws IOException {
        String svg = new String(report("a.svg"), java.nio.charset.StandardCharsets.UTF_8);
        assertTrue(svg.startsWith("<svg"), svg.substring(0, 40));
        assertTrue(svg.contains(">stem<") && svg.contains(">head<"), "stages");
        assertFalse(svg.contains("NaN"), "a number is missing");
    }

    /** Its policy allows what stands in it and nothing else; its drawing is there before any script runs. */
    @Test
    void aPageNeedsNothingElse() throws IOException {
        String html = new String(report("a.html"), java.nio.charset.StandardCharsets.UTF_8);
        assertTrue(html.contains("default-src 'none'; script-src 'sha256-"), "policy");
        assertFalse(Pattern.compile("(src|href)=\"(https?:)?//").matcher(html).find(), "something from elsewhere");
        assertTrue(html.indexOf("<svg") < html.indexOf("<script"), "drawn before the scripts");
    }

    @Test
    void aNameMustSayWhatToWrite() {
        Run run = Run.mad(
                "report", NETWORK.toString(), "-o", folder.resolve("a.pdf").toString());
        assertEquals(Exit.USAGE.code(), run.code());
        assertTrue(run.err().contains("does not say what to write"), run.err());
    }

    @Test
    void noWorkIsNoReport() {
        Run run = Run.mad(
                "report",
                NETWORK.toString(),
                "--work",
                "0",
                "-o",
                folder.resolve("a.md").toString());
        assertEquals(Exit.USAGE.code(), run.code());
        assertTrue(run.err().contains("--work wants at least 1 evaluation"), run.err());
    }

    private byte[] report(String name) throws IOException {
        Path file = folder.resolve(name);
        Run run = Run.mad("report", NETWORK.toString(), "-o", file.toString());
        assertEquals(0, run.code(), run.err());
        return Files.readAllBytes(file);
    }
}
