package mad.export;

import java.util.List;
import java.util.OptionalLong;
import mad.program.Domain;
import mad.program.Operation;
import mad.program.Term;

/**
 * The grid on which a term's values lie: all of them are multiples of {@code 1 / d}. What is strict, {@code a < b}, can then be
 * said with {@code <=}.
 */
final class Granularity {
    /** Finer grids drown in the tolerances of solvers. */
    private static final long FINEST = 1 << 14;

    private Granularity() {}

    /** The smallest {@code d} that is known; nothing where there is none, or only one too large for solvers. */
    static OptionalLong of(Term term) {
        if (term.isIntegral()) {
            return OptionalLong.of(1);
        }
        return switch (term.operation()) {
            case Operation.Constant(double value) -> of(value);
            case Operation.Value(var variable) ->
                switch (variable.domain()) {
                    case Domain.Values(List<Double> values) ->
                        common(values.stream().map(Granularity::of).toList());
                    case Domain.Reals reals -> OptionalLong.empty();
                    case Domain.Integers integers -> OptionalLong.of(1);
                    case Domain.Choice choice -> OptionalLong.of(1);
                };
            case Operation.Sum sum -> {
                OptionalLong all = of(sum.constant());
                for (Operation.Addend addend : sum.addends()) {
                    OptionalLong part = times(of(addend.coefficient()), of(addend.term()));
                    all = common(List.of(all, part));
                }
                yield all;
            }
            case Operation.Product product -> {
                OptionalLong all = of(product.numerator());
                boolean whole =
                        product.denominator() == Math.rint(product.denominator()) && product.denominator() <= FINEST;
                all = whole ? times(all, OptionalLong.of((long) product.denominator())) : OptionalLong.empty();
                for (Operation.Factor factor : product.factors()) {
                    all = factor.exponent() == Math.rint(factor.exponent()) && factor.exponent() > 0
                            ? times(all, power(of(factor.base()), (int) Math.min(FINEST, factor.exponent())))
                            : OptionalLong.empty();
                }
                yield all;
            }
            case Operation.Max(List<Term> terms) -> ofAll(terms);
            case Operation.Min(List<Term> terms) -> ofAll(terms);
            case Operation.Abs(Term of) -> of(of);
            case Operation.IfThenElse(Term condition, Term then, Term otherwise) -> ofAll(List.of(then, otherwise));
            case Operation.Floor f -> OptionalLong.of(1);
            case Operation.Ceil c -> OptionalLong.of(1);
            case Operation.Round r -> OptionalLong.of(1);
            case Operation.Compare c -> OptionalLong.of(1);
            case Operation.And a -> OptionalLong.of(1);
            case Operation.Or o -> OptionalLong.of(1);
            case Operation.Not n -> OptionalLong.of(1);
            case Operation.Log l -> OptionalLong.empty();
            case Operation.Exp e -> OptionalLong.empty();
            case Operation.Variance v -> OptionalLong.empty();
            case Operation.StandardDeviation d -> OptionalLong.empty();
            case Operation.Lookup l -> OptionalLong.empty();
        };
    }

    /** Of a sum or difference of terms. */
    static OptionalLong ofAll(List<Term> terms) {
        return common(terms.stream().map(Granularity::of).toList());
    }

    /** Dyadic numbers only: a tenth is not a double. */
    private static OptionalLong of(double value) {
        for (long d = 1; d <= FINEST; d *= 2) {
            if (value * d == Math.rint(value * d)) {
                return OptionalLong.of(d);
            }
        }
        return OptionalLong.empty();
    }

    private static OptionalLong power(OptionalLong d, int exponent) {
        OptionalLong result = OptionalLong.of(1);
        for (int i = 0; i < exponent && d.isPresent() && result.isPresent(); i++) {
            result = d.getAsLong() == 1 ? d : times(result, d);
        }
        return d.isPresent() ? result : d;
    }

    private static OptionalLong times(OptionalLong a, OptionalLong b) {
        return a.isEmpty() || b.isEmpty() ? OptionalLong.empty() : limited(a.getAsLong() * b.getAsLong());
    }

    private static OptionalLong common(List<OptionalLong> all) {
        long result = 1;
        for (OptionalLong d : all) {
            if (d.isEmpty() || result > FINEST) {
                return OptionalLong.empty();
            }
            result = result / gcd(result, d.getAsLong()) * d.getAsLong();
        }
        return limited(result);
    }

    private static OptionalLong limited(long d) {
        return d <= FINEST ? OptionalLong.of(d) : OptionalLong.empty();
    }

    private static long gcd(long a, long b) {
        return b == 0 ? a : gcd(b, a % b);
    }
}
