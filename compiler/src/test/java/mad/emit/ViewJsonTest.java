package mad.emit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import mad.cli.Main;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Views of real designs keep to their schema; the preview's own test compares that with what it understands. */
class ViewJsonTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    private Path folder;

    private static JsonNode view(Path file, String... options) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        String[] words = {"report", file.toString(), "--format", "json", "--work", "2k"};
        List<String> all = new java.util.ArrayList<>(List.of(words));
        all.addAll(List.of(options));
        int code = Main.run(
                all.toArray(String[]::new), InputStream.nullInputStream(), out, OutputStream.nullOutputStream());
        assertEquals(0, code, file.toString());
        return JSON.readTree(out.toByteArray());
    }

    private static Schema schema() throws IOException {
        return new Schema(JSON.readTree(Path.of("../docs/view.schema.json").toFile()));
    }

    @ParameterizedTest
    @CsvSource({
        "microcontroller.mad, --explain",
        "phone.mad, --explain",
        "vision-transformer.mad, --plots",
        "sweep.mad, --plots",
        "frontier.mad, --plots",
        "networks/resnet8.mad, --explain"
    })
    void examplesKeepToTheSchema(String example, String option) throws IOException {
        JsonNode view = view(Path.of("..", "examples", example), option);
        assertEquals(List.of(), schema().problems(view));
        boolean drawn = view.findValues("network").size() > 0;
        assertTrue(drawn, "there is a network to speak of");
    }

    @Test
    void aConflictKeepsToTheSchema() throws IOException {
        Path file = folder.resolve("tiny.mad");
        Files.writeString(
                file,
                Files.readString(Path.of("..", "examples", "microcontroller.mad"))
                        .replaceFirst("maximize", "require count(layers) <= 1 maximize"));
        JsonNode view = view(file);
        assertEquals(List.of(), schema().problems(view));
        assertFalse(view.findValues("conflict").isEmpty(), view.toString());
    }

    @Test
    void theSchemaNoticesWhatIsMissingOrNew() throws IOException {
        JsonNode view = view(Path.of("..", "examples", "networks", "resnet8.mad"));
        ObjectNode stage = (ObjectNode) view.at("/designs/0/network/stages/0");
        stage.remove("depth");
        stage.put("new", 1);
        assertEquals(
                List.of("$.designs[].network.stages[].depth is missing", "$.designs[].network.stages[].new is unknown"),
                schema().problems(view));
    }
}
