package mad.export;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import mad.program.Operation;
import mad.program.Term;
import mad.program.Terms;
import mad.program.Variable;
import org.jspecify.annotations.Nullable;

/** One term of the original as a term of the new program, its operands being done. */
final class Rewriting {
    private final Workshop shop;
    private final Terms t;
    private final Map<Variable, Term> variables;
    private final Map<Term, Term> done;
    private final boolean everything;
    private final Selections selections;
    private final Interpolations tables;

    Rewriting(Workshop shop, Map<Variable, Term> variables, Map<Term, Term> done, boolean everything) {
        this.shop = shop;
        this.t = shop.terms();
        this.variables = variables;
        this.done = done;
        this.everything = everything;
        this.selections = new Selections(shop);
        this.tables = new Interpolations(shop, selections);
    }

    /** By rows where that is wanted and exact, else by the same operation. */
    Term of(Term term) {
        // rows hold everywhere: not for a term that only has to have a value where a condition holds
        Term stated = term.isTotal() ? stated(term) : null;
        return stated == null ? same(term.operation()) : stated;
    }

    private @Nullable Term stated(Term term) {
        return switch (term.operation()) {
            case Operation.Lookup(var grid, List<Term> arguments) -> tables.lookup(grid, now(arguments));
            case Operation.Variance(List<Term> terms) -> variance(now(terms));
            case Operation.StandardDeviation(List<Term> terms) -> t.sqrt(variance(now(terms)));
            case Operation other -> everything ? stated(other) : null;
        };
    }

    private @Nullable Term stated(Operation operation) {
        Truths truths = new Truths(shop);
        Wholes wholes = new Wholes(shop);
        return switch (operation) {
            case Operation.Max(List<Term> terms) -> selections.largest(now(terms));
            case Operation.Min(List<Term> terms) -> selections.smallest(now(terms));
            case Operation.Abs(Term of) -> selections.largest(List.of(now(of), t.negate(now(of))));
            case Operation.Floor(Term of) -> wholes.floor(now(of), Granularity.of(of));
            case Operation.Ceil(Term of) -> wholes.ceil(now(of), Granularity.of(of));
            case Operation.Round(Term of) -> wholes.round(now(of), Granularity.of(of));
            case Operation.Compare(Operation.Comparison comparison, Term left, Term right) -> {
                OptionalLong grid = Granularity.ofAll(List.of(left, right));
                yield truths.compare(comparison, now(left), now(right), grid);
            }
            case Operation.And(List<Term> terms) -> areTruths(terms) ? truths.all(now(terms)) : null;
            case Operation.Or(List<Term> terms) -> areTruths(terms) ? truths.any(now(terms)) : null;
            case Operation.Not(Term of) -> areTruths(List.of(of)) ? shop.not(now(of)) : null;
            case Operation.IfThenElse(Term condition, Term then, Term otherwise) ->
                areTruths(List.of(condition)) ? selections.choice(now(condition), now(then), now(otherwise)) : null;
            case Operation other -> null;
        };
    }

    private static boolean areTruths(List<Term> terms) {
        return terms.stream().allMatch(Term::isTruth);
    }

    private Term variance(List<Term> terms) {
        Term mean = shop.times(1.0 / terms.size(), t.sum(terms));
        List<Term> squares =
                terms.stream().map(term -> t.power(t.subtract(term, mean), 2)).toList();
        return shop.times(1.0 / terms.size(), t.sum(squares));
    }

    private Term same(Operation operation) {
        return switch (operation) {
            case Operation.Constant(double value) -> t.constant(value);
            case Operation.Value(Variable variable) -> Objects.requireNonNull(variables.get(variable));
            case Operation.Sum sum -> {
                List<Term> parts = new ArrayList<>(List.of(t.constant(sum.constant())));
                sum.addends().forEach(a -> parts.add(shop.times(a.coefficient(), now(a.term()))));
                yield t.sum(parts);
            }
            case Operation.Product product -> {
                List<Term> parts = new ArrayList<>(List.of(t.constant(product.numerator())));
                product.factors().forEach(f -> parts.add(t.power(now(f.base()), f.exponent())));
                yield t.divide(t.product(parts), t.constant(product.denominator()));
            }
            case Operation.Log(Term of) -> t.log(now(of));
            case Operation.Exp(Term of) -> t.exp(now(of));
            case Operation.Max(List<Term> terms) -> t.max(now(terms));
            case Operation.Min(List<Term> terms) -> t.min(now(terms));
            case Operation.Floor(Term of) -> t.floor(now(of));
            case Operation.Ceil(Term of) -> t.ceil(now(of));
            case Operation.Round(Term of) -> t.round(now(of));
            case Operation.Abs(Term of) -> t.abs(now(of));
            case Operation.Compare(Operation.Comparison comparison, Term left, Term right) ->
                t.compare(comparison, now(left), now(right));
            case Operation.And(List<Term> terms) -> t.and(now(terms));
            case Operation.Or(List<Term> terms) -> t.or(now(terms));
            case Operation.Not(Term of) -> t.not(now(of));
            case Operation.IfThenElse(Term condition, Term then, Term otherwise) ->
                t.ifThenElse(now(condition), now(then), now(otherwise));
            case Operation.Variance(List<Term> terms) -> t.variance(now(terms));
            case Operation.StandardDeviation(List<Term> terms) -> t.std(now(terms));
            case Operation.Lookup(var grid, List<Term> arguments) -> t.lookup(grid, now(arguments));
        };
    }

    private Term now(Term term) {
        return Objects.requireNonNull(done.get(term));
    }

    private List<Term> now(List<Term> terms) {
        return terms.stream().map(this::now).toList();
    }
}
