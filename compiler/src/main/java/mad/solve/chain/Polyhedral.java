package mad.solve.chain;

import java.util.ArrayList;
import java.util.List;
import mad.program.Operation;
import mad.program.Term;
import org.jspecify.annotations.Nullable;

/** Writes a term as the largest of several sums: maxima of sums, sums of maxima, less minima. It may lie below the term, never above. */
final class Polyhedral {
    private static final int MOST = 64;

    private final int widest;

    private Polyhedral(int widest) {
        this.widest = widest;
    }

    /** Null where the term is no such maximum, or one of too many sums. */
    static @Nullable List<List<Monomial>> of(Term term, int widest) {
        List<List<Monomial>> sums = new Polyhedral(widest).largest(term, 1);
        return sums == null || sums.size() < 2 ? null : sums;
    }

    /** The sums of which {@code scale * term} is the largest. */
    private @Nullable List<List<Monomial>> largest(Term term, double scale) {
        if (scale != 0) {
            switch (term.operation()) {
                case Operation.Max max
                when scale > 0 -> {
                    return any(max.terms(), scale);
                }
                case Operation.Min min
                when scale < 0 -> {
                    return any(min.terms(), scale);
                }
                case Operation.Abs abs
                when scale > 0 -> {
                    List<List<Monomial>> above = largest(abs.of(), scale);
                    List<List<Monomial>> below = largest(abs.of(), -scale);
                    // one side alone lies below, and is all there is to a spread: |min - max|
                    return above == null ? below : below == null ? above : joined(above, below);
                }
                case Operation.Sum sum -> {
                    return sum(sum, scale);
                }
                case Operation.Product p
                when p.factors().size() == 1 && p.factors().getFirst().exponent() == 1 -> {
                    return largest(p.factors().getFirst().base(), scale * p.numerator() / p.denominator());
                }
                default -> {}
            }
        }
        List<Monomial> expanded = Expansion.of(term, widest);
        return expanded == null
                ? null
                : List.of(expanded.stream().map(m -> m.times(scale)).toList());
    }

    private @Nullable List<List<Monomial>> any(List<Term> terms, double scale) {
        List<List<Monomial>> all = new ArrayList<>();
        for (Term term : terms) {
            List<List<Monomial>> sums = largest(term, scale);
            if (sums == null || all.size() + sums.size() > MOST) {
                return null;
            }
            all.addAll(sums);
        }
        return all;
    }

    private @Nullable List<List<Monomial>> sum(Operation.Sum sum, double scale) {
        List<List<Monomial>> all = List.of(List.of(new Monomial(scale * sum.constant(), List.of())));
        for (Operation.Addend addend : sum.addends()) {
            List<List<Monomial>> more = largest(addend.term(), scale * addend.coefficient());
            if (more == null || all.size() * more.size() > MOST) {
                return null;
            }
            List<List<Monomial>> next = new ArrayList<>();
            for (List<Monomial> a : all) {
                for (List<Monomial> b : more) {
                    next.add(joined(a, b));
                }
            }
            all = next;
        }
        return all;
    }

    private static <T> List<T> joined(List<T> a, List<T> b) {
        List<T> both = new ArrayList<>(a);
        both.addAll(b);
        return both;
    }
}
