package mad.cli.render;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import mad.cli.Golden;
import mad.cli.Reports;
import mad.query.Report;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReportTextTest {
    @Test
    void aWideScreenShowsSharesAsBars() throws IOException {
        Golden.check("report-120.txt", ReportText.lines(Reports.r18(), new Screen(true, 120, true, false)));
    }

    @Test
    void aNarrowScreenKeepsWhatMatters() throws IOException {
        Golden.check("report-80.txt", ReportText.lines(Reports.r18(), new Screen(true, 80, true, false)));
    }

    @Test
    void asciiWhereTheLocaleHasNoMore() throws IOException {
        List<String> lines = ReportText.lines(Reports.r18(), new Screen(true, 80, false, false));
        assertTrue(lines.stream().allMatch(line -> line.chars().allMatch(c -> c < 128)));
        Golden.check("report-ascii.txt", lines);
    }

    @Test
    void colourMarksWhatIsBroken() throws IOException {
        Golden.check(
                "report-violated-colour.txt", ReportText.lines(Reports.violated(), new Screen(true, 120, true, true)));
    }

    @Test
    void colourChangesNoLetter() {
        List<String> plain = ReportText.lines(Reports.violated(), new Screen(true, 100, true, false));
        List<String> coloured = ReportText.lines(Reports.violated(), new Screen(true, 100, true, true)).stream()
                .map(line -> line.replaceAll("\u001b\\[[0-9;]*m", ""))
                .toList();
        org.junit.jupiter.api.Assertions.assertEquals(plain, coloured);
    }

    @ParameterizedTest
    @ValueSource(ints = {60, 72, 80, 90, 100, 110, 120, 300})
    void noLineIsWiderThanTheScreen(int columns) {
        Screen screen = new Screen(true, columns, true, false);
        for (Report report : List.of(Reports.r18(), Reports.proved(), Reports.violated())) {
            for (String line : ReportText.lines(report, screen)) {
                assertTrue(DisplayWidth.of(line) <= screen.columns(), line);
                assertTrue(line.equals(line.stripTrailing()), "`" + line + "` ends with spaces");
            }
        }
    }
}
