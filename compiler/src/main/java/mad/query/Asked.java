package mad.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import mad.model.Definition;
import mad.model.Expression;
import mad.model.Parameter;
import mad.model.Type;
import mad.source.Span;
import org.jspecify.annotations.Nullable;

/** A design as a question asks for it: its arguments are defaults of parameters and bounds of limits. */
public final class Asked {
    private Asked() {}

    /** @param arguments as in {@link Question} */
    public static Definition.Design of(Definition.Design design, Map<String, Double> arguments) {
        if (arguments.isEmpty()) {
            return design;
        }
        List<@Nullable Expression> defaults = new ArrayList<>();
        for (Parameter parameter : design.parameters()) {
            Double value = arguments.get(parameter.name());
            defaults.add(value == null ? parameter.fallback() : constant(parameter, value));
        }
        List<Definition.Limit> limits = design.limits();
        for (Map.Entry<String, Double> argument : arguments.entrySet()) {
            limits = limited(limits, argument.getKey(), argument.getValue());
        }
        return design.withDefaults(defaults).withLimits(limits);
    }

    /** A condition is given as 0 or 1. */
    private static Expression constant(Parameter parameter, double value) {
        Span span = parameter.symbol().declared();
        Type type = parameter.symbol().type();
        return type instanceof Type.Bool
                ? new Expression.Bool(span, value != 0)
                : new Expression.Number(span, type, value);
    }

    /** Where a metric is limited from both sides, {@code name} is its upper limit. */
    private static List<Definition.Limit> limited(List<Definition.Limit> limits, String name, double value) {
        List<Definition.Limit> named =
                limits.stream().filter(limit -> limit.name().equals(name)).toList();
        Definition.@Nullable Limit meant = named.stream()
                .filter(Definition.Limit::upper)
                .findFirst()
                .orElse(named.isEmpty() ? null : named.getFirst());
        return meant == null
                ? limits
                : limits.stream()
                        .map(limit -> limit.name().equals(name) && limit.span().equals(meant.span())
                                ? limit.withBound(
                                        new Expression.Number(
                                                limit.bound().span(),
                                                limit.bound().type(),
                                                value),
                                        QueryMessages.quantity(
                                                value,
                                                Units.symbol(limit.bound().type())))
                                : limit)
                        .toList();
    }
}
