package mad.network;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import mad.model.Expression;
import mad.model.Parameter;
import mad.model.Type;
import mad.source.Span;

/** Binds arguments to parameters, and holds them to the parameters' ranges. */
final class Arguments {
    private Arguments() {}

    /**
     * What the body of a block sees, in addition to {@code context}.
     *
     * @param args by name; in later repetitions a {@code once} parameter has its default instead
     */
    static Context bind(
            List<Parameter> parameters, Map<String, Value> args, Context context, Span span, Interpreter interpreter) {
        Surroundings around = context.surroundings();
        boolean later = around != null && !around.first();
        Context bound = context;
        for (Parameter parameter : parameters) {
            Expression fallback = parameter.fallback();
            Value value = parameter.once() && later && fallback != null ? null : args.get(parameter.name());
            if (value == null) {
                if (fallback == null) {
                    throw Stopped.at(span, NetworkMessages.unbound(parameter.name()));
                }
                value = interpreter.value(fallback, bound);
            }
            check(parameter, value, span);
            bound = bound.with(parameter.symbol(), value);
        }
        return bound;
    }

    /** {@code args} by the names of the parameters whose order they follow. */
    static Map<String, Value> named(List<Parameter> parameters, List<Value> args) {
        Map<String, Value> named = new HashMap<>();
        for (int i = 0; i < Math.min(parameters.size(), args.size()); i++) {
            named.put(parameters.get(i).name(), args.get(i));
        }
        return named;
    }

    private static void check(Parameter parameter, Value value, Span span) {
        if (!(value instanceof Value.Num number)) {
            return;
        }
        boolean whole = parameter.symbol().type() instanceof Type.Num type && type.integer();
        double n = number.value();
        boolean inside = (!whole || Numerals.isWhole(n))
                && switch (parameter.range()) {
                    case ANY -> true;
                    case AT_LEAST_ZERO -> n >= 0;
                    case AT_LEAST_ONE -> n >= 1;
                    case ODD -> n >= 1 && Math.floorMod((long) n, 2L) == 1;
                };
        if (!inside) {
            throw Stopped.at(span, NetworkMessages.outsideRange(parameter.name(), n, wanted(parameter.range(), whole)));
        }
    }

    private static String wanted(Parameter.Range range, boolean whole) {
        String number = whole ? "a whole number" : "a number";
        return switch (range) {
            case ANY -> number;
            case AT_LEAST_ZERO -> number + ", at least 0";
            case AT_LEAST_ONE -> number + ", at least 1";
            case ODD -> "a whole odd number, at least 1";
        };
    }
}
