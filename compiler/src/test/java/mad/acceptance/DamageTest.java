package mad.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import mad.diagnostic.Code;
import mad.diagnostic.Diagnostic;
import mad.query.Snapshot;
import mad.query.World;
import mad.syntax.Token;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every example with one token less, and with bytes changed, goes through the whole pipeline: nothing throws, hangs or says MAD is to blame. */
class DamageTest {
    /** Tokens deleted of each file; {@code -Dmad.deletions=100000} deletes each in turn. */
    private static final int MOST_DELETIONS = Integer.getInteger("mad.deletions", 5);

    private static final int MUTATIONS = 4;
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final long WORK = 300;

    static Stream<String> examples() {
        return Repository.files("examples").stream();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void withoutAToken(String path) {
        String text = Repository.text(path);
        List<Token> tokens =
                new Snapshot(Repository.WORLD).parsed(Repository.file(path)).tokens();
        double step = Math.max(1, (double) tokens.size() / MOST_DELETIONS);
        for (double i = path.hashCode() % 7 / 7.0 * (step - 1); i >= 0 && i < tokens.size(); i += step) {
            Token token = tokens.get((int) i);
            survives(path, text.substring(0, token.start()) + text.substring(token.end()));
        }
    }

    @ParameterizedTest
    @MethodSource("examples")
    void withOtherBytes(String path) {
        byte[] original = Repository.text(path).getBytes(StandardCharsets.UTF_8);
        SplittableRandom random = new SplittableRandom(path.hashCode());
        for (int round = 0; round < MUTATIONS; round++) {
            byte[] bytes = original.clone();
            for (int change = 0; change <= round; change++) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(round % 2 == 0 ? 128 : 256);
            }
            survives(path, new String(bytes, StandardCharsets.UTF_8));
        }
    }

    private static void survives(String path, String text) {
        String file = Repository.file(path);
        World world = new Edited(file, text);
        Interrogation all = assertTimeoutPreemptively(PATIENCE, () -> Interrogation.of(world, file, WORK), () -> text);
        for (Diagnostic complaint : all.complaints()) {
            assertFalse(complaint.code() == Code.INTERNAL, () -> complaint.message() + "\n" + text);
            assertFalse(complaint.message().isBlank());
        }
        assertEquals(
                List.of(),
                all.diagnostics().stream()
                        .filter(d -> d.span().file().equals(file) && d.span().end() > text.length())
                        .toList());
    }

    /** The repository with one file that says something else. */
    private record Edited(String edited, String saying) implements World {
        @Override
        public @Nullable String text(String file) {
            return file.equals(edited) ? saying : Repository.WORLD.text(file);
        }

        @Override
        public String resolve(String importer, String path) {
            return Repository.WORLD.resolve(importer, path);
        }

        @Override
        public boolean inside(String file) {
            return Repository.WORLD.inside(file);
        }

        @Override
        public List<String> neighbours(String file) {
            return Repository.WORLD.neighbours(file);
        }
    }
}
