package mad.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import mad.cli.render.Screen;
import org.junit.jupiter.api.Test;

class SurroundingsTest {
    private static Screen screen(Map<String, String> environment, String terminals, String columns) {
        return new Surroundings(environment, Map.of("terminals", terminals, "columns", columns)).screen(1);
    }

    @Test
    void aTerminalHasColourAndAWidth() {
        assertEquals(new Screen(true, 96, true, true), screen(Map.of("LANG", "de_DE.UTF-8"), "12", "96"));
    }

    @Test
    void noColorAndDumbTerminalsAreHonoured() {
        assertEquals(new Screen(true, 80, false, false), screen(Map.of("NO_COLOR", "1"), "1", ""));
        assertEquals(new Screen(false, 80, false, false), screen(Map.of("TERM", "dumb"), "1", ""));
    }

    @Test
    void aPipeIsAsWideAsATableMayBe() {
        assertEquals(new Screen(false, 120, true, false), screen(Map.of("LC_ALL", "C.UTF-8", "LANG", "C"), "2", "80"));
    }

    @Test
    void asciiWhereTheLocaleSaysSo() {
        assertEquals(
                new Screen(false, 120, false, false), screen(Map.of("LC_ALL", "C", "LANG", "en_US.UTF-8"), "", ""));
    }
}
