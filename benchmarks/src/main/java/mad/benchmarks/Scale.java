package mad.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What a proof takes against the number of stages and against the size of domains: a table and two pictures, of programs whose budgets are sums over the stages; and
 * a table of the same stages with what couples them all, where some proofs do not end in time.
 */
final class Scale {
    private static final List<Integer> STAGES = List.of(5, 10, 20, 40);
    private static final List<Integer> STEPS = List.of(64, 32, 16, 8);
    private static final int MOST = 2048;
    private static final int SECONDS = 120;

    private Scale() {}

    static void run() throws IOException, InterruptedException {
        System.out.println(
                "| stages | channels of a stage | coupled | CPU, JVM included | evaluations | boxes | gap | peak memory |");
        System.out.println("|---|---|---|---|---|---|---|---|");
        List<double[]> stages = new ArrayList<>();
        for (int count : STAGES) {
            stages.add(new double[] {count, measure(count, 8, false)});
        }
        draw("stages", "stages, each with 256 channels to choose from", stages);
        List<double[]> domains = new ArrayList<>();
        for (int step : STEPS) {
            domains.add(new double[] {MOST / step, measure(5, step, true)});
        }
        draw("domains", "values of each width, in five stages that are coupled", domains);
        for (int count : STAGES) {
            measure(count, 8, true);
        }
    }

    /** @return CPU seconds of the process */
    private static double measure(int stages, int step, boolean coupled) throws IOException, InterruptedException {
        Path spec = Files.writeString(Files.createTempFile("scale", ".mad"), Spec.stages(stages, step, coupled));
        Watched run = Watched.solve(List.of(spec.toString()), SECONDS);
        Files.delete(spec);
        System.out.println("| %d | %d | %s | %.1f s | %,.0f | %,.0f | %s | %d MiB |"
                .formatted(
                        stages,
                        MOST / step,
                        coupled ? "yes" : "no",
                        run.cpu(),
                        run.evaluations(),
                        run.boxes(),
                        run.proved() ? "≤ 1e-6" : "%.1e".formatted(run.gap()),
                        run.peak() / 1024));
        return run.cpu();
    }

    private static void draw(String name, String across, List<double[]> seconds) throws IOException {
        Plot plot = new Plot("R50's problem, longer and finer", across, "CPU seconds of the process on one core");
        plot.add("CPU seconds", seconds, 0, false, false);
        Path folder = Files.createDirectories(Path.of("benchmarks/plots"));
        Files.writeString(folder.resolve("scale-" + name + ".svg"), plot.svg());
    }
}
