package mad.semantic;

import java.util.ArrayList;
import java.util.List;
import mad.ast.Expr;
import mad.model.Expression;
import mad.model.Symbol;
import mad.model.Type;
import mad.source.Span;

/** Ranges and sets, and when they become decisions. */
record DomainAnalysis(ItemAnalysis item) {
    /** A domain where a number is asked for: a decision in a space, an error elsewhere. Other values pass unchanged. */
    Expression decide(Expression value, Scope scope) {
        if (!(value.type() instanceof Type.DomainOf domain)) {
            return value;
        }
        Scope.Decisions decisions = scope.place().decisions();
        if (decisions == null) {
            item.sink().report(TypeMessages.noChoice(value.span()));
            return new Expression.Hole(value.span(), domain.element());
        }
        return new Expression.Decision(
                value.span(), new Symbol(decisions.next(), domain.element(), value.span()), value);
    }

    Expression range(Expr.Range e, Scope scope) {
        ExpressionAnalysis expressions = new ExpressionAnalysis(item);
        Expression from = expressions.numeric(e.from(), scope, "..");
        Expression to = expressions.numeric(e.to(), scope, "..");
        Type ends = common(e, from, to);
        if (!(ends instanceof Type.Num num)) {
            return new Expression.Hole(e.span(), Type.UNKNOWN);
        }
        boolean whole = num.integer() || ((Type.Num) from.type()).integer() && e.step() != null;
        Expression step = e.step() == null
                ? new Expression.Number(e.span(), num, num.integer() ? 1 : 0)
                : expressions.number(e.step(), scope, "the step");
        if (step.type() instanceof Type.Num s && !s.unit().equals(num.unit())) {
            item.sink().report(TypeMessages.mismatch(step.span(), s, num, "the step"));
            return new Expression.Hole(e.span(), Type.UNKNOWN);
        }
        if (e.step() != null && step instanceof Expression.Number n && n.value() <= 0) {
            item.sink().report(TypeMessages.badStep(step.span()));
            return new Expression.Hole(e.span(), Type.UNKNOWN);
        }
        if (from instanceof Expression.Number a && to instanceof Expression.Number b && a.value() > b.value()) {
            Span at = e.from().span().to(e.to().span());
            item.sink().report(TypeMessages.emptyDomain(at, text(e.from()), text(e.to())));
            return new Expression.Hole(e.span(), Type.UNKNOWN);
        }
        boolean integer = whole && (e.step() == null || step.type() instanceof Type.Num s && s.integer());
        return new Expression.Range(e.span(), new Type.DomainOf(new Type.Num(num.unit(), integer)), from, to, step);
    }

    private String text(Expr expr) {
        return item.analysis().modules().text(expr.span());
    }

    private Type common(Expr.Range e, Expression from, Expression to) {
        if (from.type() instanceof Type.Unknown || to.type() instanceof Type.Unknown) {
            return Type.UNKNOWN;
        }
        Type common = Types.common(from.type(), to.type());
        if (common == null && (ExpressionAnalysis.isZero(from) || ExpressionAnalysis.isZero(to))) {
            return ExpressionAnalysis.isZero(from) ? to.type() : from.type();
        }
        if (common == null) {
            item.sink().report(item.units(from.span().to(to.span()), "..", from, to));
            return Type.UNKNOWN;
        }
        return common;
    }

    Expression set(Expr.SetOf e, Scope scope) {
        List<Expression> values = new ArrayList<>();
        Type element = Type.UNKNOWN;
        for (Expr written : e.values()) {
            Expression value = new ExpressionAnalysis(item).number(written, scope, "a value of a set");
            Type common = Types.common(element, value.type());
            if (common == null) {
                item.sink().report(TypeMessages.branches(written.span(), element, value.type()));
                return new Expression.Hole(e.span(), Type.UNKNOWN);
            }
            element = common;
            values.add(value);
        }
        return element instanceof Type.Num num
                ? new Expression.SetOf(e.span(), new Type.DomainOf(num), values)
                : new Expression.Hole(e.span(), Type.UNKNOWN);
    }
}
