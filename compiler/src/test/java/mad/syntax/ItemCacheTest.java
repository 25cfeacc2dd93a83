package mad.syntax;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Random;
import mad.Corpus;
import mad.source.SourceFile;
import org.junit.jupiter.api.Test;

/** A parse with a cache equals one without, whatever was edited between. */
class ItemCacheTest {
    @Test
    void changesNothing() {
        Random random = new Random(1);
        for (SourceFile file : Corpus.files()) {
            ItemCache cache = new ItemCache();
            StringBuilder text = new StringBuilder(file.text());
            for (int edit = 0; edit < 8; edit++) {
                SourceFile edited = new SourceFile(file.file(), text.toString());
                assertEquals(Parser.parse(edited), Parser.parse(edited, cache));
                int at = random.nextInt(text.length() + 1);
                if (random.nextBoolean()) {
                    text.insert(
                            at, List.of("\n", " ", "{", "x", "\"", "/// 😀\n").get(random.nextInt(6)));
                } else {
                    text.delete(at, Math.min(text.length(), at + 3));
                }
            }
        }
    }

    /** More items than are kept. */
    @Test
    void readsTheRestOfALargeFileAgain() {
        ItemCache cache = new ItemCache();
        for (String first : List.of("let a = 1\n", "let a = \n")) {
            SourceFile file = new SourceFile("large.mad", first + "let b = [1, 2, 3, 4]\n".repeat(4_000));
            assertEquals(Parser.parse(file), Parser.parse(file, cache));
        }
    }
}
