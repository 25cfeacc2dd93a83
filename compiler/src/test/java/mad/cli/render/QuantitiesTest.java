package mad.cli.render;

import static org.junit.jupiter.api.Assertions.assertEquals;

import mad.query.Report.Quantity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuantitiesTest {
    @ParameterizedTest
    @CsvSource({
        "0, '', 3, 0", "928, '', 3, 928", "999999, '', 3, 1.00 M", "1819999999, '', 4, 1.820 G", "0.29987, '', 3, 0.3",
        "0.0041, s, 3, 4.10 ms", "12.5, s, 3, 12.5 s", "131072, B, 3, 131 kB", "131072, iB, 4, 128.0 KiB",
                "232, iB, 3, 232 B",
        "-3400000, '', 3, -3.40 M", "NaN, '', 3, no value", "-Infinity, '', 3, -infinite", "5e21, '', 3, 5000 E"
    })
    void siPrefixes(double value, String unit, int digits, String expected) {
        assertEquals(expected, Quantities.si(value, unit, digits));
    }

    @ParameterizedTest
    @CsvSource({
        "1820000000, '', 1.82 G",
        "11690000, '', 11.69 M",
        "1000, '', 1 k",
        "131072, iB, 128 KiB",
        "0.3, '', 0.3"
    })
    void whatSomebodyWroteHasNoZerosAtItsEnd(double value, String unit, String expected) {
        assertEquals(expected, Quantities.written(value, unit));
    }

    @ParameterizedTest
    @CsvSource({"0.99999, 1, 99.9 %", "1, 1, 100.0 %", "0.99999, 2, 99.99 %", "1.00934, 2, 100.93 %", "0, 1, 0.0 %"})
    void aShareThatIsNotAllNeverReads100(double share, int decimals, String expected) {
        assertEquals(expected, Quantities.percent(share, decimals));
    }

    @Test
    void scoresKeepTheirDigitsAndCountsGetAPrefix() {
        assertEquals("52048.44", Quantities.metric(new Quantity(52_048.4355, "")));
        assertEquals("11.153 M", Quantities.metric(new Quantity(11_153_088, "")));
    }

    @Test
    void durations() {
        assertEquals("0.08 s", Quantities.duration(0.08));
        assertEquals("3.2 s", Quantities.duration(3.21));
        assertEquals("2 min 5 s", Quantities.duration(125));
        assertEquals("1 h 1 min", Quantities.duration(3_660));
    }
}
