package mad.network;

import java.util.ArrayList;
import java.util.List;
import mad.model.Expression;

/** Ranges and sets: their numbers, and whether a number is one of them. */
final class Domains {
    /** Relative error granted to {@code from + i * step}, which is rarely exact where the step is no whole number. */
    private static final double TOLERANCE = 1e-9;

    private Domains() {}

    /** All numbers of a range, in order. */
    static List<Value> numbers(Expression.Range range, Context context, Interpreter interpreter) {
        Bounds bounds = bounds(range, context, interpreter);
        if (bounds.step() == 0) {
            throw Stopped.at(range.span(), NetworkMessages.badStep(0));
        }
        if ((bounds.end() - bounds.from()) / bounds.step() > Work.NUMBERS) {
            throw Stopped.at(range.span(), NetworkMessages.tooMuchWork(Work.NUMBERS));
        }
        List<Value> numbers = new ArrayList<>();
        for (long i = 0; bounds.at(i) <= bounds.end(); i++) {
            interpreter.work().step(range.span());
            numbers.add(Value.of(bounds.at(i)));
        }
        return numbers;
    }

    /** Whether {@code value} is in {@code domain}; the numbers of a range are not listed for that. */
    static boolean contains(Expression domain, double value, Context context, Interpreter interpreter) {
        Expression taken = taken(domain, context, interpreter);
        if (taken instanceof Expression.Range range) {
            return bounds(range, context, interpreter).contains(value);
        }
        return interpreter.list(taken, context).stream()
                .anyMatch(element -> close(element.number(taken.span()), value));
    }

    private static Expression taken(Expression domain, Context context, Interpreter interpreter) {
        Expression taken = domain;
        while (taken instanceof Expression.If choice) {
            taken = interpreter.truth(choice.condition(), context) ? choice.then() : choice.otherwise();
        }
        return taken;
    }

    /** As a reader writes it, with the numbers of this network: {@code 8..64 step 8}. */
    static String text(Expression domain, Context context, Interpreter interpreter) {
        Expression taken = taken(domain, context, interpreter);
        return taken instanceof Expression.Range range
                ? bounds(range, context, interpreter).text()
                : interpreter.value(taken, context).text().replace('[', '{').replace(']', '}');
    }

    private static Bounds bounds(Expression.Range range, Context context, Interpreter interpreter) {
        double step = interpreter.number(range.step(), context);
        if (!(step >= 0)) {
            throw Stopped.at(range.step().span(), NetworkMessages.badStep(step));
        }
        return new Bounds(interpreter.number(range.from(), context), interpreter.number(range.to(), context), step);
    }

    private static boolean close(double a, double b) {
        return Math.abs(a - b) <= TOLERANCE * Math.max(1, Math.abs(b));
    }

    /** @param step 0 for a range of all real numbers between its ends */
    private record Bounds(double from, double to, double step) {
        double at(long i) {
            return from + i * step;
        }

        /** The end, widened where rounding may have pushed the last number over it. */
        double end() {
            return to + (isWhole() ? 0 : TOLERANCE * Math.max(step, Math.abs(to)));
        }

        private boolean isWhole() {
            return Numerals.isWhole(from) && Numerals.isWhole(step);
        }

        boolean contains(double value) {
            if (step == 0) {
                return from <= value && value <= to;
            }
            double i = Math.rint((value - from) / step);
            double nearest = from + i * step;
            return i >= 0 && nearest <= end() && (isWhole() ? nearest == value : close(nearest, value));
        }

        String text() {
            String range = Numerals.text(from) + ".." + Numerals.text(to);
            return step == 1 || step == 0 ? range : range + " step " + Numerals.text(step);
        }
    }
}
