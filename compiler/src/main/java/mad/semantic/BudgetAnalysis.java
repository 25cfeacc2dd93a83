package mad.semantic;

import java.util.ArrayList;
import java.util.List;
import mad.ast.Expr;
import mad.ast.Item;
import mad.model.Definition;
import mad.model.Expression;
import mad.model.Expressions;
import mad.model.Parameter;
import mad.model.Symbol;

/** Budgets: limits of metrics. */
record BudgetAnalysis(ItemAnalysis item) {
    Definition budget(Item.Budget budget) {
        Scope scope = Scope.of(Scope.Place.NETWORK);
        List<Parameter> parameters = item.parameters(budget.params(), scope);
        scope = ItemAnalysis.inside(scope, parameters);
        List<Definition.Limit> limits = new ArrayList<>();
        if (budget.base() != null) {
            limits.addAll(use(budget.base(), scope, budget.name().text()));
        }
        List<Definition.Limit> own = new ArrayList<>();
        for (Expr written : budget.limits()) {
            own.addAll(limits(written, budget.name().text(), scope));
        }
        return new Definition.Budget(
                budget.name().text(), budget.name().span(), budget.doc(), parameters, override(limits, own));
    }

    /** The limits of a budget with its arguments put in. */
    List<Definition.Limit> use(Item.Use use, Scope scope, String name) {
        if (!(new NameAnalysis.Reader(item).definition(use.path(), "a budget") instanceof Definition.Budget budget)) {
            return List.of();
        }
        List<Expression> args = new Arguments(item)
                .check(budget.name(), use.span(), Arguments.slots(budget.parameters()), use.args(), scope);
        List<Definition.Limit> limits = new ArrayList<>();
        for (Definition.Limit l : budget.limits()) {
            limits.add(new Definition.Limit(
                    l.span(),
                    name.isEmpty() ? budget.name() : name,
                    l.metric(),
                    bound(budget.parameters(), args, l.value()),
                    l.upper(),
                    bound(budget.parameters(), args, l.bound()),
                    l.source()));
        }
        return limits;
    }

    /** {@code value} with the parameters it mentions bound to their arguments. */
    static Expression bound(List<Parameter> parameters, List<Expression> args, Expression value) {
        Expression result = value;
        for (int i = parameters.size() - 1; i >= 0; i--) {
            Symbol symbol = parameters.get(i).symbol();
            if (Expressions.mentions(result, symbol)) {
                result = new Expression.LetIn(result.span(), symbol, args.get(i), result);
            }
        }
        return result;
    }

    /** Earlier limits, each replaced by a later one of the same metric and direction. */
    static List<Definition.Limit> override(List<Definition.Limit> earlier, List<Definition.Limit> later) {
        List<Definition.Limit> all = new ArrayList<>();
        for (Definition.Limit e : earlier) {
            if (later.stream().noneMatch(l -> l.metric().equals(e.metric()) && l.upper() == e.upper())) {
                all.add(e);
            }
        }
        all.addAll(later);
        return all;
    }

    private List<Definition.Limit> limits(Expr written, String budget, Scope scope) {
        if (!(written instanceof Expr.Compare compare)) {
            if (!(written instanceof Expr.Missing)) {
                item.sink().report(TypeMessages.notALimit(written.span()));
            }
            return List.of();
        }
        List<Definition.Limit> limits = new ArrayList<>();
        for (int i = 0; i < compare.operators().size(); i++) {
            Expr left = compare.operands().get(i);
            Expr right = compare.operands().get(i + 1);
            Expression checked = new ExpressionAnalysis(item)
                    .check(
                            new Expr.Compare(
                                    left.span().to(right.span()),
                                    List.of(left, right),
                                    List.of(compare.operators().get(i))),
                            scope);
            if (checked instanceof Expression.Apply apply) {
                limits.addAll(limit(apply, compare.operators().get(i), left, right, budget));
            }
        }
        return limits;
    }

    private List<Definition.Limit> limit(
            Expression.Apply apply, Expr.Comparison comparison, Expr left, Expr right, String budget) {
        boolean upperForm = comparison == Expr.Comparison.LE || comparison == Expr.Comparison.GE;
        if (!upperForm && comparison != Expr.Comparison.EQ) {
            item.sink().report(TypeMessages.notALimit(apply.span()));
            return List.of();
        }
        // Operands of >= stand exchanged in the typed comparison: the first is always the smaller one.
        Expression small = apply.args().get(0);
        Expression large = apply.args().get(1);
        boolean valueIsSmall = Expressions.needsNetwork(small);
        Expression value = valueIsSmall ? small : large;
        Expression bound = valueIsSmall ? large : small;
        Expr writtenValue = value.span().equals(left.span()) ? left : right;
        String source = item.analysis().modules().text(apply.span());
        String metric = metricName(writtenValue);
        Definition.Limit limit = new Definition.Limit(apply.span(), budget, metric, value, valueIsSmall, bound, source);
        if (comparison == Expr.Comparison.EQ) {
            return List.of(
                    limit, new Definition.Limit(apply.span(), budget, metric, value, !valueIsSmall, bound, source));
        }
        return List.of(limit);
    }

    /** The name by which reports know a limit: the metric's, without module and arguments, or the text itself. */
    private String metricName(Expr value) {
        return switch (value) {
            case Expr.Ref ref -> ref.name();
            case Expr.Select select -> select.field().text();
            case Expr.Call call -> metricName(call.target());
            case Expr other -> item.analysis().modules().text(other.span());
        };
    }
}
