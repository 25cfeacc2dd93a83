package mad.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.zip.GZIPInputStream;
import mad.verify.Certificate;
import mad.verify.Verdict;

/** The proof of every configuration, checked by a process of its own on one core; then falsified, which the checker must see. */
final class Certificates {
    private static final int SECONDS = 300;

    /** Enough that 26 configurations make more than 200. */
    private static final int FALSIFIED = 8;

    private int falsified;
    private int refused;

    /**
     * A table of its own, and a line that sums it up.
     *
     * @param skipped configurations that another run has measured
     */
    void run(int skipped) throws IOException, InterruptedException {
        System.out.println(
                "| configuration | solve: CPU | verify: CPU | verify / solve | certificate | verdict | falsified ones refused |");
        System.out.println("|---|---|---|---|---|---|---|");
        Path file = Files.createTempDirectory("mad").resolve("madcert");
        List<Configuration> all = Configuration.all();
        for (Configuration configuration : all.subList(skipped, all.size())) {
            System.out.println(line(configuration, file));
        }
        Files.deleteIfExists(file);
        System.out.printf("%n%d of %d falsified certificates refused%n", refused, falsified);
    }

    private String line(Configuration configuration, Path file) throws IOException, InterruptedException {
        List<String> arguments = new ArrayList<>(configuration.arguments());
        arguments.addAll(List.of("--proof", file.toString()));
        Watched solve = Watched.solve(arguments, SECONDS);
        if (!Files.exists(file)) {
            return "| %s | %.1f s | | | none | NOT PROVED | |".formatted(configuration.name(), solve.cpu());
        }
        Processes.Run verify = Processes.run(List.of("taskset", "-c", "0", "./mad", "verify", file.toString()));
        int before = refused;
        falsify(read(file));
        return "| %s | %.1f s | %.1f s | %.2f | %d KiB | %s | %d of %d |"
                .formatted(
                        configuration.name(),
                        solve.cpu(),
                        verify.cpu(),
                        verify.cpu() / solve.cpu(),
                        Files.size(file) / 1024,
                        verify.exit() == 0 ? "verified" : "REFUSED",
                        refused - before,
                        FALSIFIED);
    }

    /** Different ways for each configuration, so that together they meet all. */
    private void falsify(List<String> lines) {
        Falsification[] ways = Falsification.values();
        for (int i = 0; i < FALSIFIED; i++) {
            List<String> changed = ways[falsified % ways.length].on(lines, new SplittableRandom(falsified));
            falsified++;
            refused += Certificate.check(changed.iterator()) instanceof Verdict.Unproved ? 1 : 0;
        }
    }

    private static List<String> read(Path file) throws IOException {
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
            return lines.lines().toList();
        }
    }
}
