package mad.cli;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import mad.cli.render.Screen;
import mad.cli.render.StudyTable;
import mad.emit.PlotSvg;
import mad.query.Answer;
import mad.query.Study;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sweeps and frontiers, from the file to the table, the data and the plot. */
class StudyTest {
    private static final String FILE = """
            space Net { input image(channels: 3, size: 32) stage conv(8..64 step 8) x 1..3 }
            metric macs = sum(layers.macs)
            metric capacity = sum(l in layers: log(l.width))
            design Best(limit: real, scale: real = 1) of Net { require macs <= scale * limit maximize capacity }
            sweep Curve of Best { limit in [10 k, 0.5 M, 2 M], scale in {1, 2} }
            frontier Front of Best(limit: 2 M) { maximize capacity minimize macs points 5 }
            """;

    @TempDir
    Path folder;

    private String file = "";

    @BeforeEach
    void write() throws IOException {
        file = Files.writeString(folder.resolve("study.mad"), FILE).toString();
    }

    private static List<List<String>> cells(Run run) {
        return run.out().lines().map(line -> List.of(line.split(","))).toList();
    }

    @Test
    void aSweepSolvesEachCombination() {
        Run run = Run.mad("sweep", file, "--work", "20k", "--format", "csv");
        List<List<String>> rows = cells(run);
        assertEquals(
                List.of("limit", "scale", "capacity", "bound", "gap", "status"),
                rows.getFirst().subList(0, 6));
        assertEquals(7, rows.size());
        assertEquals(List.of("10000", "1"), rows.get(1).subList(0, 2));
        assertEquals("infeasible", rows.get(1).get(5));
        assertTrue(run.err().contains("MAD500"), run.err());
        double before = 0;
        for (List<String> row : rows.subList(3, 7)) {
            double value = Double.parseDouble(row.get(2));
            assertTrue(Double.parseDouble(row.get(3)) >= value, row::toString);
            assertTrue(value >= before || row.get(1).equals("1"), rows::toString);
            before = value;
        }
    }

    @Test
    void aFrontierIsMonotoneAndSoAreItsBounds() {
        Run run = Run.mad("frontier", file, "--work", "20k", "--format", "csv");
        List<List<String>> rows = cells(run);
        assertEquals("macs at most", rows.getFirst().getFirst());
        int macs = rows.getFirst().lastIndexOf("macs");
        assertEquals(6, rows.size());
        double value = Double.NEGATIVE_INFINITY;
        double bound = Double.NEGATIVE_INFINITY;
        for (List<String> row : rows.subList(1, 6)) {
            assertTrue(
                    Double.parseDouble(row.get(macs)) <= Double.parseDouble(row.getFirst()) * (1 + 1e-9),
                    row::toString);
            assertTrue(Double.parseDouble(row.get(1)) >= value, rows::toString);
            assertTrue(Double.parseDouble(row.get(2)) >= bound, rows::toString);
            assertTrue(Double.parseDouble(row.get(2)) >= Double.parseDouble(row.get(1)), row::toString);
            value = Double.parseDouble(row.get(1));
            bound = Double.parseDouble(row.get(2));
        }
    }

    @Test
    void aFixedParameterMayBeGivenAndASweptOneStays() {
        Run run = Run.mad("frontier", file, "--work", "20k", "--format", "csv", "--set", "limit=1M");
        double last = Double.parseDouble(cells(run).getLast().getFirst());
        assertTrue(last <= 1e6, run.out());
    }

    @Test
    void theSamePlotComesOutTwice() throws IOException {
        List<String> plots = new ArrayList<>();
        for (String threads : List.of("1", "2")) {
            Path plot = folder.resolve("front" + threads + ".svg");
            Run run = Run.mad("frontier", file, "Front", "--work", "20k", "--threads", threads, "-o", plot.toString());
            assertTrue(run.err().contains("Wrote "), run.err());
            plots.add(Files.readString(plot));
        }
        assertEquals(plots.getFirst(), plots.getLast());
    }

    @Test
    void jsonHasOneLineForEachPoint() {
        Run run = Run.mad("sweep", file, "Curve", "--work", "20k", "--format", "json");
        assertEquals(6, run.out().lines().count());
        assertTrue(
                run.out().startsWith("{\"name\":\"Curve\",\"kind\":\"sweep\",\"at\":{\"limit\":10000,\"scale\":1}"),
                run.out());
    }

    @Test
    void tableAndPlotsLookAsTheyShould() throws IOException {
        Screen screen = new Screen(true, 80, true, false);
        assertAll(
                () -> Golden.check("frontier.txt", StudyTable.lines(frontier(), screen)),
                () -> Golden.check("sweep.txt", StudyTable.lines(sweep(), screen)),
                () -> Golden.check("frontier.svg", PlotSvg.of(frontier())),
                () -> Golden.check("sweep.svg", PlotSvg.of(sweep())));
    }

    private static Study frontier() {
        double[] values = {5030, 32000, 60165, 76429, 84000, 89462, 95891, 99770, 101052, 103613};
        List<Study.Point> points = new ArrayList<>();
        for (int i = 0; i < values.length; i++) {
            boolean proved = i % 3 == 0;
            double limit = 2e7 + i * 4.2e8;
            double bound = proved ? values[i] : values[i] * 1.04;
            Study.Status status = proved ? Study.Status.OPTIMAL : Study.Status.FEASIBLE;
            points.add(point(List.of(limit), status, values[i], bound, limit * 0.99));
        }
        Study.Axis macs = new Study.Axis("macs", "", Study.Relation.AT_MOST);
        Study.Goal goal = new Study.Goal("entropy([1, 1, 1, 1, 8])", true, "");
        return new Study("EntropyForMacs", Study.Kind.FRONTIER, "Expressive", List.of(macs), goal, points);
    }

    private static Study sweep() {
        List<Study.Point> points = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            for (int kernel = 3; kernel <= 5; kernel += 2) {
                double flash = 65536 * (i + 1);
                double value = 0.012 / (i + 1) + 0.001 * kernel;
                points.add(
                        i == 0 && kernel == 5
                                ? point(
                                        List.of(flash, 5.0),
                                        Study.Status.INFEASIBLE,
                                        Double.NaN,
                                        Double.NaN,
                                        Double.NaN)
                                : point(
                                        List.of(flash, (double) kernel),
                                        Study.Status.FEASIBLE,
                                        value,
                                        value * 0.9,
                                        Double.NaN));
            }
        }
        List<Study.Axis> axes = List.of(
                new Study.Axis("flash", "B", Study.Relation.IS), new Study.Axis("kernel", "", Study.Relation.IS));
        return new Study("Memory", Study.Kind.SWEEP, "Tiny", axes, new Study.Goal("latency", false, "s"), points);
    }

    private static Study.Point point(List<Double> at, Study.Status status, double value, double bound, double used) {
        double gap = Math.abs(bound - value) / Math.abs(value);
        return new Study.Point(at, status, value, bound, gap, used, new Answer.Refused(List.of()));
    }
}
