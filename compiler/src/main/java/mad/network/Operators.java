package mad.network;

import java.util.List;
import java.util.Map;
import mad.model.Expression;
import mad.model.Operator;
import mad.source.Span;

/** Arithmetic, logic and comparison. {@link StrictMath} gives the same last bit on every machine. */
final class Operators {
    private Operators() {}

    static Value apply(Expression.Apply apply, Context context, Interpreter interpreter) {
        List<Expression> args = apply.args();
        return switch (apply.operator()) {
            // Only these two leave arguments alone that no longer matter.
            case AND -> {
                for (Expression arg : args) {
                    if (!interpreter.truth(arg, context)) {
                        yield Value.of(false);
                    }
                }
                yield Value.of(true);
            }
            case OR -> {
                for (Expression arg : args) {
                    if (interpreter.truth(arg, context)) {
                        yield Value.of(true);
                    }
                }
                yield Value.of(false);
            }
            case NOT -> Value.of(!interpreter.truth(args.getFirst(), context));
            case LENGTH -> Value.of(interpreter.list(args.getFirst(), context).size());
            case EQ, NE -> {
                Value left = interpreter.value(args.get(0), context);
                Value right = interpreter.value(args.get(1), context);
                yield Value.of(same(left, right) == (apply.operator() == Operator.EQ));
            }
            case LE -> Value.of(interpreter.number(args.get(0), context) <= interpreter.number(args.get(1), context));
            case LT -> Value.of(interpreter.number(args.get(0), context) < interpreter.number(args.get(1), context));
            case ADD, SUBTRACT, MULTIPLY, DIVIDE, POWER, MOD -> {
                double result = interpreter.number(args.getFirst(), context);
                for (Expression arg : args.subList(1, args.size())) {
                    result = binary(apply.operator(), result, interpreter.number(arg, context), apply.span());
                }
                yield Value.of(result);
            }
            case NEGATE, LOG, EXP, SQRT, FLOOR, CEIL, ROUND, ABS ->
                Value.of(unary(apply.operator(), interpreter.number(args.getFirst(), context), apply.span()));
        };
    }

    private static double binary(Operator operator, double a, double b, Span span) {
        return switch (operator) {
            case ADD -> a + b;
            case SUBTRACT -> a - b;
            case MULTIPLY -> a * b;
            case DIVIDE -> a / b;
            case POWER -> StrictMath.pow(a, b);
            case MOD -> a - b * Math.floor(a / b);
            case NEGATE, LOG, EXP, SQRT, FLOOR, CEIL, ROUND, ABS, AND, OR, NOT, LE, LT, EQ, NE, LENGTH ->
                throw Stopped.at(span, NetworkMessages.hole());
        };
    }

    private static double unary(Operator operator, double a, Span span) {
        return switch (operator) {
            case NEGATE -> -a;
            case LOG -> StrictMath.log(a);
            case EXP -> StrictMath.exp(a);
            case SQRT -> StrictMath.sqrt(a);
            case FLOOR -> Math.floor(a);
            case CEIL -> Math.ceil(a);
            case ROUND -> Math.rint(a);
            case ABS -> Math.abs(a);
            case ADD, SUBTRACT, MULTIPLY, DIVIDE, POWER, MOD, AND, OR, NOT, LE, LT, EQ, NE, LENGTH ->
                throw Stopped.at(span, NetworkMessages.hole());
        };
    }

    /** Numbers by value, parts and levels by their place, layers by being the same one. */
    private static boolean same(Value left, Value right) {
        return switch (left) {
            case Value.Num a -> right instanceof Value.Num b && a.value() == b.value();
            case Value.Bool a -> right instanceof Value.Bool b && a.value() == b.value();
            case Value.Text a -> right instanceof Value.Text b && a.value().equals(b.value());
            case Value.ListOf a -> right instanceof Value.ListOf b && sameAll(a.values(), b.values());
            case Value.Rec a -> right instanceof Value.Rec b && sameFields(a.fields(), b.fields());
            case Value.LayerValue a -> right instanceof Value.LayerValue b && a.layer() == b.layer();
            case Value.PartValue a ->
                right instanceof Value.PartValue b
                        && a.part().index() == b.part().index();
            case Value.LevelValue a ->
                right instanceof Value.LevelValue b
                        && a.level().index() == b.level().index();
        };
    }

    private static boolean sameAll(List<Value> left, List<Value> right) {
        if (left.size() != right.size()) {
            return false;
        }
        for (int i = 0; i < left.size(); i++) {
            if (!same(left.get(i), right.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean sameFields(Map<String, Value> left, Map<String, Value> right) {
        return left.size() == right.size()
                && left.entrySet().stream().allMatch(field -> {
                    Value other = right.get(field.getKey());
                    return other != null && same(field.getValue(), other);
                });
    }
}
