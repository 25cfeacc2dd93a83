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
        List<Expression> operands = operands(e, scope);
        Expression all = null;
        for (int i = 0; i < e.operators().size(); i++) {
            Expression one = pair(e.operators().get(i), operands.get(i), operands.get(i + 1));
            if (one instanceof Expression.Hole) {
                return new Expression.Hole(e.span(), Type.BOOL);
            }
            all = all == null ? one : ExpressionAnalysis.apply(e.span(), Type.BOOL, Operator.AND, all, one);
        }
        return all == null ? new Expression.Hole(e.span(), Type.BOOL) : all;
    }

    /** The values compared, each of a type that its signs can compare; what is not is reported and a hole. */
    List<Expression> operands(Expr.Compare e, Scope scope) {
        List<Expression> operands = new ArrayList<>();
        for (int i = 0; i < e.operands().size(); i++) {
            Expression operand = new DomainAnalysis(item)
                    .decide(new ExpressionAnalysis(item).check(e.operands().get(i), scope), scope);
            operands.add(
                    comparable(operand, around(e, i)) ? operand : new Expression.Hole(operand.span(), Type.UNKNOWN));
        }
        return operands;
    }

    private static List<Expr.Comparison> around(Expr.Compare e, int i) {
        return e.operators()
                .subList(Math.max(0, i - 1), Math.min(i + 1, e.operators().size()));
    }

    private boolean comparable(Expression operand, List<Expr.Comparison> signs) {
        Type type = operand.type();
        if (type instanceof Type.Unknown || type instanceof Type.Num) {
            return true;
        }
        for (Expr.Comparison sign : signs) {
            boolean order = sign != Expr.Comparison.EQ && sign != Expr.Comparison.NE;
            if (order || !(type instanceof Type.Bool || type instanceof Type.Text)) {
                item.sink()
                        .report(
                                order
                                        ? TypeMessages.operands(operand.span(), sign.text(), type)
                                        : TypeMessages.notEqualable(operand.span(), sign.text(), type));
                return false;
            }
        }
        return true;
    }

    /** One comparison, or a hole where its sides do not agree. */
    Expression pair(Expr.Comparison comparison, Expression left, Expression right) {
        Span span = left.span().to(right.span());
        Type l = left.type();
        Type r = right.type();
        boolean zero = ExpressionAnalysis.isZero(left) || ExpressionAnalysis.isZero(right);
        if (Types.common(l, r) == null && !(zero && l instanceof Type.Num && r instanceof Type.Num)) {
            item.sink()
                    .report(
                            l instanceof Type.Num && r instanceof Type.Num
                                    ? item.units(span, comparison.text(), left, right)
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
