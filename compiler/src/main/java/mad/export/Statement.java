package mad.export;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import mad.program.Constraint;
import mad.program.Operation;
import mad.program.Term;

/** What a constraint says, opened as far as it is a conjunction of comparisons. All terms are of the original program. */
sealed interface Statement {
    /** The terms whose values it is about. */
    List<Term> terms();

    /** {@code left <= right - gap} or {@code left == right}. */
    record Compared(Term left, Term right, double gap, Constraint.Relation relation) implements Statement {
        @Override
        public List<Term> terms() {
            return List.of(left, right);
        }
    }

    /** The condition holds. */
    record Holds(Term condition) implements Statement {
        @Override
        public List<Term> terms() {
            return List.of(condition);
        }
    }

    /** The constraint as it stands. */
    record Plain(Term body) implements Statement {
        @Override
        public List<Term> terms() {
            return List.of(body);
        }
    }

    static List<Statement> of(Constraint constraint) {
        boolean holds = constraint.body().isTruth()
                && constraint.relation() == Constraint.Relation.EQ
                && constraint.bound() == 1;
        if (!holds) {
            return List.of(new Plain(constraint.body()));
        }
        List<Statement> all = new ArrayList<>();
        conjuncts(constraint.body()).forEach(condition -> all.add(of(condition)));
        return all;
    }

    private static Stream<Term> conjuncts(Term condition) {
        return condition.operation() instanceof Operation.And(List<Term> terms)
                ? terms.stream().flatMap(Statement::conjuncts)
                : Stream.of(condition);
    }

    private static Statement of(Term condition) {
        if (condition.operation()
                instanceof Operation.Compare(Operation.Comparison comparison, Term left, Term right)) {
            return switch (comparison) {
                case LE -> new Compared(left, right, 0, Constraint.Relation.LE);
                case EQ -> new Compared(left, right, 0, Constraint.Relation.EQ);
                case LT ->
                    Granularity.ofAll(List.of(left, right)).isPresent()
                            ? new Compared(
                                    left,
                                    right,
                                    1.0
                                            / Granularity.ofAll(List.of(left, right))
                                                    .getAsLong(),
                                    Constraint.Relation.LE)
                            : new Holds(condition);
                case NE -> new Holds(condition);
            };
        }
        return new Holds(condition);
    }
}
