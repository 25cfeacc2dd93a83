package mad.benchmarks.referee;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The same programs for MAD, evolution, CP-SAT and SCIP, one after the other: a table, and a picture of each program. */
public final class Referees {
    private static final long EVOLUTION = 500_000;
    private static final long UNLIMITED = 1_000_000_000;

    private Referees() {}

    /** @param seconds for each solver and program */
    public static void run(double seconds) throws Exception {
        List<Referee> all =
                List.of(new Mad("exact", UNLIMITED), new Mad("evolution", EVOLUTION), new CpSat(8), new Scip());
        System.out.println(
                "| program | solver | best design | proved bound | gap | seconds | it says |\n|---|---|---|---|---|---|---|");
        for (Problem problem : problems()) {
            List<Trace> traces = new ArrayList<>();
            for (Referee referee : problem.isFixed() ? List.of(all.getFirst(), all.getLast()) : all) {
                Trace trace = new Trace(referee.name(), problem);
                referee.solve(problem, seconds, trace);
                System.out.println(line(problem, trace));
                traces.add(trace);
            }
            if (!problem.isFixed()) {
                picture(problem, traces);
            }
        }
    }

    private static List<Problem> problems() {
        String fixed = "benchmarks/specs/fixed.mad";
        return List.of(
                new Problem("deepmad-r18", "examples/deepmad-r18.mad", "R18", false),
                new Problem("tinynas-r50", "examples/tinynas-r50.mad", "R50", false),
                new Problem("R18, published depths and kernels", fixed, "R18", true),
                new Problem("R50, published depths and kernels", fixed, "R50", true));
    }

    private static void picture(Problem problem, List<Trace> traces) throws IOException {
        Path folder = Files.createDirectories(Path.of("benchmarks/plots"));
        Files.writeString(folder.resolve("referees-" + problem.name() + ".svg"), OverTime.svg(problem.name(), traces));
    }

    private static String line(Problem problem, Trace trace) {
        return "| %s | %s | %s | %s | %s | %.1f | %s |"
                .formatted(
                        problem.name(),
                        trace.solver(),
                        Double.isNaN(trace.objective()) ? "none" : "%.4f".formatted(trace.objective()),
                        Double.isNaN(trace.bound()) ? "none" : "%.4f".formatted(trace.bound()),
                        Double.isNaN(trace.gap()) ? "-" : "%.2g %%".formatted(100 * trace.gap()),
                        trace.ended(),
                        trace.remark());
    }
}
