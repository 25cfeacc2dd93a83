package mad.program;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Copies terms into another arena, where some of them may have become something else. */
public final class Rebuild {
    private final Terms into;
    private final Map<Term, Term> copies = new HashMap<>();

    /** @param into an arena with the same variables, first and in the same order */
    public Rebuild(Terms into) {
        this.into = into;
    }

    /** From now on {@code term} is copied as {@code replacement}, a term of the new arena. */
    public void replace(Term term, Term replacement) {
        copies.put(term, replacement);
    }

    public Term copy(Term root) {
        for (Term term : Program.reachable(List.of(root))) {
            if (!copies.containsKey(term)) {
                copies.put(term, make(term.operation()));
            }
        }
        return of(root);
    }

    private Term of(Term term) {
        return Objects.requireNonNull(copies.get(term));
    }

    private List<Term> of(List<Term> terms) {
        List<Term> all = new ArrayList<>();
        terms.forEach(t -> all.add(of(t)));
        return all;
    }

    private Term make(Operation operation) {
        return switch (operation) {
            case Operation.Constant(double value) -> into.constant(value);
            case Operation.Value(Variable variable) ->
                into.variable(into.variables().get(variable.index()));
            case Operation.Sum sum -> {
                SumBuilder builder = new SumBuilder(into);
                builder.add(1, into.constant(sum.constant()));
                sum.addends().forEach(a -> builder.add(a.coefficient(), of(a.term())));
                yield builder.build();
            }
            case Operation.Product product -> {
                ProductBuilder builder = new ProductBuilder(into);
                builder.multiply(into.constant(product.numerator()), 1);
                product.factors().forEach(f -> builder.multiply(of(f.base()), f.exponent()));
                builder.multiply(into.constant(product.denominator()), -1);
                yield builder.build();
            }
            case Operation.Log(Term term) -> into.log(of(term));
            case Operation.Exp(Term term) -> into.exp(of(term));
            case Operation.Max(List<Term> terms) -> into.max(of(terms));
            case Operation.Min(List<Term> terms) -> into.min(of(terms));
            case Operation.Floor(Term term) -> into.floor(of(term));
            case Operation.Ceil(Term term) -> into.ceil(of(term));
            case Operation.Round(Term term) -> into.round(of(term));
            case Operation.Abs(Term term) -> into.abs(of(term));
            case Operation.Compare(Operation.Comparison comparison, Term left, Term right) ->
                into.compare(comparison, of(left), of(right));
            case Operation.And(List<Term> terms) -> into.and(of(terms));
            case Operation.Or(List<Term> terms) -> into.or(of(terms));
            case Operation.Not(Term term) -> into.not(of(term));
            case Operation.IfThenElse(Term condition, Term then, Term otherwise) ->
                into.ifThenElse(of(condition), of(then), of(otherwise));
            case Operation.Variance(List<Term> terms) -> into.variance(of(terms));
            case Operation.StandardDeviation(List<Term> terms) -> into.std(of(terms));
            case Operation.Lookup(Grid grid, List<Term> arguments) -> into.lookup(grid, of(arguments));
        };
    }
}
