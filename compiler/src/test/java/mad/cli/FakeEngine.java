package mad.cli;

import java.util.List;
import java.util.Map;
import mad.export.Format;
import mad.model.Definition;
import mad.query.Answer;
import mad.query.Cancellation;
import mad.query.Checks;
import mad.query.Designs;
import mad.query.Designs.ProgramText;
import mad.query.Progress;
import mad.query.Question;
import mad.query.Studies;
import mad.query.Translation;
import org.jspecify.annotations.Nullable;

/** Gives one prepared answer to everything. */
record FakeEngine(Answer answer, List<Question> asked) implements Engine {
    @Override
    public Answer solve(Question question, Progress.Listener listener, Cancellation cancellation) {
        asked.add(question);
        listener.on(new Progress(question.design(), 1, 2, 1, 0.5, 1000));
        return answer;
    }

    @Override
    public Designs.Explained explained(Question question, Progress.Listener listener, Cancellation cancellation) {
        return new Designs.Explained(solve(question, listener, cancellation), List.of());
    }

    @Override
    public Designs.Proved proved(Question question, Progress.Listener listener, Cancellation cancellation) {
        return new Designs.Proved(solve(question, listener, cancellation), null, "nobody asked");
    }

    @Override
    public @Nullable Translation translation(Question question) {
        return null;
    }

    @Override
    public Answer evaluate(Question question, Map<String, Double> decisions) {
        asked.add(question.withArguments(decisions));
        return answer;
    }

    @Override
    public boolean isDecided(Question question) {
        return false;
    }

    @Override
    public ProgramText program(Question question) {
        return new ProgramText.Text("program " + question.design() + "\n");
    }

    @Override
    public ProgramText program(Question question, Format format) {
        return new ProgramText.Text(format + " " + question.design() + "\n");
    }

    @Override
    public Designs.Structured structure(Question question) {
        return new Designs.Structured.Refused(List.of());
    }

    @Override
    public List<Checks.Outcome> checks(
            Question template, boolean solve, Progress.Listener listener, Cancellation cancellation) {
        return List.of();
    }

    @Override
    public Studies.Outcome study(
            Definition item, Question template, Progress.Listener listener, Cancellation cancellation) {
        return new Studies.Outcome.Refused(List.of());
    }
}
