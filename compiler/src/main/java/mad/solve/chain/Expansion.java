package mad.solve.chain;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import mad.program.Operation;
import mad.program.Term;
import org.jspecify.annotations.Nullable;

/** Multiplies a term out into a sum of {@link Monomial}s. What depends on one variable stays one function of it. */
final class Expansion {
    private static final int MOST = 20_000;

    /** What lines are made of: functions of one variable, and of pairs. */
    static final int NARROW = 2;

    /** What tables are made of. */
    static final int WIDE = 6;

    /** Thrown inside, caught by {@link #of}: the term cannot be written as such a sum. */
    private static final class NotSeparable extends RuntimeException {
        NotSeparable() {
            super("not separable", null, false, false);
        }
    }

    private final Map<List<Term>, Double> sum = new LinkedHashMap<>();

    private final int widest;

    private Expansion(int widest) {
        this.widest = widest;
    }

    /**
     * The monomials of {@code term}, like ones merged; null where it is no sum of such products.
     *
     * @param widest a function of more variables than this that is no sum or product ends the expansion
     */
    static @Nullable List<Monomial> of(Term term, int widest) {
        try {
            Expansion expansion = new Expansion(widest);
            expansion.add(term, Monomial.ONE);
            return expansion.monomials();
        } catch (NotSeparable e) {
            return null;
        }
    }

    private List<Monomial> monomials() {
        return sum.entrySet().stream()
                .filter(e -> e.getValue() != 0)
                .map(e -> new Monomial(e.getValue(), e.getKey()))
                .toList();
    }

    private void add(Term term, Monomial scale) {
        if (term.operation() instanceof Operation.Constant constant) {
            put(scale.times(constant.value()));
        } else if (term.variables().size() == 1) {
            put(scale.times(new Monomial(1, List.of(term))));
        } else {
            switch (term.operation()) {
                case Operation.Sum s -> {
                    put(scale.times(s.constant()));
                    s.addends().forEach(a -> add(a.term(), scale.times(a.coefficient())));
                }
                case Operation.Product p -> product(term, p, scale);
                case Operation.IfThenElse choice
                when choice.condition().isTruth() -> {
                    Monomial condition = scale.times(factor(choice.condition()));
                    add(choice.then(), condition);
                    add(choice.otherwise(), scale);
                    add(choice.otherwise(), condition.times(-1));
                }
                default -> put(scale.times(factor(term)));
            }
        }
    }

    private void product(Term term, Operation.Product p, Monomial scale) {
        if (widest > NARROW && term.variables().size() <= widest && !isPolynomial(p)) {
            put(scale.times(factor(term)));
            return;
        }
        List<Monomial> product = List.of(scale.times(p.numerator() / p.denominator()));
        for (Operation.Factor f : p.factors()) {
            if (!isPower(f)) {
                throw new NotSeparable();
            }
            for (int i = 0; i < (int) f.exponent(); i++) {
                Expansion inner = new Expansion(widest);
                for (Monomial m : product) {
                    inner.add(f.base(), m);
                }
                product = inner.monomials();
            }
        }
        product.forEach(this::put);
    }

    private static boolean isPolynomial(Operation.Product p) {
        return p.factors().stream().allMatch(Expansion::isPower);
    }

    private static boolean isPower(Operation.Factor f) {
        return f.exponent() == StrictMath.rint(f.exponent()) && f.exponent() >= 1 && f.exponent() <= 4;
    }

    private Monomial factor(Term term) {
        if (term.variables().size() > widest) {
            throw new NotSeparable();
        }
        return new Monomial(1, List.of(term));
    }

    private void put(Monomial monomial) {
        sum.merge(monomial.factors(), monomial.coefficient(), Double::sum);
        if (sum.size() > MOST) {
            throw new NotSeparable();
        }
    }
}
