package mad.editor;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import mad.query.FileWorld;
import mad.query.Snapshot;
import mad.syntax.Token;
import org.junit.jupiter.api.Test;

/** Completing any word of the corpus, of which but the first letter is left, offers that word. */
class CompletionCorpusTest {
    /** Every so many words are tried: all of them take a minute. */
    private static final int EVERY = 41;

    private static final List<Path> FOLDERS =
            List.of(Path.of("../examples"), Path.of("../compiler/src/main/resources/mad/lib"));

    @Test
    void theRestOfAWordIsOfferedAmongTheFirst() throws IOException {
        int tried = 0;
        int present = 0;
        int first = 0;
        int word = 0;
        for (Path path : files()) {
            Snapshot snapshot = new Snapshot(new FileWorld(Path.of("..")));
            String file = path.toString();
            String text = Files.readString(path);
            for (Token token : snapshot.parsed(file).tokens()) {
                if (isWord(token) && word++ % EVERY == 0) {
                    List<String> offered = offered(snapshot, file, text, token);
                    int at = offered.indexOf(text.substring(token.start(), token.end()));
                    tried++;
                    present += at >= 0 ? 1 : 0;
                    first += at >= 0 && at < 5 ? 1 : 0;
                }
            }
        }
        assertTrue(tried > 100, tried + " tried");
        assertTrue(present >= 0.97 * tried, present + " of " + tried + " are offered");
        assertTrue(first >= 0.8 * tried, first + " of " + tried + " are among the first five");
    }

    private static boolean isWord(Token token) {
        return token.end() - token.start() > 1
                && (token.kind() == Token.Kind.NAME
                        || token.kind() == Token.Kind.KEYWORD
                        || token.kind() == Token.Kind.UNIT);
    }

    private static List<String> offered(Snapshot snapshot, String file, String text, Token token) {
        String cut = text.substring(0, token.start() + 1) + text.substring(token.end());
        Snapshot broken = snapshot.with(Map.of(file, cut));
        return Completion.at(new Cursor(broken, file, token.start() + 1)).stream()
                .map(Completion.Item::label)
                .toList();
    }

    private static List<Path> files() throws IOException {
        try (Stream<Path> examples = Files.walk(FOLDERS.getFirst());
                Stream<Path> library = Files.walk(FOLDERS.getLast())) {
            return Stream.concat(examples, library)
                    .filter(p -> p.toString().endsWith(".mad"))
                    .sorted()
                    .toList();
        }
    }
}
