package mad.cli;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import mad.export.Format;
import mad.model.Definition;
import mad.query.Answer;
import mad.query.Cancellation;
import mad.query.Checks;
import mad.query.Designs;
import mad.query.Designs.ProgramText;
import mad.query.Progress;
import mad.query.Question;
import mad.query.Snapshot;
import mad.query.Studies;
import mad.query.Translation;
import org.jspecify.annotations.Nullable;

/** The real engine: the compiler, with the clock and the threads of this process. */
record Compiler(Designs designs, Checks checks) implements Engine {
    static Compiler over(Snapshot snapshot, int threads) {
        Executor executor = Executors.newFixedThreadPool(threads, task -> {
            Thread thread = new Thread(task, "solver");
            thread.setDaemon(true);
            return thread;
        });
        Designs designs = new Designs(snapshot, System::nanoTime, executor);
        return new Compiler(designs, new Checks(snapshot, designs));
    }

    @Override
    public Answer solve(Question question, Progress.Listener listener, Cancellation cancellation) {
        return designs.answer(question, listener, cancellation);
    }

    @Override
    public Designs.Explained explained(Question question, Progress.Listener listener, Cancellation cancellation) {
        return designs.explained(question, listener, cancellation);
    }

    @Override
    public Designs.Proved proved(Question question, Progress.Listener listener, Cancellation cancellation) {
        return designs.proved(question, listener, cancellation);
    }

    @Override
    public @Nullable Translation translation(Question question) {
        return designs.translation(question);
    }

    @Override
    public Answer evaluate(Question question, Map<String, Double> decisions) {
        return designs.evaluate(question, decisions);
    }

    @Override
    public boolean isDecided(Question question) {
        return designs.isDecided(question);
    }

    @Override
    public ProgramText program(Question question) {
        return designs.program(question);
    }

    @Override
    public ProgramText program(Question question, Format format) {
        return designs.program(question, format);
    }

    @Override
    public Designs.Structured structure(Question question) {
        return designs.structure(question);
    }

    @Override
    public List<Checks.Outcome> checks(
            Question template, boolean solve, Progress.Listener listener, Cancellation cancellation) {
        return checks.run(template, solve, listener, cancellation);
    }

    @Override
    public Studies.Outcome study(
            Definition item, Question template, Progress.Listener listener, Cancellation cancellation) {
        return new Studies(designs).run(item, template, listener, cancellation);
    }
}
