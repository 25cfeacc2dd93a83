package mad.program;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What is known of the shape of a term over the box of its variables, by the composition rules of disciplined convex programming. All
 * domains are read as intervals.
 */
public enum Curvature {
    CONSTANT,
    AFFINE,
    CONVEX,
    CONCAVE,
    UNKNOWN;

    public static Curvature of(Term term) {
        return new Rules().of(term);
    }

    public boolean isAffine() {
        return this == CONSTANT || this == AFFINE;
    }

    public boolean isConvex() {
        return isAffine() || this == CONVEX;
    }

    public boolean isConcave() {
        return isAffine() || this == CONCAVE;
    }

    private Curvature negated() {
        return switch (this) {
            case CONVEX -> CONCAVE;
            case CONCAVE -> CONVEX;
            case CONSTANT, AFFINE, UNKNOWN -> this;
        };
    }

    private Curvature plus(Curvature other) {
        if (isAffine() && other.isAffine()) {
            return this == CONSTANT ? other : this;
        }
        return isConvex() && other.isConvex() ? CONVEX : isConcave() && other.isConcave() ? CONCAVE : UNKNOWN;
    }

    private static final class Rules {
        private final Map<Term, Curvature> known = new HashMap<>();

        Curvature of(Term term) {
            Curvature curvature = known.get(term);
            if (curvature == null) {
                curvature = derive(term);
                known.put(term, curvature);
            }
            return curvature;
        }

        private Curvature derive(Term term) {
            if (!term.isTotal()) {
                return UNKNOWN;
            }
            return switch (term.operation()) {
                case Operation.Constant c -> CONSTANT;
                case Operation.Value v -> AFFINE;
                case Operation.Sum sum -> sum(sum);
                case Operation.Product product -> product(product);
                case Operation.Log(Term of) -> of(of).isConcave() ? CONCAVE : UNKNOWN;
                case Operation.Exp(Term of) -> of(of).isConvex() ? CONVEX : UNKNOWN;
                case Operation.Max(List<Term> terms) ->
                    terms.stream().allMatch(t -> of(t).isConvex()) ? CONVEX : UNKNOWN;
                case Operation.Min(List<Term> terms) ->
                    terms.stream().allMatch(t -> of(t).isConcave()) ? CONCAVE : UNKNOWN;
                case Operation.Abs(Term of) -> of(of).isAffine() ? CONVEX : UNKNOWN;
                case Operation.Variance(List<Term> terms) -> spread(terms);
                case Operation.StandardDeviation(List<Term> terms) -> spread(terms);
                case Operation.Floor f -> UNKNOWN;
                case Operation.Ceil c -> UNKNOWN;
                case Operation.Round r -> UNKNOWN;
                case Operation.Compare c -> UNKNOWN;
                case Operation.And a -> UNKNOWN;
                case Operation.Or o -> UNKNOWN;
                case Operation.Not n -> UNKNOWN;
                case Operation.IfThenElse choice -> UNKNOWN;
                case Operation.Lookup lookup -> UNKNOWN;
            };
        }

        private Curvature spread(List<Term> terms) {
            return terms.stream().allMatch(t -> of(t).isAffine()) ? CONVEX : UNKNOWN;
        }

        private Curvature sum(Operation.Sum sum) {
            Curvature total = CONSTANT;
            for (Operation.Addend addend : sum.addends()) {
                Curvature part = of(addend.term());
                total = total.plus(addend.coefficient() < 0 ? part.negated() : part);
            }
            return total;
        }

        /** One factor: a power; more: nothing is known. */
        private Curvature product(Operation.Product product) {
            if (product.factors().size() != 1) {
                return UNKNOWN;
            }
            Operation.Factor factor = product.factors().getFirst();
            Curvature power = power(factor.base(), factor.exponent());
            return product.numerator() < 0 ? power.negated() : power;
        }

        private Curvature power(Term base, double exponent) {
            Curvature inner = of(base);
            boolean positive = base.interval().lo() >= 0;
            if (exponent == 1) {
                return inner;
            }
            if (exponent > 0 && exponent < 1) {
                return positive && inner.isConcave() ? CONCAVE : UNKNOWN;
            }
            if (exponent < 0) {
                return base.interval().lo() > 0 && inner.isConcave() ? CONVEX : UNKNOWN;
            }
            boolean even = exponent == 2 * Math.rint(exponent / 2);
            return even && inner.isAffine() || positive && inner.isConvex() ? CONVEX : UNKNOWN;
        }
    }
}
