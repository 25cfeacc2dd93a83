package mad.lower;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import mad.diagnostic.Diagnostic;
import mad.model.Definition;
import mad.program.Assignment;
import mad.program.Evaluation;
import mad.program.Program;
import mad.program.Term;

/** What comes of lowering a design. */
public sealed interface Lowered {
    /**
     * A program that means the same as the design.
     *
     * @param decisions the value of each decision of the language, by its name
     * @param limits in the design's order, with the terms of both sides
     * @param reports in the design's order
     * @param quantities limits' metrics, reports and the goal by name, to compare with the independent evaluation
     */
    record Lowering(
            Program program,
            Map<String, Term> decisions,
            List<LimitTerms> limits,
            List<ReportTerm> reports,
            Map<String, Term> quantities)
            implements Lowered {
        public Lowering {
            decisions = Collections.unmodifiableMap(new LinkedHashMap<>(decisions));
            limits = List.copyOf(limits);
            reports = List.copyOf(reports);
            quantities = Collections.unmodifiableMap(new LinkedHashMap<>(quantities));
        }

        /** What an assignment of the program decides, in the words of the design. */
        public Map<String, Double> decisions(Assignment assignment) {
            return values(decisions, assignment);
        }

        /** The quantities at an assignment. */
        public Map<String, Double> quantities(Assignment assignment) {
            return values(quantities, assignment);
        }

        private Map<String, Double> values(Map<String, Term> terms, Assignment assignment) {
            Evaluation evaluation = Evaluation.of(program, assignment);
            Map<String, Double> values = new LinkedHashMap<>();
            terms.forEach((name, term) -> values.put(name, evaluation.value(term)));
            return values;
        }
    }

    /** Both sides of a limit. */
    record LimitTerms(Definition.Limit limit, Term value, Term bound) {}

    record ReportTerm(Definition.Reported reported, Term value) {}

    /** The design cannot be lowered, and this is why. */
    record Refused(List<Diagnostic> diagnostics) implements Lowered {
        public Refused {
            diagnostics = List.copyOf(diagnostics);
        }
    }
}
