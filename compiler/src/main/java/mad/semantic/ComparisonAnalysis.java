package mad.semantic;

import java.util.ArrayList;
import java.util.List;
import mad.ast.Expr;
import mad.model.Expression;
import mad.model.Operator;
import mad.model.Type;
import mad.source.Span;

/** Comparisons and chains of them; {@code >=} and {@code >} become {@code <=} and {@code <} with their sides exchanged. */
record ComparisonAnalysis(ItemAnalysis item) {
    Expression check(Expr.Compare e, Scope scope) {
        List<Expression> operands = new ArrayList<>();
        for (Expr operand : e.operands()) {
            operands.add(new DomainAnalysis(item).decide(new ExpressionAnalysis(item).check(operand, scope), scope));
        }
        Expression all = null;
        for (int i = 0; i < e.operators().size(); i++) {
            Expression one = pair(e.operators().get(i), operands.get(i), operands.get(i + 1));
            all = all == null ? one : ExpressionAnalysis.apply(e.span(), Type.BOOL, Operator.AND, all, one);
        }
        return all == null ? new Expression.Hole(e.span(), Type.BOOL) : all;
    }

    Expression pair(Expr.Comparison comparison, Expression left, Expression right) {
        Span span = left.span().to(right.span());
        Type l = left.type();
        Type r = right.type();
        boolean unknown = l instanceof Type.Unknown || r instanceof Type.Unknown;
        boolean zero = ExpressionAnalysis.isZero(left) || ExpressionAnalysis.isZero(right);
        boolean order = comparison != Expr.Comparison.EQ && comparison != Expr.Comparison.NE;
        if (!unknown && order && !(l instanceof Type.Num)) {
            item.sink().report(TypeMessages.operands(left.span(), comparison.text(), l));
            return new Expression.Hole(span, Type.BOOL);
        }
        if (!unknown && Types.common(l, r) == null && !(zero && l instanceof Type.Num && r instanceof Type.Num)) {
            item.sink()
                    .report(
                            l instanceof Type.Num && r instanceof Type.Num
                                    ? TypeMessages.units(span, comparison.text(), l, r, left.span(), right.span())
                                    : TypeMessages.branches(span, l, r));
            return new Expression.Hole(span, Type.BOOL);
        }
        return switch (comparison) {
            case LE -> ExpressionAnalysis.apply(span, Type.BOOL, Operator.LE, left, right);
            case LT -> ExpressionAnalysis.apply(span, Type.BOOL, Operator.LT, left, right);
            case GE -> ExpressionAnalysis.apply(span, Type.BOOL, Operator.LE, right, left);
            case GT -> ExpressionAnalysis.apply(span, Type.BOOL, Operator.LT, right, left);
            case EQ -> ExpressionAnalysis.apply(span, Type.BOOL, Operator.EQ, left, right);
            case NE -> ExpressionAnalysis.apply(span, Type.BOOL, Operator.NE, left, right);
        };
    }
}
