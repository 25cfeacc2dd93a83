package mad.program;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes a term in infix; shared parts may be replaced by names. */
final class Infix {
    private static final int SUM = 1;
    private static final int PRODUCT = 2;
    private static final int POWER = 3;
    private static final int ATOM = 4;

    private final Function<Term, @Nullable String> names;

    Infix(Function<Term, @Nullable String> names) {
        this.names = names;
    }

    String text(Term term) {
        return operand(term, 0);
    }

    /** As one side of a comparison: conditions in brackets. */
    String side(Term term) {
        return operand(term, SUM);
    }

    /** The definition of a term, even when it has a name. */
    String definition(Term term) {
        return write(term.operation());
    }

    private String operand(Term term, int tightness) {
        String name = names.apply(term);
        if (name != null) {
            return name;
        }
        String text = write(term.operation());
        return tightness(term.operation()) < tightness ? "(" + text + ")" : text;
    }

    private static int tightness(Operation operation) {
        return switch (operation) {
            case Operation.Sum sum -> SUM;
            case Operation.Product product when isPower(product) -> POWER;
            case Operation.Product product -> PRODUCT;
            case Operation.Constant(double value) -> value < 0 ? SUM : ATOM;
            case Operation.Compare compare -> 0;
            case Operation.And and -> 0;
            case Operation.Or or -> 0;
            case Operation.IfThenElse choice -> 0;
            case Operation.Value v -> ATOM;
            case Operation.Log log -> ATOM;
            case Operation.Exp exp -> ATOM;
            case Operation.Max max -> ATOM;
            case Operation.Min min -> ATOM;
            case Operation.Floor floor -> ATOM;
            case Operation.Ceil ceil -> ATOM;
            case Operation.Round round -> ATOM;
            case Operation.Abs abs -> ATOM;
            case Operation.Not not -> ATOM;
            case Operation.Variance variance -> ATOM;
            case Operation.StandardDeviation deviation -> ATOM;
            case Operation.Lookup lookup -> ATOM;
        };
    }

    private static boolean isPower(Operation.Product product) {
        return product.numerator() == 1
                && product.denominator() == 1
                && product.factors().size() == 1
                && product.factors().getFirst().exponent() > 0;
    }

    private String write(Operation operation) {
        return switch (operation) {
            case Operation.Constant(double value) -> Numbers.text(value);
            case Operation.Value(Variable variable) -> variable.name();
            case Operation.Sum sum -> sum(sum);
            case Operation.Product product -> product(product);
            case Operation.Log(Term of) -> call("log", List.of(of));
            case Operation.Exp(Term of) -> call("exp", List.of(of));
            case Operation.Max(List<Term> terms) -> call("max", terms);
            case Operation.Min(List<Term> terms) -> call("min", terms);
            case Operation.Floor(Term of) -> call("floor", List.of(of));
            case Operation.Ceil(Term of) -> call("ceil", List.of(of));
            case Operation.Round(Term of) -> call("round", List.of(of));
            case Operation.Abs(Term of) -> call("abs", List.of(of));
            case Operation.Compare(Operation.Comparison comparison, Term left, Term right) ->
                operand(left, SUM) + " " + comparison.symbol() + " " + operand(right, SUM);
            case Operation.And(List<Term> terms) -> joined(" and ", terms);
            case Operation.Or(List<Term> terms) -> joined(" or ", terms);
            case Operation.Not(Term of) -> call("not", List.of(of));
            case Operation.IfThenElse(Term condition, Term then, Term otherwise) ->
                "if " + operand(condition, SUM) + " then " + operand(then, SUM) + " else " + operand(otherwise, SUM);
            case Operation.Variance(List<Term> terms) -> call("variance", terms);
            case Operation.StandardDeviation(List<Term> terms) -> call("std", terms);
            case Operation.Lookup(Grid grid, List<Term> arguments) ->
                "table(" + grid.axes().stream().map(Infix::numbers).collect(Collectors.joining(", ")) + " -> "
                        + numbers(grid.values()) + ")" + call("", arguments);
        };
    }

    private String sum(Operation.Sum sum) {
        StringBuilder text = new StringBuilder();
        for (Operation.Addend addend : sum.addends()) {
            double size = Math.abs(addend.coefficient());
            sign(text, addend.coefficient());
            text.append(size == 1 ? "" : Numbers.text(size) + "*").append(operand(addend.term(), PRODUCT));
        }
        if (sum.constant() != 0) {
            sign(text, sum.constant());
            text.append(Numbers.text(Math.abs(sum.constant())));
        }
        return text.toString();
    }

    private static void sign(StringBuilder text, double value) {
        if (text.isEmpty()) {
            text.append(value < 0 ? "-" : "");
        } else {
            text.append(value < 0 ? " - " : " + ");
        }
    }

    private String product(Operation.Product product) {
        String above = product.factors().stream()
                .filter(f -> f.exponent() > 0)
                .map(f -> power(f, f.exponent()))
                .collect(Collectors.joining("*"));
        String below = product.factors().stream()
                .filter(f -> f.exponent() < 0)
                .map(f -> "/" + power(f, -f.exponent()))
                .collect(Collectors.joining());
        String front;
        if (above.isEmpty()) {
            front = Numbers.text(product.numerator());
        } else if (Math.abs(product.numerator()) == 1) {
            front = product.numerator() < 0 ? "-" : "";
        } else {
            front = Numbers.text(product.numerator()) + "*";
        }
        String divisor = product.denominator() == 1 ? "" : "/" + Numbers.text(product.denominator());
        return front + above + divisor + below;
    }

    private String power(Operation.Factor factor, double exponent) {
        return exponent == 1
                ? operand(factor.base(), POWER)
                : operand(factor.base(), ATOM) + "^" + Numbers.text(exponent);
    }

    private String call(String function, List<Term> terms) {
        return function + terms.stream().map(t -> operand(t, 0)).collect(Collectors.joining(", ", "(", ")"));
    }

    private String joined(String word, List<Term> terms) {
        return terms.stream()
                .map(t -> switch (t.operation()) {
                    case Operation.And and -> "(" + operand(t, 0) + ")";
                    case Operation.Or or -> "(" + operand(t, 0) + ")";
                    default -> operand(t, 0);
                })
                .collect(Collectors.joining(word));
    }

    private static String numbers(List<Double> numbers) {
        return numbers.stream().map(Numbers::text).collect(Collectors.joining(" ", "[", "]"));
    }
}
