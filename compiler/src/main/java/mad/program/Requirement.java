package mad.program;

import java.util.ArrayList;
import java.util.List;

/** Turns conditions into constraints: a conjunction into several, a comparison into one on the difference of its sides. */
public final class Requirement {
    private Requirement() {}

    /**
     * Constraints that hold together exactly where {@code condition} is true. Several are named {@code name[1]},
     * {@code name[2]}, …; a condition that is always true gives none.
     */
    public static List<Constraint> of(Terms terms, String name, Term condition, Origin origin) {
        List<Term> parts =
                condition.operation() instanceof Operation.And(List<Term> inner) ? inner : List.of(condition);
        List<Constraint> constraints = new ArrayList<>();
        for (Term part : parts) {
            if (!part.is(1)) {
                String label = parts.size() == 1 ? name : name + "[" + (constraints.size() + 1) + "]";
                constraints.add(constraint(terms, label, part, origin));
            }
        }
        return constraints;
    }

    private static Constraint constraint(Terms terms, String name, Term condition, Origin origin) {
        if (condition.operation()
                instanceof Operation.Compare(Operation.Comparison comparison, Term left, Term right)) {
            Term difference = terms.subtract(left, right);
            switch (comparison) {
                case LE -> {
                    return bounded(terms, name, difference, Constraint.Relation.LE, 0, origin);
                }
                case LT -> {
                    if (difference.isIntegral()) {
                        return bounded(terms, name, difference, Constraint.Relation.LE, -1, origin);
                    }
                }
                case EQ -> {
                    return bounded(terms, name, difference, Constraint.Relation.EQ, 0, origin);
                }
                case NE -> {}
            }
        }
        return new Constraint(name, condition, Constraint.Relation.EQ, 1, origin);
    }

    /** Moves the constant of a sum to the other side, so that a budget reads as its bound. */
    private static Constraint bounded(
            Terms terms, String name, Term body, Constraint.Relation relation, double bound, Origin origin) {
        if (body.operation() instanceof Operation.Sum(double constant, var addends) && constant != 0) {
            Term moved = terms.subtract(body, terms.constant(constant));
            return new Constraint(name, moved, relation, bound - constant, origin);
        }
        return new Constraint(name, body, relation, bound, origin);
    }
}
