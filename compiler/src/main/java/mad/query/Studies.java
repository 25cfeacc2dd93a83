package mad.query;

import java.util.List;
import mad.diagnostic.Diagnostic;
import mad.model.Definition;

/** Runs the sweeps and frontiers of a file. */
public record Studies(Designs designs) {
    /** What comes of running one. */
    public sealed interface Outcome {
        record Done(Study study) implements Outcome {}

        /** It cannot be run. A point that cannot be solved is no reason: the study says so. */
        record Refused(List<Diagnostic> diagnostics) implements Outcome {
            public Refused {
                diagnostics = List.copyOf(diagnostics);
            }
        }
    }

    /**
     * @param item a sweep or a frontier
     * @param template file, effort and method of each question; its arguments replace those of the item
     */
    public Outcome run(Definition item, Question template, Progress.Listener listener, Cancellation cancellation) {
        try {
            return switch (item) {
                case Definition.Sweep sweep ->
                    new Outcome.Done(new Sweeps(designs).run(sweep, template, listener, cancellation));
                case Definition.Frontier frontier ->
                    new Outcome.Done(new Frontiers(designs).run(frontier, template, listener, cancellation));
                default -> throw new IllegalArgumentException(item.name() + " is no sweep and no frontier");
            };
        } catch (Unanswerable unanswerable) {
            return new Outcome.Refused(List.of(unanswerable.diagnostic()));
        }
    }
}
