package mad.network;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import mad.model.Expression;

/** Finds what keeps a condition from holding: through conjunctions, {@code for} and functions down to comparisons. */
final class Explanation {
    /** More than a reader wants to see of one condition. */
    private static final int ENOUGH = 100;

    private final Interpreter interpreter;
    private final List<Failure> failures = new ArrayList<>();

    private Explanation(Interpreter interpreter) {
        this.interpreter = interpreter;
    }

    /** Nothing where {@code condition} holds. */
    static List<Failure> failures(Expression condition, Context context, Interpreter interpreter) {
        Explanation explanation = new Explanation(interpreter);
        explanation.explain(condition, context, "");
        return List.copyOf(explanation.failures);
    }

    /** @param where the elements of enclosing {@code for}s */
    private void explain(Expression condition, Context context, String where) {
        if (failures.size() >= ENOUGH || interpreter.truth(condition, context)) {
            return;
        }
        Rendering rendering = new Rendering(context, interpreter);
        if (condition instanceof Expression.Apply apply) {
            apply(apply, context, where);
        } else if (condition instanceof Expression.Aggregate all && all.kind() == Expression.Aggregate.Kind.ALL) {
            Aggregates.forEach(all.binders(), context, interpreter, inner -> {
                explain(all.value(), inner, where + elements(all.binders(), inner));
                return failures.size() < ENOUGH;
            });
        } else if (condition instanceof Expression.Call call) {
            Context inner = interpreter.inside(call.function().parameters(), call.args(), context);
            explain(call.function().body(), inner, where + rendering.text(call) + ", ");
        } else if (condition instanceof Expression.LetIn let) {
            explain(let.value(), context.with(let.symbol(), interpreter.value(let.bound(), context)), where);
        } else if (condition instanceof Expression.If choice) {
            boolean taken = interpreter.truth(choice.condition(), context);
            explain(taken ? choice.then() : choice.otherwise(), context, where);
        } else {
            add(condition, where, rendering.text(condition) + " does not hold");
        }
    }

    private void apply(Expression.Apply apply, Context context, String where) {
        Rendering rendering = new Rendering(context, interpreter);
        switch (apply.operator()) {
            case AND -> apply.args().forEach(part -> explain(part, context, where));
            case OR -> {
                String all = apply.args().stream()
                        .flatMap(part -> failures(part, context, interpreter).stream())
                        .map(Failure::message)
                        .collect(Collectors.joining(" and "));
                add(apply, where, all);
            }
            case LE, LT, EQ, NE -> add(apply, where, rendering.contradiction(apply));
            case NOT -> add(apply, where, rendering.text(apply.args().getFirst()) + " holds");
            // These are numbers, no conditions.
            case ADD,
                    SUBTRACT,
                    MULTIPLY,
                    DIVIDE,
                    POWER,
                    MOD,
                    NEGATE,
                    LOG,
                    EXP,
                    SQRT,
                    FLOOR,
                    CEIL,
                    ROUND,
                    ABS,
                    LENGTH -> {}
        }
    }

    private void add(Expression condition, String where, String what) {
        String place = where.endsWith(", ") ? where.substring(0, where.length() - 2) + ": " : where;
        failures.add(new Failure(condition.span(), place + what));
    }

    /** Stages and levels are named where they are used; other elements are told first. */
    private String elements(Expression.Binders binders, Context inner) {
        Rendering rendering = new Rendering(inner, interpreter);
        return binders.list().stream()
                .map(binder -> rendering.element(binder.symbol()))
                .filter(text -> !text.isEmpty())
                .map(text -> text + ", ")
                .collect(Collectors.joining());
    }
}
