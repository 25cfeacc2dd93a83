package mad.program;

import java.util.List;
import java.util.function.BinaryOperator;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Function;

/**
 * What is known of a term's values over a box.
 *
 * @param interval holds every value the term has, rounded outward
 * @param integral whether all of them are integers
 * @param total whether the term has a finite value at every point of the box
 */
public record Enclosure(Interval interval, boolean integral, boolean total) {
    private static final double ROUNDING = 1e-12;

    /** What holds of an operation when {@code of} holds of its operands. */
    public static Enclosure of(Operation operation, Function<Term, Enclosure> of) {
        boolean total = total(operation.operands(), of);
        return switch (operation) {
            case Operation.Constant(double value) ->
                !Double.isFinite(value)
                        ? new Enclosure(Interval.ENTIRE, false, false)
                        : new Enclosure(Interval.point(value), value == Math.rint(value), true);
            case Operation.Value(Variable variable) ->
                new Enclosure(variable.domain().interval(), variable.domain().integral(), true);
            case Operation.Sum sum -> finite(sum(sum, of), total);
            case Operation.Product product -> finite(product(product, of), total);
            case Operation.Log(Term term) -> {
                Interval argument = of.apply(term).interval;
                yield new Enclosure(argument.log(), false, total && argument.lo() > 0);
            }
            case Operation.Exp(Term term) ->
                finite(new Enclosure(of.apply(term).interval.exp(), false, true), total);
            case Operation.Max(List<Term> terms) -> extreme(terms, of, Interval::max, total);
            case Operation.Min(List<Term> terms) -> extreme(terms, of, Interval::min, total);
            case Operation.Floor(Term term) -> whole(of.apply(term).interval, Math::floor, total);
            case Operation.Ceil(Term term) -> whole(of.apply(term).interval, Math::ceil, total);
            case Operation.Round(Term term) -> whole(of.apply(term).interval, Math::rint, total);
            case Operation.Abs(Term term) ->
                new Enclosure(of.apply(term).interval.abs(), of.apply(term).integral, total);
            case Operation.Compare(Operation.Comparison comparison, Term left, Term right) ->
                truth(comparison(comparison, of.apply(left).interval, of.apply(right).interval), total);
            case Operation.And(List<Term> terms) -> {
                boolean all = terms.stream().allMatch(t -> certain(of.apply(t).interval));
                boolean none = terms.stream().anyMatch(t -> impossible(of.apply(t).interval));
                yield truth(all ? Interval.ONE : none ? Interval.ZERO : Interval.TRUTH, total);
            }
            case Operation.Or(List<Term> terms) -> {
                boolean some = terms.stream().anyMatch(t -> certain(of.apply(t).interval));
                boolean none = terms.stream().allMatch(t -> impossible(of.apply(t).interval));
                yield truth(some ? Interval.ONE : none ? Interval.ZERO : Interval.TRUTH, total);
            }
            case Operation.Not(Term term) -> {
                Interval operand = of.apply(term).interval;
                yield truth(
                        certain(operand) ? Interval.ZERO : impossible(operand) ? Interval.ONE : Interval.TRUTH, total);
            }
            case Operation.IfThenElse(Term condition, Term then, Term otherwise) -> {
                Interval test = of.apply(condition).interval;
                Enclosure a = of.apply(then);
                Enclosure b = of.apply(otherwise);
                Interval interval =
                        certain(test) ? a.interval : impossible(test) ? b.interval : a.interval.hull(b.interval);
                yield new Enclosure(interval, a.integral && b.integral, total);
            }
            case Operation.Variance(List<Term> terms) ->
                finite(new Enclosure(spread(terms, of).power(2), false, true), total);
            case Operation.StandardDeviation(List<Term> terms) ->
                finite(new Enclosure(spread(terms, of), false, true), total);
            case Operation.Lookup(Grid grid, List<Term> arguments) ->
                new Enclosure(
                        grid.over(arguments.stream()
                                .map(t -> of.apply(t).interval)
                                .toList()),
                        grid.keepsIntegers() && arguments.stream().allMatch(t -> of.apply(t).integral),
                        total);
        };
    }

