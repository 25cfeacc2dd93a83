package mad.query;

import java.util.List;
import java.util.Map;
import mad.diagnostic.Diagnostic;

/** What comes of asking for a design. */
public sealed interface Answer {
    /**
     * The design was found, or evaluated, and re-checked.
     *
     * @param decisions the number behind each decision, by name
     */
    record Found(Report report, Map<String, Double> decisions) implements Answer {}

    /** No network of the space meets the constraints; the diagnostics say which and by how much. */
    record Infeasible(List<Diagnostic> diagnostics) implements Answer {
        public Infeasible {
            diagnostics = List.copyOf(diagnostics);
        }
    }

    /** The solver stopped before it found a design; {@code nearest} is its least violated one. */
    record NothingFound(String reason, List<String> violated, Report nearest) implements Answer {
        public NothingFound {
            violated = List.copyOf(violated);
        }
    }

    /** The text has errors, or MAD has: nothing was solved. */
    record Refused(List<Diagnostic> diagnostics) implements Answer {
        public Refused {
            diagnostics = List.copyOf(diagnostics);
        }
    }
}
