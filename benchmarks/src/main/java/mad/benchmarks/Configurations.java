package mad.benchmarks;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Every configuration as a process of its own on one core, with the CPU time that each step took. */
final class Configurations {
    private static final int SECONDS = 300;

    private Configurations() {}

    /** A table of its own: one line a configuration. */
    static List<String> lines() throws IOException, InterruptedException {
        List<String> lines = new ArrayList<>();
        lines.add("| configuration | optimum | gap | CPU, JVM included | peak memory | first feasible | within 1 % |");
        lines.add("|---|---|---|---|---|---|---|");
        for (Configuration configuration : Configuration.all()) {
            String line = line(configuration.name(), Watched.solve(configuration.arguments(), SECONDS));
            System.err.println(line); // to see it come
            lines.add(line);
        }
        return lines;
    }

    private static String line(String name, Watched run) {
        boolean proved = run.proved();
        return "| %s | %s | %s | %.1f s | %d MiB | %s | %s |"
                .formatted(
                        name,
                        "%.4f".formatted(run.objective()) + (proved ? "" : ", NOT PROVED"),
                        proved ? "≤ 1e-6" : "%.1e".formatted(run.gap()),
                        run.cpu(),
                        run.peak() / 1024,
                        Row.seconds(run.feasible()),
                        Row.seconds(run.close()));
    }
}
