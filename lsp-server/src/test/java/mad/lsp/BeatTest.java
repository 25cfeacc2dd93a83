package mad.lsp;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BeatTest {
    /** News of a solve of one second, one each millisecond. */
    @Test
    void theFirstNewsAreShownAtOnceAndTheLaterOnesMoreSeldom() {
        Beat beat = new Beat();
        double[] shown = IntStream.rangeClosed(0, 1000)
                .mapToDouble(i -> i / 1000.0)
                .filter(beat::falls)
                .toArray();
        assertArrayEquals(new double[] {0, 0.04, 0.12, 0.28, 0.44, 0.6, 0.76, 0.92}, shown, 0.004);
    }
}
