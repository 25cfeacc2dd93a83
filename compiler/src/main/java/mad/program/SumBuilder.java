package mad.program;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Collects a sum: nested sums are opened, like terms merged, and a lone addend becomes a product. */
final class SumBuilder {
    private final Terms terms;
    private final Map<Integer, Operation.Addend> addends = new TreeMap<>();
    private double constant;

    SumBuilder(Terms terms) {
        this.terms = terms;
    }

    SumBuilder add(double coefficient, Term term) {
        switch (term.operation()) {
            case Operation.Constant(double value) -> constant += coefficient * value;
            case Operation.Sum(double inner, List<Operation.Addend> parts) -> {
                constant += coefficient * inner;
                parts.forEach(part -> merge(coefficient * part.coefficient(), part.term()));
            }
            case Operation.Product(double numerator, double denominator, List<Operation.Factor> factors)
            when numerator != 1 ->
                merge(coefficient * numerator, ProductBuilder.rebuilt(terms, 1, denominator, factors));
            default -> merge(coefficient, term);
        }
        return this;
    }

    private void merge(double coefficient, Term term) {
        addends.merge(
                term.id(),
                new Operation.Addend(coefficient, term),
                (a, b) -> new Operation.Addend(a.coefficient() + b.coefficient(), term));
    }

    Term build() {
        List<Operation.Addend> parts =
                addends.values().stream().filter(a -> a.coefficient() != 0).toList();
        boolean finite = Double.isFinite(constant) && parts.stream().allMatch(a -> Double.isFinite(a.coefficient()));
        if (parts.isEmpty() || !finite) {
            return terms.constant(finite ? constant : Double.NaN);
        }
        if (parts.size() == 1 && constant == 0) {
            Operation.Addend only = parts.getFirst();
            return terms.multiply(terms.constant(only.coefficient()), only.term());
        }
        return terms.intern(new Operation.Sum(constant + 0.0, parts));
    }
}
