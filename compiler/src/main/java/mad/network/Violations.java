package mad.network;

import mad.model.Expression;
import mad.model.Operator;
import mad.model.Type;

/** By how much a preferred condition does not hold. */
final class Violations {
    private Violations() {}

    /** {@code max(0, a - b)} of {@code a <= b}, the distance of an equality, the sum over a conjunction; 0 or 1 of all else. */
    static double of(Expression condition, Context context, Interpreter interpreter) {
        if (condition instanceof Expression.Apply apply) {
            if (apply.operator() == Operator.AND) {
                double sum = 0;
                for (Expression part : apply.args()) {
                    sum += of(part, context, interpreter);
                }
                return sum;
            }
            if (apply.operator() == Operator.LE || apply.operator() == Operator.LT) {
                return Math.max(0, difference(apply, context, interpreter));
            }
            if (apply.operator() == Operator.EQ && apply.args().getFirst().type() instanceof Type.Num) {
                return Math.abs(difference(apply, context, interpreter));
            }
        }
        return interpreter.truth(condition, context) ? 0 : 1;
    }

    private static double difference(Expression.Apply comparison, Context context, Interpreter interpreter) {
        return interpreter.number(comparison.args().get(0), context)
                - interpreter.number(comparison.args().get(1), context);
    }
}
