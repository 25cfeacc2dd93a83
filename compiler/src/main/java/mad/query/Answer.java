package mad.query;

import java.util.List;
import java.util.Map;
import mad.diagnostic.Diagnostic;
import mad.source.Span;

/** What comes of asking for a design. */
public sealed interface Answer {
    /**
     * The design was found, or evaluated, and re-checked.
     *
     * @param decisions the number behind each decision, by name
     */
    record Found(Report report, Map<String, Double> decisions) implements Answer {}

    /**
     * No network of the space meets the constraints; the diagnostics say which and by how much.
     *
     * @param members the statements that exclude each other, what is easiest to change first
     */
    record Infeasible(List<Diagnostic> diagnostics, List<Member> members) implements Answer {
        public Infeasible {
            diagnostics = List.copyOf(diagnostics);
            members = List.copyOf(members);
        }

        public Infeasible(List<Diagnostic> diagnostics) {
            this(diagnostics, List.of());
        }
    }

    /**
     * A statement of a conflict, and how far it has to give way when all else stays.
     *
     * @param note that says so
     * @param found what its body has in a network that meets all the rest; the negative of what is bounded from below. NaN where nothing was found
     * @param proved whether no network has less
     */
    record Member(Span span, String text, String note, double found, boolean proved) {}

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
