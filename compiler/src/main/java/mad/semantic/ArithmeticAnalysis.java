package mad.semantic;

import mad.ast.Expr;
import mad.model.Expression;
import mad.model.Operator;
import mad.model.Type;
import mad.model.Unit;

/** Units and whole numbers through {@code + - * / of ^} and the functions of one number. */
record ArithmeticAnalysis(ItemAnalysis item) {
    Expression check(Expr.Binary e, Scope scope) {
        ExpressionAnalysis expressions = new ExpressionAnalysis(item);
        Expression left = expressions.numeric(e.left(), scope, e.operator().text());
        Expression right = expressions.numeric(e.right(), scope, e.operator().text());
        if (!(left.type() instanceof Type.Num l) || !(right.type() instanceof Type.Num r)) {
            return new Expression.Hole(e.span(), Type.UNKNOWN);
        }
        return switch (e.operator()) {
            case ADD -> sum(e, Operator.ADD, left, right, l, r);
            case SUBTRACT -> sum(e, Operator.SUBTRACT, left, right, l, r);
            case MULTIPLY, OF ->
                ExpressionAnalysis.apply(
                        e.span(),
                        num(l.unit().times(r.unit()), l.integer() && r.integer()),
                        Operator.MULTIPLY,
                        left,
                        right);
            case DIVIDE ->
                ExpressionAnalysis.apply(e.span(), num(l.unit().over(r.unit()), false), Operator.DIVIDE, left, right);
            case POWER -> power(e, left, right, l, r);
            case AND, OR -> throw new IllegalStateException("logic is not arithmetic");
        };
    }

    private Expression sum(
            Expr.Binary e, Operator operator, Expression left, Expression right, Type.Num l, Type.Num r) {
        if (!l.unit().equals(r.unit())) {
            if (ExpressionAnalysis.isZero(left) || ExpressionAnalysis.isZero(right)) {
                return ExpressionAnalysis.apply(
                        e.span(), ExpressionAnalysis.isZero(left) ? r : l, operator, left, right);
            }
            item.sink().report(item.units(e.span(), e.operator().text(), left, right));
            return new Expression.Hole(e.span(), Type.UNKNOWN);
        }
        return ExpressionAnalysis.apply(e.span(), num(l.unit(), l.integer() && r.integer()), operator, left, right);
    }

    private Expression power(Expr.Binary e, Expression base, Expression exponent, Type.Num b, Type.Num x) {
        boolean fixed =
                exponent instanceof Expression.Number n && n.value() >= 0 && n.value() == StrictMath.rint(n.value());
        if (!x.unit().isNone() || (!b.unit().isNone() && !fixed)) {
            item.sink()
                    .report(TypeMessages.plain(
                            x.unit().isNone() ? base.span() : exponent.span(),
                            "^",
                            x.unit().isNone() ? b : x));
            return new Expression.Hole(e.span(), Type.UNKNOWN);
        }
        Unit unit = b.unit().isNone() ? Unit.NONE : b.unit().power((int) ((Expression.Number) exponent).value());
        return ExpressionAnalysis.apply(e.span(), num(unit, b.integer() && fixed), Operator.POWER, base, exponent);
    }

    /** {@code log(x)}, {@code round(x)} and their like. */
    Expression function(Expr.Call call, Operator operator, Expression argument) {
        if (!(argument.type() instanceof Type.Num num)) {
            return new Expression.Hole(call.span(), Type.UNKNOWN);
        }
        Unit unit = num.unit();
        boolean plainOnly = operator == Operator.LOG || operator == Operator.EXP;
        boolean root = operator == Operator.SQRT;
        boolean square = unit.bytes() % 2 == 0 && unit.seconds() % 2 == 0 && unit.joules() % 2 == 0;
        if (plainOnly && !unit.isNone() || root && !square) {
            item.sink()
                    .report(TypeMessages.plain(
                            argument.span(), operator.name().toLowerCase(java.util.Locale.ROOT), num));
            return new Expression.Hole(call.span(), Type.UNKNOWN);
        }
        Type type = switch (operator) {
            case FLOOR, CEIL, ROUND -> num(unit, unit.isNone());
            case SQRT -> num(new Unit(unit.bytes() / 2, unit.seconds() / 2, unit.joules() / 2), false);
            case LOG, EXP -> Type.REAL;
            default -> num;
        };
        return ExpressionAnalysis.apply(call.span(), type, operator, argument);
    }

    private static Type.Num num(Unit unit, boolean integer) {
        return new Type.Num(unit, integer);
    }
}
