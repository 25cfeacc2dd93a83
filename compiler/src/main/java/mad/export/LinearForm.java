package mad.export;

import java.util.ArrayList;
import java.util.List;
import mad.program.Operation;
import mad.program.Term;
import mad.program.Variable;

/** A sum of multiples of variables and of what is not linear. */
record LinearForm(double constant, List<Part> parts, List<Operation.Addend> others) {
    LinearForm {
        parts = List.copyOf(parts);
        others = List.copyOf(others);
    }

    record Part(double coefficient, Variable variable) {}

    boolean isLinear() {
        return others.isEmpty();
    }

    static LinearForm of(Term term) {
        return switch (term.operation()) {
            case Operation.Sum(double constant, List<Operation.Addend> addends) -> {
                LinearForm form = new LinearForm(constant, List.of(), List.of());
                for (Operation.Addend addend : addends) {
                    form = form.plus(of(addend.coefficient(), addend.term()));
                }
                yield form;
            }
            case Operation.Constant(double value)
            when Double.isFinite(value) -> new LinearForm(value, List.of(), List.of());
            default -> of(1, term);
        };
    }

    private static LinearForm of(double coefficient, Term term) {
        return switch (term.operation()) {
            case Operation.Value(Variable variable) ->
                new LinearForm(0, List.of(new Part(coefficient, variable)), List.of());
            case Operation.Product(double above, double below, List<Operation.Factor> factors)
            when factors.size() == 1
                    && factors.getFirst().exponent() == 1
                    && factors.getFirst().base().operation() instanceof Operation.Value(Variable variable) ->
                new LinearForm(0, List.of(new Part(coefficient * above / below, variable)), List.of());
            default -> new LinearForm(0, List.of(), List.of(new Operation.Addend(coefficient, term)));
        };
    }

    private LinearForm plus(LinearForm other) {
        return new LinearForm(constant + other.constant, joined(parts, other.parts), joined(others, other.others));
    }

    private static <T> List<T> joined(List<T> a, List<T> b) {
        List<T> all = new ArrayList<>(a);
        all.addAll(b);
        return all;
    }
}
