package mad.solve.chain;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import mad.program.Operation;
import mad.program.Term;
import mad.program.VariableSet;

/** Which variables still matter when some are known: those of branches not taken, and of products with 0, do not. */
final class Activity {
    private final Map<Integer, Double> known;
    private final Set<Integer> reads = new HashSet<>();

    private Activity(Map<Integer, Double> known) {
        this.known = known;
    }

    static Set<Integer> of(List<Monomial> monomials, List<Term> terms, Map<Integer, Double> known) {
        Activity activity = new Activity(known);
        monomials.forEach(activity::read);
        terms.forEach(activity::read);
        return activity.reads;
    }

    /** The variables on which a comparison of one variable depends, anywhere in a term. */
    static void conditions(Term term, Set<Integer> found, Set<Term> seen) {
        if (!seen.add(term)) {
            return;
        }
        if (term.isTruth() && term.variables().size() == 1 && !(term.operation() instanceof Operation.Value)) {
            term.variables().indices().forEach(found::add);
        }
        term.operation().operands().forEach(t -> conditions(t, found, seen));
    }

    private void read(Monomial monomial) {
        if (monomial.factors().stream().noneMatch(f -> isKnown(f) && Functions.evaluate(f, known) == 0)) {
            monomial.factors().forEach(this::read);
        }
    }

    private void read(Term term) {
        if (isKnown(term)) {
            return;
        }
        switch (term.operation()) {
            case Operation.Value(var variable) -> reads.add(variable.index());
            case Operation.IfThenElse choice
            when isKnown(choice.condition()) -> {
                double truth = Functions.evaluate(choice.condition(), known);
                read(truth == 0 ? choice.otherwise() : choice.then());
            }
            default -> term.operation().operands().forEach(this::read);
        }
    }

    private boolean isKnown(Term term) {
        VariableSet variables = term.variables();
        return variables.indices().allMatch(known::containsKey);
    }
}
