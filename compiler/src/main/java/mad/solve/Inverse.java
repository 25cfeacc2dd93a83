package mad.solve;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import mad.program.Interval;
import mad.program.Operation;
import mad.program.Term;

/** Where the operands of an operation must lie for its value to lie in a given interval. What it leaves out is free. */
final class Inverse {
    private final Function<Term, Interval> known;

    /** @param known the enclosure of every operand */
    Inverse(Function<Term, Interval> known) {
        this.known = known;
    }

    /** A necessary condition on one operand. */
    record Need(Term term, Interval in) {}

    List<Need> of(Operation operation, Interval wanted) {
        return switch (operation) {
            case Operation.Constant constant -> List.of();
            case Operation.Value value -> List.of();
            case Operation.Sum sum -> sum(sum, wanted);
            case Operation.Product product -> product(product, wanted);
            case Operation.Log(Term of) -> List.of(new Need(of, wanted.exp()));
            case Operation.Exp(Term of) -> {
                yield wanted.hi() <= 0 ? List.of() : List.of(new Need(of, wanted.log()));
            }
            case Operation.Max(List<Term> terms) -> all(terms, new Interval(Double.NEGATIVE_INFINITY, wanted.hi()));
            case Operation.Min(List<Term> terms) -> all(terms, new Interval(wanted.lo(), Double.POSITIVE_INFINITY));
            case Operation.Floor(Term of) -> List.of(new Need(of, new Interval(wanted.lo(), wanted.hi() + 1)));
            case Operation.Ceil(Term of) -> List.of(new Need(of, new Interval(wanted.lo() - 1, wanted.hi())));
            case Operation.Round(Term of) -> List.of(new Need(of, new Interval(wanted.lo() - 0.5, wanted.hi() + 0.5)));
            case Operation.Abs(Term of) ->
                wanted.hi() < 0 ? List.of() : List.of(new Need(of, new Interval(-wanted.hi(), wanted.hi())));
            case Operation.Compare compare -> compare(compare, wanted);
            case Operation.And(List<Term> terms) -> certain(wanted) ? all(terms, Interval.ONE) : List.of();
            case Operation.Or(List<Term> terms) -> impossible(wanted) ? all(terms, Interval.ZERO) : List.of();
            case Operation.Not(Term of) -> {
                yield certain(wanted) ? List.of(new Need(of, Interval.ZERO)) : List.of();
            }
            case Operation.IfThenElse(Term condition, Term then, Term otherwise) -> {
                Interval test = known.apply(condition);
                yield certain(test)
                        ? List.of(new Need(then, wanted))
                        : impossible(test) ? List.of(new Need(otherwise, wanted)) : List.of();
            }
            case Operation.Variance variance -> List.of();
            case Operation.StandardDeviation deviation -> List.of();
            case Operation.Lookup lookup -> List.of();
        };
    }

    private List<Need> sum(Operation.Sum sum, Interval wanted) {
        List<Operation.Addend> addends = sum.addends();
        int n = addends.size();
        Interval[] parts = new Interval[n];
        Interval[] after = new Interval[n + 1]; // after[i] encloses parts i, i + 1, …
        after[n] = Interval.ZERO;
        for (int i = n - 1; i >= 0; i--) {
            parts[i] = known.apply(addends.get(i).term()).scale(addends.get(i).coefficient());
            after[i] = after[i + 1].add(parts[i]);
        }
        List<Need> needs = new ArrayList<>(n);
        Interval before = Interval.point(sum.constant());
        for (int i = 0; i < n; i++) {
            Interval part = wanted.subtract(before.add(after[i + 1]));
            needs.add(new Need(
                    addends.get(i).term(),
                    part.divide(Interval.point(addends.get(i).coefficient()))));
            before = before.add(parts[i]);
        }
        return needs;
    }

    private List<Need> product(Operation.Product product, Interval wanted) {
        List<Need> needs = new ArrayList<>();
        for (Operation.Factor factor : product.factors()) {
            Interval rest = Interval.point(product.numerator()).divide(Interval.point(product.denominator()));
            for (Operation.Factor other : product.factors()) {
                if (other != factor) {
                    Interval power = known.apply(other.base()).power(Math.abs(other.exponent()));
                    rest = other.exponent() > 0 ? rest.multiply(power) : rest.divide(power);
                }
            }
            // a rest that may vanish or explode says nothing
            if (rest.contains(0) || !rest.isFinite()) {
                continue;
            }
            Interval base = known.apply(factor.base());
            Interval power = wanted.divide(rest);
            double exponent = Math.abs(factor.exponent());
            if (factor.exponent() < 0) {
                if (power.contains(0)) {
                    continue;
                }
                power = Interval.ONE.divide(power);
            }
            if (exponent == 1) {
                needs.add(new Need(factor.base(), power));
            } else if (base.lo() >= 0 && power.hi() >= 0) {
                needs.add(new Need(factor.base(), root(power, exponent)));
            }
        }
        return needs;
    }

    /** The reciprocal of an exponent is rounded, so all but square roots get a little more room. */
    private static Interval root(Interval power, double exponent) {
        Interval root = power.power(1 / exponent);
        return exponent == 2 ? root : root.multiply(new Interval(1 - 1e-12, 1 + 1e-12));
    }

    private List<Need> compare(Operation.Compare compare, Interval wanted) {
        Interval left = known.apply(compare.left());
        Interval right = known.apply(compare.right());
        boolean holds = certain(wanted);
        if (!holds && !impossible(wanted)) {
            return List.of();
        }
        return switch (compare.comparison()) {
            case LE, LT ->
                holds
                        ? ordered(compare.left(), left, compare.right(), right)
                        : ordered(compare.right(), right, compare.left(), left);
            case EQ -> holds ? List.of(new Need(compare.left(), right), new Need(compare.right(), left)) : List.of();
            case NE -> holds ? List.of() : List.of(new Need(compare.left(), right), new Need(compare.right(), left));
        };
    }

    private static List<Need> ordered(Term low, Interval lowKnown, Term high, Interval highKnown) {
        return List.of(
                new Need(low, new Interval(Double.NEGATIVE_INFINITY, highKnown.hi())),
                new Need(high, new Interval(lowKnown.lo(), Double.POSITIVE_INFINITY)));
    }

    private static List<Need> all(List<Term> terms, Interval in) {
        return terms.stream().map(t -> new Need(t, in)).toList();
    }

    private static boolean certain(Interval truth) {
        return !truth.contains(0);
    }

    private static boolean impossible(Interval truth) {
        return truth.equals(Interval.ZERO);
    }
}
