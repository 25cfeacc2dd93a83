package mad.program;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;

/**
 * A mathematical program: choose a value of every variable such that all constraints hold and the objective is best.
 *
 * @param variables by index; the names are unique
 * @param steps how it came about, first step first
 */
public record Program(
        String name, List<Variable> variables, Objective objective, List<Constraint> constraints, List<Step> steps) {

    /** @throws IllegalArgumentException when an index or a name does not fit, or a term reads a variable of elsewhere */
    public Program {
        variables = List.copyOf(variables);
        constraints = List.copyOf(constraints);
        steps = List.copyOf(steps);
        Set<String> names = new HashSet<>();
        for (int i = 0; i < variables.size(); i++) {
            Variable variable = variables.get(i);
            if (variable.index() != i || !names.add(variable.name())) {
                throw new IllegalArgumentException("variable " + variable + " out of place");
            }
        }
        names.clear();
        constraints.forEach(constraint -> {
            if (!names.add(constraint.name())) {
                throw new IllegalArgumentException("two constraints are named " + constraint.name());
            }
        });
        for (Term term : reachable(roots(objective, constraints))) {
            if (term.operation() instanceof Operation.Value(Variable variable)
                    && (variable.index() >= variables.size() || variables.get(variable.index()) != variable)) {
                throw new IllegalArgumentException("variable " + variable + " belongs to another program");
            }
        }
    }

    /** Every term of the objective and the constraints, operands before the terms that read them. */
    public List<Term> terms() {
        return reachable(roots(objective, constraints));
    }

    /** Turns an assignment of this program into one of the program before its first step. */
    public Assignment back(Assignment assignment) {
        Assignment result = assignment;
        for (Step step : steps.reversed()) {
            result = step.back().apply(result);
        }
        return result;
    }

    private static List<Term> roots(Objective objective, List<Constraint> constraints) {
        List<Term> roots = new ArrayList<>(List.of(objective.term()));
        constraints.forEach(constraint -> roots.add(constraint.body()));
        return roots;
    }

    /** The terms that {@code roots} read, themselves included; operands before the terms that read them. */
    static List<Term> reachable(List<Term> roots) {
        TreeMap<Integer, Term> found = new TreeMap<>();
        // a stack of its own: a design may nest deeper than the thread's stack
        ArrayDeque<Term> open = new ArrayDeque<>(roots);
        while (!open.isEmpty()) {
            Term term = open.pop();
            if (found.putIfAbsent(term.id(), term) == null) {
                term.operation().operands().forEach(open::push);
            }
        }
        return List.copyOf(found.values());
    }
}
