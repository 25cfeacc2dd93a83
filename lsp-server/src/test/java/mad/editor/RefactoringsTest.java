package mad.editor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import mad.diagnostic.Severity;
import mad.query.MemoryWorld;
import mad.query.Snapshot;
import mad.source.Span;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Rewritings as fixtures: the title, the text with what is selected in {@code ⟨…⟩}, and the text after it. */
class RefactoringsTest {
    private static final Path FIXTURES = Path.of("src/test/resources/mad/editor/refactorings.txt");

    record Fixture(String title, String before, String after) {
        @Override
        public String toString() {
            return title + ": " + before.lines().findFirst().orElse("");
        }
    }

    static Stream<Fixture> fixtures() throws IOException {
        return Stream.of(Files.readString(FIXTURES).split("(?m)^=== ")).skip(1).map(part -> {
            String title = part.substring(0, part.indexOf('\n'));
            String[] texts = part.substring(part.indexOf('\n') + 1).split("(?m)^---\n");
            return new Fixture(title, texts[0], texts[1]);
        });
    }

    @ParameterizedTest
    @MethodSource("fixtures")
    void rewrites(Fixture fixture) {
        Marked marked = new Marked(fixture.before().replace("⟩", "⟩‸"));
        Span range = marked.ranges.getFirst();
        List<Actions.Action> actions =
                Actions.at(marked.cursor().at(range.start()), range, marked.snapshot.diagnostics("main.mad"));
        List<Actions.Action> named =
                actions.stream().filter(a -> a.title().equals(fixture.title())).toList();
        if (fixture.after().equals("(not offered)\n")) {
            assertEquals(List.of(), named);
            return;
        }
        assertEquals(1, named.size(), actions::toString);
        String after =
                Marked.after(marked.snapshot, "main.mad", named.getFirst().edits());
        assertEquals(fixture.after(), after);
        Snapshot judged = new Snapshot(new MemoryWorld(java.util.Map.of("main.mad", after)));
        assertTrue(
                judged.diagnostics("main.mad").stream().noneMatch(d -> d.severity() == Severity.ERROR),
                judged.diagnostics("main.mad")::toString);
    }
}
