package mad.lower;

import java.util.function.IntBinaryOperator;
import mad.program.Domain;
import mad.program.Operation;
import mad.program.Term;

/** Proves what is left of every value of a term after division by a small number. */
final class Remainder {
    private static final int UNKNOWN = -1;

    private final int modulus;

    private Remainder(int modulus) {
        this.modulus = modulus;
    }

    /** The remainder of floored division, 0 to {@code modulus - 1}, that all values share; -1 where they differ or it is not known. */
    static int of(Term term, int modulus) {
        return new Remainder(modulus).of(term);
    }

    private int of(Term term) {
        if (modulus == 1 && term.isIntegral()) {
            return 0;
        }
        return switch (term.operation()) {
            case Operation.Constant c -> of(c.value());
            case Operation.Value v -> of(v.variable().domain());
            case Operation.Sum sum -> {
                int total = of(sum.constant());
                for (Operation.Addend a : sum.addends()) {
                    total = combine(total, scaled(a.coefficient(), a.term()), Integer::sum);
                }
                yield total;
            }
            case Operation.Product product -> {
                int total = product.denominator() == 1 ? of(product.numerator()) : UNKNOWN;
                boolean whole = product.denominator() == 1;
                for (Operation.Factor f : product.factors()) {
                    boolean power = f.exponent() >= 1 && f.exponent() == StrictMath.rint(f.exponent());
                    whole &= power && f.base().isIntegral();
                    int base = power ? of(f.base()) : UNKNOWN;
                    total = total == 0 || base == 0
                            ? 0
                            : combine(total, f.exponent() == 1 ? base : UNKNOWN, (a, b) -> a * b);
                }
                yield whole ? total : UNKNOWN;
            }
            case Operation.Max max -> shared(max.terms());
            case Operation.Min min -> shared(min.terms());
            case Operation.IfThenElse choice -> shared(java.util.List.of(choice.then(), choice.otherwise()));
            default -> UNKNOWN;
        };
    }

    private int scaled(double coefficient, Term term) {
        int factor = of(coefficient);
        if (factor == UNKNOWN || !term.isIntegral()) {
            return UNKNOWN;
        }
        return factor == 0 ? 0 : combine(factor, of(term), (a, b) -> a * b);
    }

    private int shared(java.util.List<Term> terms) {
        int first = of(terms.getFirst());
        return terms.stream().allMatch(term -> of(term) == first) ? first : UNKNOWN;
    }

    private int combine(int a, int b, IntBinaryOperator operator) {
        return a == UNKNOWN || b == UNKNOWN ? UNKNOWN : Math.floorMod(operator.applyAsInt(a, b), modulus);
    }

    private int of(double value) {
        return value == StrictMath.rint(value) && Math.abs(value) < 0x1p53
                ? (int) Math.floorMod((long) value, (long) modulus)
                : UNKNOWN;
    }

    private int of(Domain domain) {
        return switch (domain) {
            case Domain.Integers i ->
                i.size() == 1 || i.step() % modulus == 0 ? (int) Math.floorMod(i.lo(), (long) modulus) : UNKNOWN;
            case Domain.Values v -> {
                int first = of(v.values().getFirst());
                yield v.values().stream().allMatch(x -> of((double) x) == first) ? first : UNKNOWN;
            }
            case Domain.Choice c -> UNKNOWN;
            case Domain.Reals r -> UNKNOWN;
        };
    }
}
