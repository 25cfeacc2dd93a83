package mad.lsp;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import mad.diagnostic.Diagnostic;
import mad.model.Definition;
import mad.query.Answer;
import mad.query.Cancellation;
import mad.query.Checks;
import mad.query.Designs;
import mad.query.Progress;
import mad.query.Question;
import org.jspecify.annotations.Nullable;

/** Solves designs in the background: one at a time, of the latest text only. An edit that touches a running solve stops it. */
public final class Solving {
    private static final double GAP = 1e-4;

    private final ScheduledExecutorService thread;
    private final Listener listener;
    private final Answers answers = new Answers();
    private final Set<Job> jobs = ConcurrentHashMap.newKeySet();
    private final Set<Cancellation> superseded = ConcurrentHashMap.newKeySet();

    /** How much may be spent on one design. */
    public record Effort(double seconds, long work) {}

    /** Something to solve. Once it is stopped it holds on to nothing, however long it still waits for its turn. */
    private static final class Job {
        private final String file;
        private final Cancellation cancellation = new Cancellation();
        private volatile @Nullable Work work;

        Job(String file, Work work) {
            this.file = file;
            this.work = work;
        }

        void run() {
            Work due = work;
            if (due != null && !cancellation.isCancelled()) {
                due.run(cancellation);
            }
        }

        void cancel() {
            work = null;
            cancellation.cancel();
        }
    }

    /** Told, on the solver's thread, of what happens there. */
    public interface Listener {
        void started(Workspace.State state, String file, String design, Cancellation cancellation);

        void progress(Workspace.State state, String file, Progress progress);

        /** @param answer that belongs to the text of {@code state}; null where the text changed before it was finished */
        void finished(Workspace.State state, String file, String design, @Nullable Answer answer);

        /** Findings of a file may have changed. */
        void found(String file);
    }

    public Solving(ScheduledExecutorService thread, Listener listener) {
        this.thread = thread;
        this.listener = listener;
    }

    /** What has changed is not what was solved: running solves of it stop, answers are no longer current. */
    public void touched(Set<String> files) {
        for (Job job : jobs) {
            if (files.contains(job.file)) {
                superseded.add(job.cancellation);
                job.cancel();
            }
        }
        answers.touched(files);
    }

    /** What is known by now. */
    public Answers answers() {
        return answers;
    }

    /** Stops whatever runs or waits; with a file, only that of the file. */
    public void stop(@Nullable String file) {
        jobs.stream().filter(j -> file == null || file.equals(j.file)).forEach(Job::cancel);
    }

    /** Solves all designs of a file after {@code delay} milliseconds, unless it changes before. */
    public void all(Workspace.State state, String file, Effort effort, long delay) {
        schedule(file, delay, cancellation -> {
            Designs designs = new Designs(state.snapshot(), System::nanoTime, Runnable::run);
            for (Definition.Design design : state.snapshot().designs(file)) {
                boolean complete = design.parameters().stream().allMatch(p -> p.fallback() != null);
                if (complete && !cancellation.isCancelled()) {
                    one(state, designs, question(file, design.name(), effort), cancellation);
                }
            }
            check(state, designs, file, effort, Unsolved.SKIPPED, cancellation);
        });
    }

    public void one(Workspace.State state, String file, String design, Effort effort) {
        schedule(
                file,
                0,
                cancellation -> one(
                        state,
                        new Designs(state.snapshot(), System::nanoTime, Runnable::run),
                        question(file, design, effort),
                        cancellation));
    }

    /** Runs the checks of a file, solving what they need. */
    public void checks(Workspace.State state, String file, Effort effort) {
        schedule(file, 0, cancellation -> {
            Designs designs = new Designs(state.snapshot(), System::nanoTime, Runnable::run);
            check(state, designs, file, effort, Unsolved.SOLVED, cancellation);
        });
    }

    /** What becomes of a check whose design has decisions. */
    private enum Unsolved {
        SKIPPED,
        SOLVED
    }

    private interface Work {
        void run(Cancellation cancellation);
    }

    /** Something else that needs a solver: prices, a sweep. It gives way to an edit as solves do. */
    public void also(String file, Consumer<Cancellation> work) {
        schedule(file, 0, work::accept);
    }

    private void schedule(String file, long delay, Work work) {
        Job job = new Job(file, work);
        jobs.add(job);
        try {
            thread.schedule(
                    () -> {
                        try {
                            job.run();
                        } finally {
                            jobs.remove(job);
                            superseded.remove(job.cancellation);
                        }
                    },
                    delay,
                    TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            jobs.remove(job);
        }
    }

    private void one(Workspace.State state, Designs designs, Question question, Cancellation cancellation) {
        String file = question.file();
        listener.started(state, file, question.design(), cancellation);
        Map<String, Double> start = answers.point(file, question.design());
        List<Map<String, Double>> starts = start.isEmpty() ? List.of() : List.of(start);
        Answer answer = null;
        try {
            Designs.Attempt given =
                    designs.attempt(question, starts, p -> listener.progress(state, file, p), cancellation);
            // A superseded solve gives an answer too: of a text that is gone.
            answer = superseded.contains(cancellation) ? null : given.answer();
            start = given.point().isEmpty() ? start : given.point();
        } finally {
            if (answer != null) {
                answers.keep(state, file, question.design(), answer, start);
            }
            listener.finished(state, file, question.design(), answer);
            listener.found(file);
        }
    }

    private void check(
            Workspace.State state,
            Designs designs,
            String file,
            Effort effort,
            Unsolved unsolved,
            Cancellation cancellation) {
        if (cancellation.isCancelled()) {
            return;
        }
        List<Diagnostic> failures = new Checks(state.snapshot(), designs)
                        .run(
                                question(file, "", effort),
                                unsolved == Unsolved.SOLVED,
                                Progress.Listener.silent(),
                                cancellation)
                        .stream()
                        .flatMap(o -> o.failures().stream())
                        .toList();
        if (!cancellation.isCancelled()) {
            answers.keep(file, failures);
            listener.found(file);
        }
    }

    public static Question question(String file, String design, Effort effort) {
        Question usual = Question.of(file, design);
        return new Question(file, design, Map.of(), usual.method(), usual.seed(), effort.seconds(), effort.work(), GAP);
    }

    public void forget(String file) {
        stop(file);
        answers.forget(file);
    }
}
