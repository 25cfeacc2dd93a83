package mad.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VerifyTest {
    private static final String MICRO =
            Path.of("../examples/microcontroller.mad").toString();

    @TempDir
    static Path folder;

    private static Path proof = Path.of("");

    @BeforeAll
    static void solve() {
        proof = folder.resolve("micro.madcert");
        assertEquals(0, Run.mad("solve", MICRO, "--proof", proof.toString()).code());
    }

    @Test
    void whatIsVerifiedAsText() {
        Run run = Run.mad("verify", proof.toString(), MICRO);
        assertEquals(0, run.code(), run.err());
        assertTrue(run.out().startsWith("verified: "), run.out());
    }

    @Test
    void whatIsVerifiedAsJson() throws IOException {
        Run run = Run.mad("verify", proof.toString(), MICRO, "--format", "json");
        assertEquals(0, run.code(), run.err());
        JsonNode said = json(run);
        assertEquals(proof.toString(), said.get("certificate").asText());
        assertEquals("verified", said.get("status").asText());
        assertEquals("bounded", said.get("claim").asText());
        assertTrue(said.get("bound").asDouble() >= said.get("objective").asDouble(), run.out());
        assertTrue(said.get("gap").asDouble() <= 1e-6, run.out());
        assertTrue(said.get("boxes").asLong() > 0 && said.get("compared").asInt() > 1, run.out());
        assertTrue(said.get("differences").isEmpty(), run.out());
    }

    @Test
    void aProofOfAnotherText() throws IOException {
        Path changed = folder.resolve("micro.mad");
        String text = Files.readString(Path.of(MICRO));
        Files.writeString(changed, text.replaceFirst("macs <= 80 M", "macs <= 79 M"));
        assertFalse(text.equals(Files.readString(changed)));
        Run run = Run.mad("verify", proof.toString(), changed.toString(), "--format", "json");
        assertEquals(1, run.code(), run.err());
        JsonNode said = json(run);
        assertEquals("differs", said.get("status").asText());
        assertTrue(said.get("differences").get(0).asText().startsWith("The proof is of another program"), run.out());
    }

    @Test
    void aTamperedProofIsRefusedSayingWhere() throws IOException {
        List<String> lines = new ArrayList<>(read());
        int step = 4; // the first line after head, program, design and chain
        lines.set(step, lines.get(step).replaceFirst("\"node\":0", "\"node\":9"));
        Path tampered = write("tampered.madcert", lines);
        Run run = Run.mad("verify", tampered.toString(), "--format", "json");
        assertEquals(1, run.code(), run.err());
        JsonNode said = json(run);
        assertEquals("refused", said.get("status").asText());
        assertEquals(step + 1, said.get("line").asInt(), run.out());
        assertFalse(said.get("reason").asText().isEmpty());
    }

    @Test
    void aFileThatIsNoCertificate() throws IOException {
        Path file = Files.writeString(folder.resolve("none.madcert"), "nothing");
        JsonNode said = json(Run.mad("verify", file.toString(), "--format", "json"));
        assertEquals("refused", said.get("status").asText());
        assertEquals(0, said.get("line").asInt(), said.toString());
    }

    private static JsonNode json(Run run) throws IOException {
        assertEquals(1, run.out().lines().count(), run.out());
        return new ObjectMapper().readTree(run.out());
    }

    private static List<String> read() throws IOException {
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(proof)), StandardCharsets.UTF_8))) {
            return lines.lines().toList();
        }
    }

    private static Path write(String name, List<String> lines) throws IOException {
        Path file = folder.resolve(name);
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write(String.join("\n", lines).getBytes(StandardCharsets.UTF_8));
        }
        return file;
    }
}
