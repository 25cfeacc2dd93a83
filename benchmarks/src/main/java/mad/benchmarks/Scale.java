package mad.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/** CPU time and boxes of a proof, against the number of stages and against the size of domains: a table and two pictures. */
final class Scale {
    private static final List<Integer> STAGES = List.of(5, 10, 20, 40);
    private static final List<Integer> STEPS = List.of(64, 32, 16, 8);
    private static final int MOST = 2048;
    private static final int SECONDS = 120;

    private Scale() {}

    static void run() throws IOException, InterruptedException {
        System.out.println("| stages | channels of a stage | CPU, JVM included | evaluations | boxes | gap | peak memory |");
        System.out.println("|---|---|---|---|---|---|---|");
        measure("stages", "stages, each with 256 channels to choose from", STAGES, n -> n, n -> 8, n -> n);
        measure("domains", "values of each width, in five stages", STEPS, n -> 5, n -> n, n -> MOST / n);
    }

    private static void measure(
            String name,
            String across,
            List<Integer> sizes,
            IntFunction<Integer> stages,
            IntFunction<Integer> step,
            IntFunction<Integer> at)
            throws IOException, InterruptedException {
        List<double[]> seconds = new ArrayList<>();
        List<double[]> boxes = new ArrayList<>();
        for (int size : sizes) {
            Path spec = Files.writeString(
                    Files.createTempFile("scale", ".mad"), Spec.stages(stages.apply(size), step.apply(size)));
            Watched run = Watched.solve(List.of(spec.toString()), SECONDS);
            Files.delete(spec);
            System.out.println("| %d | %d | %.1f s | %,.0f | %,.0f | %.1e | %d MiB |"
                    .formatted(
                            stages.apply(size),
                            MOST / step.apply(size),
                            run.cpu(),
                            run.evaluations(),
                            run.boxes(),
                            run.gap(),
                            run.peak() / 1024));
            seconds.add(new double[] {at.apply(size), run.cpu()});
            boxes.add(new double[] {at.apply(size), Math.max(1, run.boxes())});
        }
        Plot plot = new Plot("R50's problem, solved to a proof", across, "CPU seconds of the process on one core, and boxes of branch and bound");
        plot.add("CPU seconds", seconds, 0, false, false);
        plot.add("boxes", boxes, 2, true, false);
        Path folder = Files.createDirectories(Path.of("benchmarks/plots"));
        Files.writeString(folder.resolve("scale-" + name + ".svg"), plot.svg());
    }
}
