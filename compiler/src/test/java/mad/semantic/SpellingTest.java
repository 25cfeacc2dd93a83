package mad.semantic;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class SpellingTest {
    @Test
    void findsWhatIsAFewEditsAway() {
        assertEquals(List.of("Bottleneck"), Spelling.similar("Botleneck", List.of("Bottleneck", "Basic")));
        assertEquals(List.of("in"), Spelling.similar("im", List.of("in", "out")));
    }

    /** Any two letters are one edit apart. */
    @Test
    void aSingleLetterIsMisspeltInItsCaseAtMost() {
        assertEquals(List.of(), Spelling.similar("N", List.of("D", "x", "Net")));
        assertEquals(List.of("n"), Spelling.similar("N", List.of("n", "D")));
        assertEquals(List.of(), Spelling.similar("net", Collections.nCopies(3_000, "Net")));
        assertEquals(List.of(), Spelling.similar("", List.of("n")));
    }
}
