package mad.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SolverLogTest {
    private static final String MICRO =
            Path.of("../examples/microcontroller.mad").toString();

    @Test
    void boundsCloseOnTheIncumbent(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("log.jsonl");
        assertEquals(0, Run.mad("solve", MICRO, "--log", file.toString()).code());
        List<String> lines = Files.readAllLines(file);
        double seconds = 0;
        double bound = Double.POSITIVE_INFINITY;
        double incumbent = Double.NEGATIVE_INFINITY;
        for (String line : lines) {
            JsonNode event = new ObjectMapper().readTree(line);
            assertTrue(event.get("seconds").asDouble() >= seconds, line);
            assertTrue(event.get("bound").asDouble() <= bound, line);
            assertTrue(event.get("incumbent").isNull() || event.get("incumbent").asDouble() >= incumbent, line);
            seconds = event.get("seconds").asDouble();
            bound = event.get("bound").asDouble();
            incumbent = event.get("incumbent").asDouble(incumbent);
        }
        assertTrue(incumbent <= bound && bound <= incumbent * (1 + 1e-6), lines.getLast());
    }

    @Test
    void aTableOnStandardError() {
        Run run = Run.mad("solve", MICRO, "--log", "-", "--format", "short");
        assertTrue(run.err().startsWith("   seconds  evaluations"), run.err());
        assertEquals(1, run.out().lines().count(), run.out());
    }

    @Test
    void limitsOfTheTreeStopTheProofAndKeepTheDesign() {
        String example = Path.of("../examples/deepmad-r18.mad").toString();
        for (String limit : List.of("--nodes=3", "--memory=1")) {
            Run run = Run.mad("solve", example, limit, "--format", "json");
            assertEquals(4, run.code(), run.err());
            assertTrue(run.out().contains("\"termination\":\"limit of "), run.out());
            assertNotEquals("", run.out());
        }
    }

    /** The design is not lost with the log. */
    @Test
    void aDiskThatIsFull() {
        Path full = Path.of("/dev/full");
        Assumptions.assumeTrue(Files.exists(full), "only Linux has it");
        Run run = Run.mad("solve", MICRO, "--log", full.toString(), "--format", "short");
        assertEquals(2, run.code());
        assertEquals(1, run.out().lines().count(), run.out());
        assertTrue(run.err().contains("cannot write"), run.err());
    }

    @Test
    void aFileThatCannotBeWritten(@TempDir Path folder) {
        Run run = Run.mad("solve", MICRO, "--log", folder.toString());
        assertEquals(2, run.code());
        assertTrue(run.err().contains("cannot write"), run.err());
    }
}
