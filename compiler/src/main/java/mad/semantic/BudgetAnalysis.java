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
import mad.model.Type;
import mad.source.Span;
import org.jspecify.annotations.Nullable;

/** Budgets: limits of metrics. */
record BudgetAnalysis(ItemAnalysis item) {
    Definition budget(Item.Budget budget) {
        Scope scope = Scope.of(Scope.Place.NETWORK);
        List<Parameter> parameters = item.parameters(budget.params(), scope);
        scope = ItemAnalysis.inside(scope, parameters);
        List<Definition.Limit> limits = new ArrayList<>();
        List<String> bases = new ArrayList<>();
        if (budget.base() != null && find(budget.base()) instanceof Definition.Budget base) {
            bases.add(base.name());
            bases.addAll(base.bases());
            limits.addAll(use(base, budget.base(), scope, budget.name().text()));
        }
        List<Definition.Limit> own = new ArrayList<>();
        for (Expr written : budget.limits()) {
            own.addAll(limits(written, budget.name().text(), scope));
        }
        return new Definition.Budget(
                budget.name().text(), budget.name().span(), budget.doc(), parameters, bases, override(limits, own));
    }

    Definition.@Nullable Budget find(Item.Use use) {
        return (Definition.Budget) new NameAnalysis.Reader(item).definition(use.path(), "a budget");
    }

    /** The limits of a budget with its arguments put in, as those of {@code name}. */
    List<Definition.Limit> use(Definition.Budget budget, Item.Use use, Scope scope, String name) {
        List<Expression> args = new Arguments(item)
                .check(budget.name(), use.span(), Arguments.slots(budget.parameters()), use.args(), scope);
        List<Definition.Limit> limits = new ArrayList<>();
        for (Definition.Limit l : budget.limits()) {
            limits.add(new Definition.Limit(
                    l.span(),
                    name,
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

    /** Earlier limits of one budget, each replaced by a later one of the same metric and direction. */
    private static List<Definition.Limit> override(List<Definition.Limit> earlier, List<Definition.Limit> later) {
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
        ComparisonAnalysis comparisons = new ComparisonAnalysis(item);
        List<Expression> operands = comparisons.operands(compare, scope);
        List<Definition.Limit> limits = new ArrayList<>();
        boolean sound = true;
        for (int i = 0; i < compare.operators().size(); i++) {
            Expr.Comparison sign = compare.operators().get(i);
            Expression left = operands.get(i);
            Expression right = operands.get(i + 1);
            sound = sound && !(comparisons.pair(sign, left, right) instanceof Expression.Hole);
            boolean known = sound && !(left instanceof Expression.Hole || right instanceof Expression.Hole);
            if (known && !isLimit(sign, left, right)) {
                item.sink().report(TypeMessages.notALimit(left.span().to(right.span())));
                return List.of();
            }
            // A limit that is wrong stays one by name, so that nobody who asks for it is told that it does not exist.
            if (Expressions.needsNetwork(left) != Expressions.needsNetwork(right)) {
                limits.addAll(limit(
                        sign,
                        known || Expressions.needsNetwork(left) ? left : hole(left, right.type()),
                        known || Expressions.needsNetwork(right) ? right : hole(right, left.type()),
                        compare.operands().get(i),
                        compare.operands().get(i + 1),
                        budget));
            }
        }
        return limits;
    }

    private static Expression hole(Expression wrong, Type type) {
        return new Expression.Hole(wrong.span(), type);
    }

    /** A number of the network on one side, and one that is known without it on the other. */
    private static boolean isLimit(Expr.Comparison sign, Expression left, Expression right) {
        boolean limits = sign == Expr.Comparison.LE || sign == Expr.Comparison.GE || sign == Expr.Comparison.EQ;
        return limits
                && left.type() instanceof Type.Num
                && Expressions.needsNetwork(left) != Expressions.needsNetwork(right);
    }

    private List<Definition.Limit> limit(
            Expr.Comparison sign,
            Expression left,
            Expression right,
            Expr writtenLeft,
            Expr writtenRight,
            String budget) {
        boolean valueLeft = Expressions.needsNetwork(left);
        Expression value = valueLeft ? left : right;
        Expression bound = valueLeft ? right : left;
        boolean upper = (sign != Expr.Comparison.GE) == valueLeft;
        Span span = left.span().to(right.span());
        String source = item.analysis().modules().text(span);
        String metric = metricName(valueLeft ? writtenLeft : writtenRight);
        Definition.Limit limit = new Definition.Limit(span, budget, metric, value, upper, bound, source);
        return sign == Expr.Comparison.EQ
                ? List.of(limit, new Definition.Limit(span, budget, metric, value, !upper, bound, source))
                : List.of(limit);
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
