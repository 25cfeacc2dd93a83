package mad.lower;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import mad.program.Arithmetic;
import mad.program.Assignment;
import mad.program.Operation;
import mad.program.Step;
import mad.program.Term;

/**
 * From the variables of the program back to the decisions of the language, in the order of the text: those of one value are no
 * variables, and a number of a range with a moving start is that start plus so many steps.
 */
record WayHome(List<Term> decisions) implements Step.WayBack {
    WayHome {
        decisions = List.copyOf(decisions);
    }

    @Override
    public Assignment apply(Assignment assignment) {
        Map<Term, Double> values = new HashMap<>();
        for (Term term : operandsFirst()) {
            double value = term.operation() instanceof Operation.Value(var variable)
                    ? assignment.value(variable)
                    : Arithmetic.evaluate(term.operation(), operand -> values.getOrDefault(operand, Double.NaN));
            values.put(term, value);
        }
        return Assignment.of(decisions.stream()
                .mapToDouble(d -> values.getOrDefault(d, Double.NaN))
                .toArray());
    }

    /** All that the decisions read, operands first: they have the smaller ids. */
    private Set<Term> operandsFirst() {
        Set<Term> found = new TreeSet<>(Comparator.comparingInt(Term::id));
        List<Term> open = new ArrayList<>(decisions);
        while (!open.isEmpty()) {
            Term term = open.removeLast();
            if (found.add(term)) {
                open.addAll(term.operation().operands());
            }
        }
        return found;
    }
}
