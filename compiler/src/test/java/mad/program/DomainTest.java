package mad.program;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class DomainTest {
    @Test
    void everyDiscreteDomainCountsItsValues() {
        List<Domain.Discrete> domains = List.of(
                new Domain.Integers(-3, 11, 4),
                Domain.Values.of(5, 3, 3, 0.5),
                new Domain.Choice(List.of("a", "b", "c")));
        for (Domain.Discrete domain : domains) {
            for (long i = 0; i < domain.size(); i++) {
                assertTrue(domain.contains(domain.value(i)));
                assertEquals(i, domain.indexOfNearest(domain.value(i)), domain.toString());
                assertTrue(i == 0 || domain.value(i - 1) < domain.value(i));
            }
            assertEquals(domain.min(), domain.nearest(-100));
            assertEquals(domain.max(), domain.nearest(100));
            assertFalse(domain.contains(Double.NaN));
            assertFalse(domain.contains(domain.max() + 1));
        }
    }

    @Test
    void nearestTakesTheSmallerOfTwo() {
        assertEquals(8, new Domain.Integers(0, 64, 8).nearest(12));
        assertEquals(16, new Domain.Integers(0, 64, 8).nearest(12.5));
        assertEquals(3, Domain.Values.of(3, 5).nearest(4));
        assertEquals(5, Domain.Values.of(3, 5).nearest(4.1));
    }

    /** Beyond 2^52 a half, and beyond 2^53 a whole number, is no double any more. */
    @Test
    void wholeNumbersAreExactToTheirLast() {
        long most = Domain.Integers.EXACT;
        for (Domain.Integers domain : List.of(
                new Domain.Integers(0, most),
                new Domain.Integers(-most, most),
                new Domain.Integers(-most, most, 3),
                new Domain.Integers(most - 7, most, 3))) {
            for (long i : new long[] {0, 1, 2, domain.size() / 2, domain.size() - 2, domain.size() - 1}) {
                assertEquals(i, domain.indexOfNearest(domain.value(i)), domain + " at " + i);
                assertTrue(domain.contains(domain.value(i)));
            }
        }
        assertTrue(new Domain.Integers(0, most).contains((1L << 52) + 1));
        assertFalse(new Domain.Integers(0, most).contains((1L << 51) + 0.5));
        assertFalse(new Domain.Integers(0, most, 2).contains((1L << 52) + 1));
    }

    @Test
    void endsOffTheGridMoveInward() {
        assertEquals(new Domain.Integers(8, 24, 8), new Domain.Integers(8, 30, 8));
    }

    @Test
    void emptyDomainsDoNotExist() {
        assertThrows(IllegalArgumentException.class, () -> new Domain.Integers(2, 1));
        assertThrows(IllegalArgumentException.class, () -> new Domain.Values(List.of()));
        assertThrows(IllegalArgumentException.class, () -> new Domain.Choice(List.of()));
        assertThrows(IllegalArgumentException.class, () -> new Domain.Reals(0, Double.NaN));
    }
}
