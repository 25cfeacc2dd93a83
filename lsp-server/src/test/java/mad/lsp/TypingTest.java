package mad.lsp;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
}
