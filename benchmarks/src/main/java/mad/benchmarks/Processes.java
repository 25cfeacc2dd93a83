package mad.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The command as a user runs it: whole processes, with their start-up and their memory. */
final class Processes {
    private static final int RUNS = 11;

    /** @param peak resident kilobytes at most; 0 where the system does not say */
    record Run(double seconds, double cpu, long peak, int exit) {}

    List<Row> rows() throws IOException, InterruptedException {
        List<Row> rows = new ArrayList<>();
        Path spec = Files.writeString(Files.createTempFile("spec", ".mad"), Spec.lines(2_000));
        Run check = median(RUNS, "check", "examples/deepmad-r18.mad");
        add(rows, "`mad check examples/deepmad-r18.mad`", check);
        Run cold = median(RUNS, "check", spec.toString());
        add(rows, "`mad check` of 2,000 lines, cold", cold);
        Run solve = median(3, "solve", "examples/deepmad-r18.mad");
        add(rows, "`mad solve examples/deepmad-r18.mad`", solve);
        Files.delete(spec);
        return rows;
    }

    /** The seven configurations and the authors' own program, each solved to a proven optimum. */
    List<Row> proofs() throws IOException, InterruptedException {
        List<Row> rows = new ArrayList<>();
        for (String name : Configuration.PAPER) {
            Run run = median(3, "solve", "examples/" + name + ".mad");
            add(rows, name + ": `mad solve`, " + (run.exit() == 0 ? "proved optimal" : "NOT PROVED"), run);
        }
        return rows;
    }

    private static void add(List<Row> rows, String what, Run run) {
        String cpu = run.cpu() > 0 ? Row.seconds(run.cpu()) : "not known here";
        String peak = run.peak() > 0 ? run.peak() / 1024 + " MiB" : "not known here";
        rows.add(new Row(
                what + ", whole process: wall, CPU, peak memory",
                Row.seconds(run.seconds()) + ", " + cpu + ", " + peak));
    }

    private static Run median(int runs, String... arguments) throws IOException, InterruptedException {
        List<Run> all = new ArrayList<>();
        for (int i = 0; i < runs; i++) {
            List<String> command = new ArrayList<>(List.of("./mad"));
            command.addAll(Arrays.asList(arguments));
            all.add(run(command));
        }
        double[] seconds = all.stream().mapToDouble(Run::seconds).sorted().toArray();
        double[] cpu = all.stream().mapToDouble(Run::cpu).sorted().toArray();
        long[] peak = all.stream().mapToLong(Run::peak).sorted().toArray();
        int worst = all.stream().mapToInt(Run::exit).max().orElseThrow();
        return new Run(seconds[runs / 2], cpu[runs / 2], peak[runs / 2], worst);
    }

    static Run run(List<String> command) throws IOException, InterruptedException {
        long start = System.nanoTime();
        Process process = new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        Proc proc = new Proc(process.pid()); // the launcher becomes the JVM
        long peak = 0;
        double cpu = 0;
        while (process.isAlive()) {
            peak = Math.max(peak, proc.peak());
            cpu = process.info().totalCpuDuration().map(d -> d.toNanos() / 1e9).orElse(cpu);
            Thread.sleep(5);
        }
        return new Run((System.nanoTime() - start) / 1e9, cpu, peak, process.waitFor());
    }
}
