package mad.solve.chain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import mad.program.Term;
import mad.program.VariableSet;

/** A coefficient times functions of one variable each, or of a pair; by increasing id, repetitions allowed. */
record Monomial(double coefficient, List<Term> factors) {
    static final Monomial ONE = new Monomial(1, List.of());

    Monomial {
        factors = factors.stream().sorted(Comparator.comparingInt(Term::id)).toList();
    }

    Monomial times(Monomial other) {
        List<Term> both = new ArrayList<>(factors);
        both.addAll(other.factors);
        return new Monomial(coefficient * other.coefficient, both);
    }

    Monomial times(double factor) {
        return new Monomial(coefficient * factor, factors);
    }

    VariableSet variables() {
        VariableSet all = VariableSet.EMPTY;
        for (Term factor : factors) {
            all = all.union(factor.variables());
        }
        return all;
    }
}
