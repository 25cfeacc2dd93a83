package mad.benchmarks;

import static java.util.stream.Collectors.joining;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import mad.query.Answer;
import mad.query.Cancellation;
import mad.query.Designs;
import mad.query.FileWorld;
import mad.query.Question;
import mad.query.Snapshot;

/** How soon and how well each of the seven configurations is solved, by the CPU clock of the one thread that solves. */
final class Configurations {
    static final List<String> NAMES = List.of(
            "deepmad-r18",
            "deepmad-r34",
            "deepmad-r50",
            "deepmad-29m-224",
            "deepmad-29m-288",
            "deepmad-50m",
            "deepmad-89m",
            "tinynas-r50");

    private static final double[] MOMENTS = {1, 2, 5};
    private static final long EQUAL_WORK = 500_000;

    private final ThreadMXBean clock = ManagementFactory.getThreadMXBean();

    /** An incumbent and the CPU seconds it took. */
    private record Point(double seconds, double objective, long evaluations) {}

    List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        solve("tinynas-r50", "annealing", 200_000); // the JVM learns the solver
        for (String name : NAMES) {
            List<Point> path = solve(name, "annealing", Long.MAX_VALUE);
            rows.add(new Row(
                    name + ": CPU until the first feasible design, lowering included; its evaluations",
                    Row.seconds(path.getFirst().seconds()) + "; " + path.getFirst().evaluations()));
            String objectives = DoubleStream.of(MOMENTS).mapToObj(moment -> number(at(path, moment))).collect(joining(", "));
            rows.add(new Row(name + ": objective after 1, 2, 5 s of CPU", objectives));
            String methods = Designs.methods().stream()
                    .map(method -> method + " " + number(solve(name, method, EQUAL_WORK).getLast().objective()))
                    .collect(joining(", "));
            rows.add(new Row(name + ": objective after 500,000 evaluations", methods));
        }
        return rows;
    }

    private static double at(List<Point> path, double moment) {
        double last = Double.NaN;
        for (Point point : path) {
            last = point.seconds() <= moment ? point.objective() : last;
        }
        return last;
    }

    private static String number(double objective) {
        return "%.1f".formatted(objective);
    }

    /** Incumbents in order. Stops after the last moment, or when the work is done. */
    private List<Point> solve(String name, String method, long work) {
        String file = Path.of("examples", name + ".mad").toAbsolutePath().toString();
        Snapshot snapshot = new Snapshot(new FileWorld(Path.of(".")));
        Question question = new Question(
                file, snapshot.designs(file).getFirst().name(), Map.of(), method, 1, Double.POSITIVE_INFINITY, work, 0);
        List<Point> path = new ArrayList<>();
        Cancellation cancellation = new Cancellation();
        Thread solver = Thread.currentThread();
        long start = clock.getCurrentThreadCpuTime();
        Thread watch = Thread.ofPlatform().daemon().start(() -> {
            double end = MOMENTS[MOMENTS.length - 1];
            while (!cancellation.isCancelled()) {
                if ((clock.getThreadCpuTime(solver.threadId()) - start) / 1e9 > end && work == Long.MAX_VALUE) {
                    cancellation.cancel();
                }
                pause();
            }
        });
        Answer answer = new Designs(snapshot, System::nanoTime, Runnable::run)
                .answer(
                        question,
                        progress -> {
                            if (Double.isFinite(progress.incumbent())) {
                                path.add(new Point(
                                        (clock.getCurrentThreadCpuTime() - start) / 1e9,
                                        progress.incumbent(),
                                        progress.evaluations()));
                            }
                        },
                        cancellation);
        cancellation.cancel();
        watch.interrupt();
        if (!(answer instanceof Answer.Found) || path.isEmpty()) {
            throw new IllegalStateException(name + ": " + answer);
        }
        return path;
    }

    private static void pause() {
        try {
            Thread.sleep(2);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
