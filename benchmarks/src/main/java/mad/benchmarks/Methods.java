package mad.benchmarks;

import static java.util.stream.Collectors.joining;

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
import mad.query.Snapshot;

/** What the methods find at equal work. */
final class Methods {
    /** The evaluations of the paper's evolution. */
    static final long EQUAL_WORK = 500_000;

    private Methods() {}

    static List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        for (String name : Configuration.PAPER) {
            String found = Designs.methods().stream()
                    .map(method -> method + " " + "%.1f".formatted(objective(name, method)))
                    .collect(joining(", "));
            rows.add(new Row(name + ": objective after 500,000 evaluations", found));
        }
        return rows;
    }

    private static double objective(String name, String method) {
        String file = Path.of("examples", name + ".mad").toAbsolutePath().toString();
        Snapshot snapshot = new Snapshot(new FileWorld(Path.of(".")));
        String design = snapshot.designs(file).getFirst().name();
        Question question = new Question(file, design, Map.of(), method, 1, Double.POSITIVE_INFINITY, EQUAL_WORK, 0);
        Answer answer = new Designs(snapshot, System::nanoTime, Runnable::run)
                .answer(question, Progress.Listener.silent(), new Cancellation());
        if (answer instanceof Answer.Found found && found.report().objective() != null) {
            return found.report().objective().value();
        }
        throw new IllegalStateException(name + ": " + answer);
    }
}
