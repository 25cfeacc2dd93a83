package mad.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import mad.program.Program;
import mad.solve.RandomPrograms;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is written is the same program: SCIP reads it and proves the optimum that enumeration finds. */
class ScipTest {
    private static final int PROGRAMS = 300;

    private record Asked(long seed, Format format, double optimum, Path file) {}

    @TempDir
    Path folder;

    @Test
    void scipProvesTheOptimumOfRandomPrograms() throws IOException, InterruptedException {
        assumeTrue(Scip.isHere());
        List<Asked> asked = new ArrayList<>();
        Map<Format, Integer> written = new EnumMap<>(Format.class);
        for (long seed = 0; seed < PROGRAMS; seed++) {
            Program program = RandomPrograms.small(seed);
            double optimum = RandomPrograms.optimum(program);
            for (Format format : List.of(Format.CIP, Format.LP, Format.MPS)) {
                if (Exporter.write(program, format) instanceof Exported.Text(String text)) {
                    Path file = folder.resolve(seed + "." + format.name().toLowerCase(java.util.Locale.ROOT));
                    asked.add(new Asked(seed, format, optimum, Files.writeString(file, text)));
                    written.merge(format, 1, Integer::sum);
                }
            }
        }
        assertTrue(written.getOrDefault(Format.CIP, 0) > 80, written::toString);
        assertTrue(written.getOrDefault(Format.LP, 0) > 15, written::toString);
        assertEquals(written.get(Format.LP), written.get(Format.MPS));
        List<Double> proved = Scip.optima(asked.stream().map(Asked::file).toList(), folder);
        List<String> wrong = new ArrayList<>();
        for (int i = 0; i < asked.size(); i++) {
            double expected = asked.get(i).optimum();
            double found = proved.get(i);
            boolean same = Double.isNaN(expected)
                    ? Double.isNaN(found)
                    : Math.abs(found - expected) <= 1e-4 * Math.max(1, Math.abs(expected));
            if (!same) {
                wrong.add(asked.get(i).seed() + " " + asked.get(i).format() + ": " + expected + " by enumeration, "
                        + found);
            }
        }
        assertEquals(List.of(), wrong, written::toString);
    }
}
