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
import mad.query.Snapshot;
import mad.query.Studies;
import mad.query.Translation;
import org.jspecify.annotations.Nullable;

/** What the commands ask of the compiler, for one snapshot. Tests prepare the answers. */
interface Engine {
    /** Solves a design, or evaluates it where nothing is left to decide. */
    Answer solve(Question question, Progress.Listener listener, Cancellation cancellation);

    /** The same, with what each limit of its budgets is worth. */
    Designs.Explained explained(Question question, Progress.Listener listener, Cancellation cancellation);

    /** The same, with the proof for a checker. */
    Designs.Proved proved(Question question, Progress.Listener listener, Cancellation cancellation);

    /** What a certificate says of a design is compared with this. */
    @Nullable
    Translation translation(Question question);

    /** The network with these values for its decisions, by name. */
    Answer evaluate(Question question, Map<String, Double> decisions);

    boolean isDecided(Question question);

    ProgramText program(Question question);

    /** The same in another solver's format. */
    ProgramText program(Question question, Format format);

    /** What the exact solver sees in that program. */
    Designs.Structured structure(Question question);

    /** All checks of the template's file; those that need a solver are skipped unless {@code solve}. */
    List<Checks.Outcome> checks(
            Question template, boolean solve, Progress.Listener listener, Cancellation cancellation);

    /** Runs a sweep or a frontier. */
    Studies.Outcome study(Definition item, Question template, Progress.Listener listener, Cancellation cancellation);

    @FunctionalInterface
    interface Maker {
        /** @param threads that a solver may use */
        Engine over(Snapshot snapshot, int threads);
    }
}
