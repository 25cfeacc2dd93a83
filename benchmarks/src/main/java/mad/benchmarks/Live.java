package mad.benchmarks;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import mad.query.Answer;
import mad.query.Cancellation;
import mad.query.Designs;
import mad.query.FileWorld;
import mad.query.Progress;
import mad.query.Question;
import mad.query.Report;
import mad.query.Snapshot;

/**
 * What an editor feels, in a process that has solved before: how soon there is a design and a good one, how soon a stopped solve answers,
 * and what it takes to solve again after a limit has changed a little. Wall seconds of one thread, lowering and reports included.
 */
final class Live {
    private static final int STOPS = 12;
    /** Changes of the first limit, in turn. */
    private static final double[] EDITS = {1.002, 0.995, 1.01, 0.98, 1.05};

    private final Snapshot snapshot = new Snapshot(new FileWorld(Path.of(".")));

    /** The times at which a solve had a feasible design, one within a hundredth of its last, and its proof. */
    private record Times(double feasible, double close, double proof, Designs.Attempt attempt) {}

    /** A table of its own. */
    void run() {
        solve(question("deepmad-r18"), List.of());
        System.out.println(
                "| design | first feasible | within 1 %% | proof | stopped: median, worst of %d | solved again: first feasible, within 1 %%, proof, medians of %d |"
                        .formatted(STOPS, EDITS.length));
        System.out.println("|---|---|---|---|---|---|");
        Configuration.PAPER.forEach(name -> System.out.println(line(name)));
    }

    private String line(String name) {
        Question question = question(name);
        Times cold = solve(question, List.of());
        List<Double> stops = new ArrayList<>();
        for (int i = 0; i < STOPS; i++) {
            stops.add(stop(question, cold.proof() * (i + 0.5) / STOPS));
        }
        stops.sort(null);
        List<Times> again = new ArrayList<>();
        Report.BudgetUse limit =
                ((Answer.Found) cold.attempt().answer()).report().budgets().getFirst();
        for (double change : EDITS) {
            Map<String, Double> other = Map.of(limit.budget() + "." + limit.name(), change * limit.limit());
            again.add(
                    solve(question.withArguments(other), List.of(cold.attempt().point())));
        }
        return "| %s | %s | %s | %s | %s, %s | %s, %s, %s |"
                .formatted(
                        name,
                        Row.seconds(cold.feasible()),
                        Row.seconds(cold.close()),
                        Row.seconds(cold.proof()),
                        Row.seconds(stops.get(STOPS / 2)),
                        Row.seconds(stops.getLast()),
                        Row.seconds(median(again.stream().map(Times::feasible).toList())),
                        Row.seconds(median(again.stream().map(Times::close).toList())),
                        Row.seconds(median(again.stream().map(Times::proof).toList())));
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }

    private Question question(String name) {
        String file = Path.of("examples", name + ".mad").toAbsolutePath().toString();
        return Question.of(file, snapshot.designs(file).getFirst().name());
    }

    private Times solve(Question question, List<Map<String, Double>> starts) {
        List<Progress> seen = new ArrayList<>();
        List<Double> at = new ArrayList<>();
        long start = System.nanoTime();
        Designs.Attempt attempt = new Designs(snapshot, System::nanoTime, Runnable::run)
                .attempt(
                        question,
                        starts,
                        p -> {
                            seen.add(p);
                            at.add(since(start));
                        },
                        new Cancellation());
        double proof = since(start);
        if (!(attempt.answer() instanceof Answer.Found(Report report, var decisions))
                || report.status() != Report.Status.OPTIMAL) {
            throw new IllegalStateException(question.design() + ": " + attempt.answer());
        }
        double best = seen.getLast().incumbent();
        double feasible = Double.NaN;
        double close = Double.NaN;
        for (int i = seen.size() - 1; i >= 0; i--) {
            double objective = seen.get(i).incumbent();
            feasible = Double.isFinite(objective) ? at.get(i) : feasible;
            close = Math.abs(objective - best) <= 0.01 * Math.abs(best) ? at.get(i) : close;
        }
        return new Times(feasible, close, proof, attempt);
    }

    /** Seconds from the wish to stop to the answer. */
    private double stop(Question question, double after) {
        Cancellation cancellation = new Cancellation();
        long[] asked = new long[1];
        Thread user = Thread.ofPlatform().daemon().start(() -> {
            try {
                Thread.sleep((long) (1e3 * after), (int) (1e9 * after % 1_000_000));
                asked[0] = System.nanoTime();
                cancellation.cancel();
            } catch (InterruptedException over) {
                Thread.currentThread().interrupt();
            }
        });
        new Designs(snapshot, System::nanoTime, Runnable::run)
                .attempt(question, List.of(), Progress.Listener.silent(), cancellation);
        long answered = System.nanoTime();
        try {
            user.join();
        } catch (InterruptedException over) {
            throw new IllegalStateException(over);
        }
        return Math.max(0, (answered - asked[0]) * 1e-9);
    }

    private static double since(long start) {
        return (System.nanoTime() - start) * 1e-9;
    }
}
