package mad.program;

import java.util.ArrayList;
import java.util.List;

/** Turns conditions into constraints: a conjunction into several, a comparison into one on the difference of its sides. */
public final class Requirement {
    private Requirement() {}

    /**
     * The constraint {@code left comparison right}. Unlike a condition, which may be decided and folded when it is made, it keeps
     * the two sides: budgets should be stated with it, so that a hopeless one can be reported in numbers.
     */
    public static Constraint of(
            Terms terms, String name, Operation.Comparison comparison, Term left, Term right, Origin origin) {
        Term difference = terms.subtract(left, right);
        return switch (comparison) {
            case LE -> bounded(terms, name, difference, Constraint.Relation.LE, 0, origin);
            case EQ -> bounded(terms, name, difference, Constraint.Relation.EQ, 0, origin);
            case LT ->
                difference.isIntegral()
                        ? bounded(terms, name, difference, Constraint.Relation.LE, -1, origin)
                        : condition(name, terms.lt(left, right), origin);
            case NE -> condition(name, terms.ne(left, right), origin);
        };
    }

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
        return condition.operation()
                        instanceof Operation.Compare(Operation.Comparison comparison, Term left, Term right)
                ? of(terms, name, comparison, left, right, origin)
                : condition(name, condition, origin);
    }

    private static Constraint condition(String name, Term condition, Origin origin) {
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