    private static boolean total(List<Term> operands, Function<Term, Enclosure> of) {
        for (Term operand : operands) {
            if (!of.apply(operand).total) {
                return false;
            }
        }
        return true;
    }

    /** Whether a comparison holds for all members, for none, or for some. */
    static Interval comparison(Operation.Comparison comparison, Interval left, Interval right) {
        return switch (comparison) {
            case LE -> left.hi() <= right.lo() ? Interval.ONE : left.lo() > right.hi() ? Interval.ZERO : Interval.TRUTH;
            case LT -> left.hi() < right.lo() ? Interval.ONE : left.lo() >= right.hi() ? Interval.ZERO : Interval.TRUTH;
            case EQ -> {
                boolean same = left.isPoint() && left.equals(right);
                boolean apart = left.hi() < right.lo() || right.hi() < left.lo();
                yield same ? Interval.ONE : apart ? Interval.ZERO : Interval.TRUTH;
            }
            case NE -> {
                Interval equal = comparison(Operation.Comparison.EQ, left, right);
                yield new Interval(1 - equal.hi(), 1 - equal.lo());
            }
        };
    }

    private static Enclosure sum(Operation.Sum sum, Function<Term, Enclosure> of) {
        Interval interval = Interval.point(sum.constant());
        boolean integral = sum.constant() == Math.rint(sum.constant());
        for (Operation.Addend addend : sum.addends()) {
            Enclosure term = of.apply(addend.term());
            interval = interval.add(term.interval.scale(addend.coefficient()));
            integral &= term.integral && addend.coefficient() == Math.rint(addend.coefficient());
        }
        return new Enclosure(interval, integral, true);
    }

    private static Enclosure product(Operation.Product product, Function<Term, Enclosure> of) {
        Interval above = Interval.point(product.numerator());
        Interval below = Interval.point(product.denominator());
        boolean integral = product.denominator() == 1 && product.numerator() == Math.rint(product.numerator());
        boolean defined = true;
        for (Operation.Factor factor : product.factors()) {
            Enclosure base = of.apply(factor.base());
            double exponent = factor.exponent();
            boolean whole = exponent == Math.rint(exponent);
            defined &= whole || base.interval.lo() >= 0;
            integral &= base.integral && whole && exponent > 0;
            if (exponent > 0) {
                above = above.multiply(base.interval.power(exponent));
            } else {
                defined &= !base.interval.contains(0);
                below = below.multiply(base.interval.power(-exponent));
            }
        }
        return new Enclosure(above.divide(below), integral, defined);
    }

    private static Enclosure extreme(
            List<Term> terms, Function<Term, Enclosure> of, BinaryOperator<Interval> operator, boolean total) {
        Interval interval =
                terms.stream().map(t -> of.apply(t).interval).reduce(operator).orElseThrow();
        return new Enclosure(interval, terms.stream().allMatch(t -> of.apply(t).integral), total);
    }

    /** Rounding is monotone: the ends map to the ends. */
    private static Enclosure whole(Interval interval, DoubleUnaryOperator rounding, boolean total) {
        return new Enclosure(
                new Interval(rounding.applyAsDouble(interval.lo()), rounding.applyAsDouble(interval.hi())),
                true,
                total);
    }

    /** Popoviciu: a standard deviation is at most half the range; the computed one may round beyond. */
    private static Interval spread(List<Term> terms, Function<Term, Enclosure> of) {
        Interval all = terms.stream()
                .map(t -> of.apply(t).interval)
                .reduce(Interval::hull)
                .orElseThrow();
        return new Interval(0, terms.size() == 1 ? 0 : Rounding.mulUp(all.width(), 0.5 + ROUNDING));
    }

    /** An interval with an infinite end may hide an overflow: then nothing is proved to be finite. */
    private static Enclosure finite(Enclosure enclosure, boolean total) {
        return new Enclosure(
                enclosure.interval, enclosure.integral, total && enclosure.total && enclosure.interval.isFinite());
    }

    private static Enclosure truth(Interval interval, boolean total) {
        return new Enclosure(interval, true, total);
    }

    private static boolean certain(Interval truth) {
        return !truth.contains(0);
    }

    private static boolean impossible(Interval truth) {
        return truth.equals(Interval.ZERO);
    }
}
