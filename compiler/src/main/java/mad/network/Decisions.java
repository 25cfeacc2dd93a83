package mad.network;

import java.util.Map;
import java.util.OptionalDouble;

/**
 * A value for every decision, by the name of its symbol: {@code stage2.out}; {@code stage2.block} is the chosen alternative of a part,
 * counted from 0. Values for choices that are not taken may stay away.
 */
public record Decisions(Map<String, Double> values) {
    public static final Decisions NONE = new Decisions(Map.of());

    public Decisions {
        values = Map.copyOf(values);
    }

    OptionalDouble find(String name) {
        Double value = values.get(name);
        return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
    }
}
