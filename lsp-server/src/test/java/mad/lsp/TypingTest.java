package mad.lsp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TypingTest {
    private static final long MILLISECOND = 1_000_000;

    private final Typing typing = new Typing();

    @Test
    void oneChangeIsNoTypingAndTheKeysAfterItAre() {
        assertFalse(typing.goesOn(5000 * MILLISECOND));
        assertTrue(typing.goesOn(5100 * MILLISECOND));
        assertTrue(typing.goesOn(5300 * MILLISECOND));
        assertFalse(typing.goesOn(6000 * MILLISECOND));
    }

    @Test
    void aClockMayHaveAnyOrigin() {
        assertFalse(typing.goesOn(Long.MAX_VALUE - MILLISECOND));
        assertTrue(typing.goesOn(Long.MIN_VALUE + MILLISECOND));
    }

    @Test
    void stepsOfADragAreNoKeys() {
        assertFalse(typing.goesOn(0));
        typing.interrupted();
        assertFalse(typing.goesOn(40 * MILLISECOND));
    }

    @Test
    void theFirstNewsOfASolveAreShownAtOnceAndTheLaterOnesMoreSeldom() {
        Beat beat = new Beat();
        double[] shown = IntStream.range(0, 1000)
                .mapToDouble(i -> i / 1000.0)
                .filter(beat::falls)
                .toArray();
        assertEquals(0, shown[0]);
        assertEquals(0.04, shown[1], 1e-9);
        assertEquals(0.12, shown[2], 1e-9);
        assertTrue(DoubleStream.of(shown).skip(4).count() <= 6, "at most six in the rest of the second");
    }
}
