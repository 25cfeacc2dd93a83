package mad.network;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import mad.model.Expression;

/** Sums, means, lists and the like over the elements of collections, in order and in plain loops. */
final class Aggregates {
    private Aggregates() {}

    static Value list(Expression.ListFor list, Context context, Interpreter interpreter) {
        List<Value> values = new ArrayList<>();
        forEach(list.binders(), context, interpreter, inner -> values.add(interpreter.value(list.value(), inner)));
        return new Value.ListOf(values);
    }

    static Value of(Expression.Aggregate aggregate, Context context, Interpreter interpreter) {
        return switch (aggregate.kind()) {
            case ALL ->
                Value.of(forEach(
                        aggregate.binders(),
                        context,
                        interpreter,
                        inner -> interpreter.truth(aggregate.value(), inner)));
            case ANY ->
                Value.of(!forEach(
                        aggregate.binders(),
                        context,
                        interpreter,
                        inner -> !interpreter.truth(aggregate.value(), inner)));
            case COUNT -> {
                long[] count = {0};
                forEach(aggregate.binders(), context, interpreter, inner -> ++count[0] > 0);
                yield Value.of(count[0]);
            }
            case SUM -> Value.of(sum(numbers(aggregate, context, interpreter)));
            case PRODUCT -> Value.of(product(numbers(aggregate, context, interpreter)));
            case MEAN -> Value.of(mean(numbers(aggregate, context, interpreter)));
            case VARIANCE -> Value.of(variance(numbers(aggregate, context, interpreter)));
            case STD -> Value.of(StrictMath.sqrt(variance(numbers(aggregate, context, interpreter))));
            case MAX ->
                Value.of(numbers(aggregate, context, interpreter).stream()
                        .reduce(Math::max)
                        .orElse(Double.NaN));
            case MIN ->
                Value.of(numbers(aggregate, context, interpreter).stream()
                        .reduce(Math::min)
                        .orElse(Double.NaN));
        };
    }

    /** Shows {@code visit} each combination of elements until it answers false; answers whether it never did. */
    static boolean forEach(
            Expression.Binders binders, Context context, Interpreter interpreter, Predicate<Context> visit) {
        return forEach(binders, 0, context, interpreter, visit);
    }

    private static boolean forEach(
            Expression.Binders binders, int depth, Context context, Interpreter interpreter, Predicate<Context> visit) {
        if (depth == binders.list().size()) {
            Expression where = binders.where();
            return where != null && !interpreter.truth(where, context) || visit.test(context);
        }
        Expression.Binder binder = binders.list().get(depth);
        for (Value element : interpreter.list(binder.source(), context)) {
            interpreter.work().step(binder.source().span());
            if (!forEach(binders, depth + 1, context.with(binder.symbol(), element), interpreter, visit)) {
                return false;
            }
        }
        return true;
    }

    private static List<Double> numbers(Expression.Aggregate aggregate, Context context, Interpreter interpreter) {
        List<Double> numbers = new ArrayList<>();
        forEach(
                aggregate.binders(),
                context,
                interpreter,
                inner -> numbers.add(interpreter.number(aggregate.value(), inner)));
        return numbers;
    }

    private static double sum(List<Double> numbers) {
        double sum = 0;
        for (double number : numbers) {
            sum += number;
        }
        return sum;
    }

    private static double product(List<Double> numbers) {
        double product = 1;
        for (double number : numbers) {
            product *= number;
        }
        return product;
    }

    /** NaN over nothing, as 0 / 0 is. */
    private static double mean(List<Double> numbers) {
        return sum(numbers) / numbers.size();
    }

    /** Of the population: the mean squared distance from the mean. */
    private static double variance(List<Double> numbers) {
        double mean = mean(numbers);
        double squares = 0;
        for (double number : numbers) {
            squares += (number - mean) * (number - mean);
        }
        return squares / numbers.size();
    }
}
