package mad.emit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import mad.cli.Golden;
import mad.cli.Reports;
import mad.diagnostic.Code;
import mad.diagnostic.Diagnostic;
import mad.query.Answer;
import mad.query.MemoryWorld;
import mad.query.Snapshot;
import mad.source.Span;
import org.junit.jupiter.api.Test;

class AnswerJsonTest {
    private static final Snapshot SNAPSHOT = new Snapshot(new MemoryWorld(Map.of("r18.mad", "design R18 of Net { }")));
    private static final Diagnostic WHY = Diagnostic.of(Code.INFEASIBLE, new Span("r18.mad", 7, 10), "Too small.")
            .note(new Span("r18.mad", 0, 6), "Here.")
            .fix("enlarge it", new Span("r18.mad", 7, 10), "R19");
    private static final ObjectMapper JSON = new ObjectMapper();

    private static final List<Answer> ANSWERS = List.of(
            new Answer.Found(Reports.r18(), Map.of()),
            new Answer.Found(Reports.proved(), Map.of()),
            new Answer.Found(Reports.violated(), Map.of()),
            new Answer.NothingFound("out of work", List.of("macs"), Reports.violated()),
            new Answer.Infeasible(List.of(WHY)),
            new Answer.Refused(List.of(WHY)));

    @Test
    void oneLinePerAnswerThatFitsTheSchema() throws IOException {
        Schema schema =
                new Schema(JSON.readTree(Path.of("../docs/report.schema.json").toFile()));
        for (Answer answer : ANSWERS) {
            String line = AnswerJson.line("R18", answer, SNAPSHOT);
            assertFalse(line.contains("\n"));
            assertEquals(List.of(), schema.problems(JSON.readTree(line)));
        }
    }

    @Test
    void theSchemaNoticesWhatIsMissing() throws IOException {
        Schema schema =
                new Schema(JSON.readTree(Path.of("../docs/report.schema.json").toFile()));
        JsonNode report = JSON.readTree(AnswerJson.line("R18", ANSWERS.getFirst(), SNAPSHOT));
        ((com.fasterxml.jackson.databind.node.ObjectNode) report.get("solver")).remove("seed");
        assertFalse(schema.problems(report).isEmpty());
    }

    @Test
    void keysStandInAStableOrder() throws IOException {
        JsonNode report = JSON.readTree(AnswerJson.line("R18", ANSWERS.getFirst(), SNAPSHOT));
        Golden.check("report.json", report.toPrettyString() + "\n");
        JsonNode infeasible = JSON.readTree(AnswerJson.line("R18", ANSWERS.get(4), SNAPSHOT));
        Golden.check("infeasible.json", infeasible.toPrettyString() + "\n");
    }

    @Test
    void whatJsonHasNoWordForIsNull() {
        assertEquals(
                "{\"a\":null,\"b\":null,\"c\":1820000000,\"d\":0.5,\"e\":null,\"f\":true,\"g\":\"x\"}",
                Json.text(json -> json.object(o -> o.put("a", Double.NaN)
                        .put("b", Double.POSITIVE_INFINITY)
                        .put("c", (Object) 1.82e9)
                        .put("d", 0.5)
                        .put("e", (Object) null)
                        .put("f", (Object) true)
                        .put("g", (Object) "x"))));
        assertTrue(AnswerJson.line("R18", ANSWERS.get(2), SNAPSHOT).contains("\"violations\":["));
    }
}
