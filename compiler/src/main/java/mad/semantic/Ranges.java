package mad.semantic;

import mad.model.Expression;
import mad.model.Parameter;

/** What {@code channels}, {@code odd} and {@code count} ask, checked where the value stands in the text. */
final class Ranges {
    private Ranges() {}

    static void check(Expression value, Parameter.Range range, String name, Sink sink) {
        switch (value) {
            case Expression.Number number -> {
                if (!holds(number.value(), range)) {
                    sink.report(TypeMessages.outOfRange(
                            number.span(), name, describe(range), Numbers.show(number.value())));
                }
            }
            case Expression.Decision decision -> check(decision.domain(), range, name, sink);
            case Expression.SetOf set -> set.values().forEach(v -> check(v, range, name, sink));
            case Expression.ListOf list -> list.values().forEach(v -> check(v, range, name, sink));
            case Expression.Range r -> {
                check(r.from(), range, name, sink);
                if (range == Parameter.Range.ODD
                        && r.step() instanceof Expression.Number step
                        && step.value() % 2 != 0) {
                    sink.report(TypeMessages.evenValues(
                            r.span(), name, r.step().span().equals(r.span())));
                }
            }
            default -> {}
        }
    }

    private static boolean holds(double value, Parameter.Range range) {
        return switch (range) {
            case ANY -> true;
            case AT_LEAST_ZERO -> value >= 0;
            case AT_LEAST_ONE -> value >= 1;
            case ODD -> value >= 1 && value % 2 == 1;
        };
    }

    private static String describe(Parameter.Range range) {
        return switch (range) {
            case ANY -> "a number";
            case AT_LEAST_ZERO -> "0 or more";
            case AT_LEAST_ONE -> "1 or more";
            case ODD -> "an odd number of 1 or more";
        };
    }
}
