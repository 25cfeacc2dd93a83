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
        switch (condition) {
            case Expression.Apply apply -> apply(apply, context, where);
            case Expression.Aggregate all when all.kind() == Expression.Aggregate.Kind.ALL ->
                Aggregates.forEach(all.binders(), context, interpreter, inner -> {
                    explain(all.value(), inner, where + elements(all.binders(), inner));
                    return failures.size() < ENOUGH;
                });
            case Expression.Call call -> {
                Context inner = interpreter.inside(call.function().parameters(), call.args(), context);
                String name = new Rendering(context, interpreter).text(call);
                explain(call.function().body(), inner, where + name + ", ");
            }
            case Expression.LetIn let ->
                explain(let.value(), context.with(let.symbol(), interpreter.value(let.bound(), context)), where);
            case Expression.If choice ->
                explain(
                        interpreter.truth(choice.condition(), context) ? choice.then() : choice.otherwise(),
                        context,
                        where);
            default -> add(condition, where, new Rendering(context, interpreter).text(condition) + " does not hold");
        }
    }

    private void apply(Expression.Apply apply, Context context, String where) {
        Rendering rendering = new Rendering(context, interpreter);
        switch (apply.operator()) {
            case AND -> apply.args().forEach(part -> explain(part, context, where));
            case LE, LT, EQ, NE -> add(apply, where, rendering.contradiction(apply));
            case OR -> {
                List<String> parts = apply.args().stream()
                        .flatMap(part -> failures(part, context, interpreter).stream())
                        .map(Failure::message)
                        .toList();
                add(apply, where, String.join(" and ", parts));
            }
            default -> add(apply, where, rendering.text(apply) + " does not hold");
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
