package mad.program;

import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * The value of one operation from the values of its operands: the one definition of what a term means in double arithmetic.
 * Only IEEE operations and {@code StrictMath}, in a fixed order, so the same bits come out everywhere.
 */
public final class Arithmetic {
    private Arithmetic() {}

    /** Not defined for {@link Operation.Value}, which only an assignment can answer. */
    public static double evaluate(Operation operation, ToDoubleFunction<Term> value) {
        return switch (operation) {
            case Operation.Constant(double constant) -> constant;
            case Operation.Value(Variable variable) ->
                throw new IllegalArgumentException("variable " + variable + " has no value here");
            case Operation.Sum sum -> {
                double total = sum.constant();
                for (Operation.Addend addend : sum.addends()) {
                    total += addend.coefficient() * value.applyAsDouble(addend.term());
                }
                yield total;
            }
            case Operation.Product product -> {
                double above = product.numerator();
                double below = product.denominator();
                for (Operation.Factor factor : product.factors()) {
                    double base = value.applyAsDouble(factor.base());
                    if (factor.exponent() > 0) {
                        above *= power(base, factor.exponent());
                    } else {
                        below *= power(base, -factor.exponent());
                    }
                }
                yield quotient(above, below);
            }
            case Operation.Log(Term of) -> log(value.applyAsDouble(of));
            case Operation.Exp(Term of) -> StrictMath.exp(value.applyAsDouble(of));
            case Operation.Max(List<Term> terms) -> {
                double largest = Double.NEGATIVE_INFINITY;
                for (Term term : terms) {
                    largest = Math.max(largest, value.applyAsDouble(term));
                }
                yield largest;
            }
            case Operation.Min(List<Term> terms) -> {
                double smallest = Double.POSITIVE_INFINITY;
                for (Term term : terms) {
                    smallest = Math.min(smallest, value.applyAsDouble(term));
                }
                yield smallest;
            }
            case Operation.Floor(Term of) -> Math.floor(value.applyAsDouble(of));
            case Operation.Ceil(Term of) -> Math.ceil(value.applyAsDouble(of));
            case Operation.Round(Term of) -> Math.rint(value.applyAsDouble(of));
            case Operation.Abs(Term of) -> Math.abs(value.applyAsDouble(of));
            case Operation.Compare(Operation.Comparison comparison, Term left, Term right) ->
                compare(comparison, value.applyAsDouble(left), value.applyAsDouble(right));
            case Operation.And(List<Term> terms) -> {
                double truth = 1;
                for (Term term : terms) {
                    truth = and(truth, value.applyAsDouble(term));
                }
                yield truth;
            }
            case Operation.Or(List<Term> terms) -> {
                double truth = 0;
                for (Term term : terms) {
                    truth = not(and(not(truth), not(value.applyAsDouble(term))));
                }
                yield truth;
            }
            case Operation.Not(Term of) -> not(value.applyAsDouble(of));
            case Operation.IfThenElse(Term condition, Term then, Term otherwise) -> {
                double truth = value.applyAsDouble(condition);
                yield Double.isNaN(truth) ? Double.NaN : value.applyAsDouble(truth != 0 ? then : otherwise);
            }
            case Operation.Variance(List<Term> terms) -> variance(terms, value);
            case Operation.StandardDeviation(List<Term> terms) -> Math.sqrt(variance(terms, value));
            case Operation.Lookup(Grid grid, List<Term> arguments) ->
                grid.at(arguments.stream().mapToDouble(value).toArray());
        };
    }

    /** NaN at 0 and below. */
    public static double log(double value) {
        return value > 0 ? StrictMath.log(value) : Double.NaN;
    }

    /** NaN for a divisor of 0. */
    public static double quotient(double above, double below) {
        return below == 0 ? Double.NaN : above / below;
    }

    /** {@code base^exponent} for a positive exponent; small whole exponents by repeated multiplication. */
    public static double power(double base, double exponent) {
        if (exponent == 1) {
            return base;
        }
        if (exponent == 0.5) {
            return Math.sqrt(base);
        }
        if (!isSmallWhole(exponent)) {
            return StrictMath.pow(base, exponent);
        }
        double power = base;
        for (int i = 1; i < (int) exponent; i++) {
            power *= base;
        }
        return power;
    }

    static boolean isSmallWhole(double exponent) {
        return exponent >= 1 && exponent <= 16 && exponent == Math.rint(exponent);
    }

    /** 1, 0, or NaN when a side has no value. */
    public static double compare(Operation.Comparison comparison, double left, double right) {
        if (Double.isNaN(left) || Double.isNaN(right)) {
            return Double.NaN;
        }
        return comparison.holds(left, right) ? 1 : 0;
    }

    /** False when either side is false, even if the other has no value. */
    public static double and(double left, double right) {
        if (left == 0 || right == 0) {
            return 0;
        }
        return Double.isNaN(left) || Double.isNaN(right) ? Double.NaN : 1;
    }

    public static double not(double truth) {
        return Double.isNaN(truth) ? truth : truth == 0 ? 1 : 0;
    }

    private static double variance(List<Term> terms, ToDoubleFunction<Term> value) {
        double sum = 0;
        for (Term term : terms) {
            sum += value.applyAsDouble(term);
        }
        double mean = sum / terms.size();
        double squares = 0;
        for (Term term : terms) {
            double deviation = value.applyAsDouble(term) - mean;
            squares += deviation * deviation;
        }
        return squares / terms.size();
    }
}
