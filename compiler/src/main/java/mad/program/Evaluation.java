package mad.program;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The reference evaluation of a program at one assignment: every term once, operands first. Simple on purpose; the solvers'
 * evaluators are tested against it.
 */
public final class Evaluation {
    private final Program program;
    private final Assignment assignment;
    private final Map<Term, Double> values = new HashMap<>();

    private Evaluation(Program program, Assignment assignment) {
        this.program = program;
        this.assignment = assignment;
    }

    /** @throws IllegalArgumentException when a variable has no value, or one outside its domain */
    public static Evaluation of(Program program, Assignment assignment) {
        if (assignment.size() != program.variables().size()) {
            throw new IllegalArgumentException(
                    assignment.size() + " values, " + program.variables().size() + " variables");
        }
        for (Variable variable : program.variables()) {
            double value = assignment.value(variable);
            if (!variable.domain().contains(value)) {
                throw new IllegalArgumentException(variable + " = " + value + " is outside its domain");
            }
        }
        return new Evaluation(program, assignment);
    }

    /** The value of a term over the program's variables; NaN or infinite where it has none. */
    public double value(Term term) {
        Double known = values.get(term);
        if (known == null) {
            Program.reachable(List.of(term)).forEach(this::evaluate);
            known = evaluate(term);
        }
        return known;
    }

    private double evaluate(Term term) {
        Double known = values.get(term);
        if (known != null) {
            return known;
        }
        double value = term.operation() instanceof Operation.Value(Variable variable)
                ? assignment.value(variable)
                : Arithmetic.evaluate(term.operation(), this::evaluate);
        values.put(term, value);
        return value;
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
