package mad.program;

import java.util.List;

/**
 * The reference evaluation of a program: every term, once, in order. Simple on purpose; the solvers' evaluators are tested
 * against it.
 */
public final class Evaluation {
    private final Program program;
    private final double[] values;

    private Evaluation(Program program, double[] values) {
        this.program = program;
        this.values = values;
    }

    /** @throws IllegalArgumentException when the assignment has another number of values than the program has variables */
    public static Evaluation of(Program program, Assignment assignment) {
        if (assignment.size() != program.variables().size()) {
            throw new IllegalArgumentException(
                    assignment.size() + " values, " + program.variables().size() + " variables");
        }
        List<Term> terms = program.terms();
        double[] values = new double[terms.getLast().id() + 1];
        for (Term term : terms) {
            values[term.id()] = term.operation() instanceof Operation.Value(Variable variable)
                    ? assignment.value(variable)
                    : Arithmetic.evaluate(term.operation(), operand -> values[operand.id()]);
        }
        boolean inside = program.variables().stream().allMatch(v -> v.domain().contains(assignment.value(v)));
        if (!inside) {
            throw new IllegalArgumentException("outside the domains: " + assignment);
        }
        return new Evaluation(program, values);
    }

    /** The value of a term of the program; NaN or infinite where it has none. */
    public double value(Term term) {
        return values[term.id()];
    }

    public double objective() {
        return value(program.objective().term());
    }

    /** By how much a constraint is broken: 0 when it holds, infinite when its body has no value. */
    public double violation(Constraint constraint) {
        return constraint.violation(value(constraint.body()));
    }

    /** The broken constraints, in the program's order. */
    public List<Constraint> violated() {
        return program.constraints().stream().filter(c -> violation(c) > 0).toList();
    }

    /** Whether the objective has a finite value and every constraint holds within its {@link Constraint#slack()}. */
    public boolean isFeasible() {
        return Double.isFinite(objective()) && violated().isEmpty();
    }
}
