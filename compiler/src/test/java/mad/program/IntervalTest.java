package mad.program;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class IntervalTest {
    private final SplittableRandom random = new SplittableRandom(1);

    @Test
    void integersStayExact() {
        assertEquals(new Interval(6, 35), new Interval(2, 5).multiply(new Interval(3, 7)));
        assertEquals(new Interval(9, 25), new Interval(3, 5).power(2));
        assertEquals(new Interval(0, 9), new Interval(-3, 2).power(2));
        assertEquals(new Interval(-27, 8), new Interval(-3, 2).power(3));
        assertEquals(new Interval(4, 5), new Interval(16, 25).power(0.5));
        assertEquals(new Interval(-1, 4), new Interval(-2, 8).divide(new Interval(2, 4)));
    }

    @Test
    void roundingIsOutwardAndTight() {
        MathContext exact = new MathContext(60);
        for (int i = 0; i < 5_000; i++) {
            double a = number();
            double b = number();
            BigDecimal x = new BigDecimal(a);
            BigDecimal y = new BigDecimal(b);
            assertTight(x.add(y), Interval.point(a).add(Interval.point(b)));
            assertTight(x.multiply(y), Interval.point(a).multiply(Interval.point(b)));
            assertTight(
                    x.divide(y, new MathContext(60, RoundingMode.HALF_EVEN)),
                    Interval.point(a).divide(Interval.point(b)));
            assertTight(x.abs().sqrt(exact), Interval.point(Math.abs(a)).power(0.5));
        }
    }

    private static void assertTight(BigDecimal value, Interval interval) {
        // the decimals themselves are rounded at the 60th digit
        BigDecimal room = value.abs().movePointLeft(55);
        assertTrue(new BigDecimal(interval.lo()).compareTo(value.add(room)) <= 0, value + " " + interval);
        assertTrue(new BigDecimal(interval.hi()).compareTo(value.subtract(room)) >= 0, value + " " + interval);
        assertTrue(interval.hi() <= Math.nextUp(interval.lo()), interval.toString());
    }

    private double number() {
        double magnitude = StrictMath.pow(2, random.nextInt(-60, 60));
        double value = (random.nextDouble() - 0.5) * magnitude;
        return random.nextInt(4) == 0 ? Math.rint(value) + 1.5 : value == 0 ? 1 : value;
    }

    @Test
    void operationsHoldTheOperationsOnMembers() {
        for (int i = 0; i < 20_000; i++) {
            Interval a = interval();
            Interval b = interval();
            double x = member(a);
            double y = member(b);
            assertTrue(a.add(b).contains(x + y));
            assertTrue(a.multiply(b).contains(x * y));
            assertTrue(y == 0 || a.divide(b).contains(x / y), a + " / " + b);
            assertTrue(x <= 0 || a.log().contains(StrictMath.log(x)));
            assertTrue(a.exp().contains(StrictMath.exp(x)));
            assertTrue(a.abs().contains(Math.abs(x)));
            assertTrue(a.power(3).contains(x * x * x));
            assertTrue(x < 0 || a.power(1.7).contains(StrictMath.pow(x, 1.7)));
        }
    }

    private Interval interval() {
        double a = random.nextInt(-5, 6) + (random.nextBoolean() ? random.nextDouble() : 0);
        double b = a + (random.nextInt(4) == 0 ? 0 : random.nextDouble() * 5);
        return new Interval(a, b);
    }

    private double member(Interval interval) {
        return switch (random.nextInt(4)) {
            case 0 -> interval.lo();
            case 1 -> interval.hi();
            default -> Math.min(interval.hi(), interval.lo() + (interval.hi() - interval.lo()) * random.nextDouble());
        };
    }
}
