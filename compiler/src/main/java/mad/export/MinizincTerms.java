package mad.export;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import mad.program.Interval;
import mad.program.Operation;
import mad.program.Origin;
import mad.program.Term;
import mad.program.Variable;

/** Terms as MiniZinc writes them. Conditions are conditions where one is wanted and 0 or 1 elsewhere. */
final class MinizincTerms {
    private static final double FAR = 1e9;

    private final Identifiers names;
    private final Map<Term, String> shared = new HashMap<>();
    private final Map<Term, Boolean> whole = new HashMap<>();
    private Origin origin;

    MinizincTerms(Identifiers names, Origin origin) {
        this.names = names;
        this.origin = origin;
    }

    /** The statement that the next terms belong to. */
    void in(Origin statement) {
        origin = statement;
    }

    void share(Term term, String name) {
        shared.put(term, name);
    }

    /** Whether MiniZinc types it as an integer. */
    boolean isWhole(Term term) {
        Boolean known = whole.get(term);
        if (known == null) {
            known = whole(term.operation());
            whole.put(term, known);
        }
        return known;
    }

    private boolean whole(Operation operation) {
        return switch (operation) {
            case Operation.Constant(double value) -> isWhole(value);
            case Operation.Value(Variable variable) -> variable.domain().integral();
            case Operation.Sum sum ->
                isWhole(sum.constant())
                        && sum.addends().stream().allMatch(a -> isWhole(a.coefficient()) && isWhole(a.term()));
            case Operation.Product product ->
                isWhole(product.numerator())
                        && product.denominator() == 1
                        && product.factors().stream().allMatch(f -> isCount(f.exponent()) && isWhole(f.base()));
            case Operation.Max(List<Term> terms) -> terms.stream().allMatch(this::isWhole);
            case Operation.Min(List<Term> terms) -> terms.stream().allMatch(this::isWhole);
            case Operation.Abs(Term of) -> isWhole(of);
            case Operation.IfThenElse(Term condition, Term then, Term otherwise) -> isWhole(then) && isWhole(otherwise);
            case Operation.Floor f -> true;
            case Operation.Ceil c -> true;
            case Operation.Round r -> true;
            case Operation.Compare c -> true;
            case Operation.And a -> true;
            case Operation.Or o -> true;
            case Operation.Not n -> true;
            case Operation.Log l -> false;
            case Operation.Exp e -> false;
            case Operation.Variance v -> false;
            case Operation.StandardDeviation d -> false;
            case Operation.Lookup l -> false;
        };
    }

    private static boolean isWhole(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15;
    }

    private static boolean isCount(double exponent) {
        return exponent > 0 && exponent <= 8 && exponent == Math.rint(exponent);
    }

    /** As a number. */
    String number(Term term) {
        String name = shared.get(term);
        return name == null ? definition(term) : name;
    }

    String definition(Term term) {
        return switch (term.operation()) {
            case Operation.Constant(double value) when Double.isFinite(value) -> bracketed(value, isWhole(value));
            case Operation.Value(Variable variable) -> names.of(variable.name());
            case Operation.Sum sum -> sum(sum, isWhole(term));
            case Operation.Product product -> product(product, isWhole(term));
            case Operation.Log(Term of) -> "ln(" + number(of) + ")";
            case Operation.Exp(Term of) -> "exp(" + number(of) + ")";
            case Operation.Max(List<Term> terms) -> list("max", terms);
            case Operation.Min(List<Term> terms) -> list("min", terms);
            case Operation.Floor(Term of) -> rounded("round_down", number(of), of.interval());
            case Operation.Ceil(Term of) ->
                "(-" + rounded("round_down", "-" + number(of), of.interval().negate()) + ")";
            case Operation.Round(Term of) -> rounded("round_even", number(of), of.interval());
            case Operation.Abs(Term of) -> "abs(" + number(of) + ")";
            case Operation.IfThenElse(Term condition, Term then, Term otherwise) ->
                "(if " + condition(condition) + " then " + number(then) + " else " + number(otherwise) + " endif)";
            case Operation.Compare c -> "bool2int" + condition(term);
            case Operation.And a -> "bool2int" + condition(term);
            case Operation.Or o -> "bool2int" + condition(term);
            case Operation.Not n -> "bool2int" + condition(term);
            case Operation.Constant none -> throw new Inexpressible(term, origin);
            case Operation.Variance v -> throw new Inexpressible(term, origin);
            case Operation.StandardDeviation d -> throw new Inexpressible(term, origin);
            case Operation.Lookup l -> throw new Inexpressible(term, origin);
        };
    }

    /** MiniZinc wants to know between which numbers. */
    private static String rounded(String function, String what, Interval between) {
        double lo = Math.max(-FAR, Math.floor(between.lo()));
        double hi = Math.min(FAR, Math.ceil(between.hi()));
        return function + "(" + what + ", " + Text.number(lo) + ", " + Text.number(hi) + ")";
    }

    /** As a condition, in brackets. */
    String condition(Term term) {
        return switch (term.operation()) {
            case Operation.Compare(Operation.Comparison comparison, Term left, Term right) ->
                "(" + number(left) + " " + comparison.symbol() + " " + number(right) + ")";
            case Operation.And(List<Term> terms) -> joined(terms, " /\\ ");
            case Operation.Or(List<Term> terms) -> joined(terms, " \\/ ");
            case Operation.Not(Term of) -> "(not " + condition(of) + ")";
            default -> "(" + number(term) + " != 0)";
        };
    }

    private String joined(List<Term> terms, String word) {
        return terms.stream().map(this::condition).collect(Collectors.joining(word, "(", ")"));
    }

    private String list(String function, List<Term> terms) {
        return function + "([" + terms.stream().map(this::number).collect(Collectors.joining(", ")) + "])";
    }

    private String sum(Operation.Sum sum, boolean whole) {
        StringBuilder text = new StringBuilder("(");
        for (Operation.Addend addend : sum.addends()) {
            double size = Math.abs(addend.coefficient());
            String sign = addend.coefficient() < 0 ? "-" : "+";
            text.append(text.length() > 1 ? " " + sign + " " : sign.equals("-") ? "-" : "");
            text.append(size == 1 ? "" : bracketed(size, whole) + "*").append(number(addend.term()));
        }
        if (sum.constant() != 0) {
            text.append(sum.constant() < 0 ? " - " : " + ").append(bracketed(Math.abs(sum.constant()), whole));
        }
        return text.append(")").toString();
    }

    private String product(Operation.Product product, boolean whole) {
        String powers = product.factors().stream().map(this::power).collect(Collectors.joining("*"));
        String front = product.numerator() == 1 ? "" : bracketed(product.numerator(), whole) + "*";
        String below = product.denominator() == 1 ? "" : "/" + bracketed(product.denominator(), false);
        return "(" + front + powers + below + ")";
    }

    private String power(Operation.Factor factor) {
        String base = number(factor.base());
        double exponent = factor.exponent();
        if (isCount(exponent)) {
            return (base + "*").repeat((int) exponent - 1) + base;
        }
        return exponent == 0.5 ? "sqrt(" + base + ")" : "pow(" + base + ", " + bracketed(exponent, false) + ")";
    }

    private static String bracketed(double value, boolean whole) {
        String text = literal(value, whole);
        return value < 0 ? "(" + text + ")" : text;
    }

    /** A float has a point. */
    static String literal(double value, boolean whole) {
        String text = Text.number(value);
        return whole || text.contains(".") || text.contains("e") ? text : text + ".0";
    }
}
