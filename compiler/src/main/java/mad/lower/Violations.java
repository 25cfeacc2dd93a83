package mad.lower;

import java.util.List;
import mad.model.Expression;
import mad.model.Operator;
import mad.model.Type;
import mad.program.Term;
import mad.program.Terms;

/** By how much a preferred condition is missed: the excess of comparisons, their sum for a conjunction, 0 or 1 for all else. */
record Violations(Terms t, Evaluator evaluator) {
    Term of(Expression condition, Context context) {
        if (condition instanceof Expression.Apply apply) {
            List<Expression> args = apply.args();
            if (apply.operator() == Operator.AND) {
                return t.add(of(args.get(0), context), of(args.get(1), context));
            }
            if (apply.operator() == Operator.LE || apply.operator() == Operator.LT) {
                return t.max(List.of(t.constant(0), excess(args, context)));
            }
            if (apply.operator() == Operator.EQ && args.getFirst().type() instanceof Type.Num) {
                return t.abs(excess(args, context));
            }
        }
        return t.subtract(t.constant(1), evaluator.truth(condition, context));
    }

    private Term excess(List<Expression> args, Context context) {
        return t.subtract(evaluator.number(args.get(0), context), evaluator.number(args.get(1), context));
    }
}
