package mad.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A run of {@code mad solve} in a process of its own on one core, watched from the outside.
 *
 * @param cpu seconds of the whole process, start-up included
 * @param peak resident kilobytes at most
 * @param objective of the best design; NaN where none was found
 * @param gap relative; infinite where nothing was found or bounded
 * @param feasible CPU seconds from the end of start-up, before anything is lowered, to the first feasible design; NaN where there is none
 * @param close the same to the first design within a hundredth of the last
 * @param evaluations of the solver, and {@code boxes} of its branch and bound
 */
record Watched(
        double cpu,
        long peak,
        int exit,
        double objective,
        double gap,
        double feasible,
        double close,
        double evaluations,
        double boxes) {
    private static final Pattern EVENT = Pattern.compile(
            "\"evaluations\":([0-9]+),\"boxes\":([0-9]+),\"incumbent\":(null|[-0-9.Ee+]+),\"bound\":(?:null|[-0-9.Ee+]+),\"gap\":(null|[-0-9.Ee+]+)");

    /** A line of the solver's log, and the CPU seconds since the log was opened. */
    private record Event(double cpu, double evaluations, double boxes, double objective, double gap) {}

    /** Whether the gap is closed, which is after the last line of the log. */
    boolean proved() {
        return exit == 0;
    }

    /** @param seconds of wall time after which the solver stops */
    static Watched solve(List<String> arguments, int seconds) throws IOException, InterruptedException {
        Path log = Files.createTempDirectory("mad").resolve("log.jsonl");
        List<String> command = new ArrayList<>(List.of("taskset", "-c", "0", "./mad", "solve"));
        command.addAll(arguments);
        command.addAll(List.of("--threads", "1", "--seconds", String.valueOf(seconds), "--log", log.toString()));
        Process process = new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        Proc proc = new Proc(process.pid());
        while (process.isAlive() && !Files.exists(log)) {
            Thread.sleep(1);
        }
        double begun = proc.threads();
        List<Event> events = new ArrayList<>();
        long peak = 0;
        double cpu = 0;
        boolean alive = true;
        while (alive) {
            alive = process.isAlive();
            double now = proc.threads() - begun;
            peak = Math.max(peak, proc.peak());
            cpu = process.info().totalCpuDuration().map(d -> d.toNanos() / 1e9).orElse(cpu);
            List<String> lines = Files.exists(log) ? Files.readAllLines(log) : List.of();
            for (String line : lines.subList(events.size(), lines.size())) {
                Matcher event = EVENT.matcher(line);
                if (event.find()) {
                    events.add(new Event(
                            now,
                            number(event.group(1)),
                            number(event.group(2)),
                            number(event.group(3)),
                            number(event.group(4))));
                }
            }
            Thread.sleep(1);
        }
        Files.deleteIfExists(log);
        return of(events, cpu, peak, process.waitFor());
    }

    private static Watched of(List<Event> events, double cpu, long peak, int exit) {
        double best = events.isEmpty() ? Double.NaN : events.getLast().objective();
        double gap = events.isEmpty() ? Double.NaN : events.getLast().gap();
        double feasible = first(events.stream().filter(e -> Double.isFinite(e.objective())));
        double close = first(events.stream().filter(e -> Math.abs(e.objective() - best) <= 0.01 * Math.abs(best)));
        double evaluations = events.isEmpty() ? 0 : events.getLast().evaluations();
        double boxes = events.isEmpty() ? 0 : events.getLast().boxes();
        double known = Double.isNaN(gap) ? Double.POSITIVE_INFINITY : gap;
        return new Watched(cpu, peak, exit, best, known, feasible, close, evaluations, boxes);
    }

    private static double first(Stream<Event> events) {
        return events.mapToDouble(Event::cpu).findFirst().orElse(Double.NaN);
    }

    private static double number(String text) {
        return text.equals("null") ? Double.NaN : Double.parseDouble(text);
    }
}
