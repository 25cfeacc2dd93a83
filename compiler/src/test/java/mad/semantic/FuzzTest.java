package mad.semantic;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import mad.Fixture;
import mad.diagnostic.Diagnostic;
import mad.query.MemoryWorld;
import mad.query.Snapshot;
import mad.source.Span;
import org.junit.jupiter.api.Test;

/** Files in which tokens were deleted, inserted, replaced or exchanged: whatever comes out, analysis answers, and with places that exist. */
class FuzzTest {
    private static final Pattern TOKEN = Pattern.compile("//[^\n]*|\"[^\"\n]*\"|\\w+|\\S");

    /** For more, run with {@code -Dmad.fuzz=100000}. */
    private static final int TIMES = Integer.getInteger("mad.fuzz", 1_500);

    private static final long SEED = Long.getLong("mad.seed", 20260101);

    @Test
    void neverThrows() throws IOException {
        List<Map<String, String>> projects = projects();
        List<String> words = new ArrayList<>();
        projects.forEach(p -> p.values()
                .forEach(text -> TOKEN.matcher(text)
                        .results()
                        .map(MatchResult::group)
                        .limit(200)
                        .forEach(words::add)));
        for (int i = 0; i < TIMES; i++) {
            Random random = new Random(SEED + i);
            Map<String, String> project = new TreeMap<>(projects.get(random.nextInt(projects.size())));
            String main = project.containsKey("main.mad")
                    ? "main.mad"
                    : project.keySet().iterator().next();
            project.put(main, mutated(project.getOrDefault(main, ""), words, random));
            answers(project, main, SEED + i);
        }
    }

    private static void answers(Map<String, String> project, String main, long seed) {
        String text = project.getOrDefault(main, "");
        try {
            Snapshot snapshot = new Snapshot(new MemoryWorld(project));
            for (Diagnostic diagnostic : snapshot.diagnostics(main)) {
                assertPlace(diagnostic.span(), main, text);
                diagnostic.fixes().forEach(f -> f.edits().forEach(e -> assertPlace(e.span(), main, text)));
            }
            snapshot.module(main).references().forEach(r -> assertPlace(r.use(), main, text));
        } catch (RuntimeException | StackOverflowError e) {
            fail("seed " + seed + ": " + e + "\n" + text, e);
        }
    }

    private static void assertPlace(Span span, String file, String text) {
        assertTrue(span.file().equals(file) && span.end() <= text.length(), () -> span + " is not in\n" + text);
    }

    private static String mutated(String text, List<String> words, Random random) {
        StringBuilder mutant = new StringBuilder(text);
        for (int i = 1 + random.nextInt(4); i > 0; i--) {
            List<MatchResult> tokens = TOKEN.matcher(mutant).results().toList();
            if (tokens.isEmpty()) {
                return mutant.toString();
            }
            MatchResult token = tokens.get(random.nextInt(tokens.size()));
            MatchResult other = tokens.get(random.nextInt(tokens.size()));
            String word = random.nextBoolean() ? other.group() : words.get(random.nextInt(words.size()));
            switch (random.nextInt(5)) {
                case 0 -> mutant.delete(token.start(), token.end());
                case 1 -> mutant.insert(token.start(), word + " ");
                case 2 -> mutant.replace(token.start(), token.end(), word);
                case 3 ->
                    mutant.delete(
                            Math.min(token.start(), other.start()),
                            Math.min(token.start(), other.start())
                                    + random.nextInt(40)
                                            % Math.max(1, mutant.length() - Math.min(token.start(), other.start())));
                default -> mutant.setLength(token.end());
            }
        }
        return mutant.toString();
    }

    private static List<Map<String, String>> projects() throws IOException {
        List<Map<String, String>> projects = new ArrayList<>();
        for (Fixture fixture : SemanticTest.fixtures()) {
            if (fixture.text().length() < 20_000) {
                projects.add(new Fixture(fixture.name(), fixture.text().replaceAll("(?m)^//~.*\\n", "")).files());
            }
        }
        try (Stream<Path> examples = Files.walk(Path.of("../examples"))) {
            for (Path example :
                    examples.filter(e -> e.toString().endsWith(".mad")).sorted().toList()) {
                projects.add(Map.of("main.mad", Files.readString(example)));
            }
        }
        return projects;
    }
}
