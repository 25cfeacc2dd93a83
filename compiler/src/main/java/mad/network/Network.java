package mad.network;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import mad.model.Definition;

/**
 * A network with every decision fixed.
 *
 * @param parts stems, stages and heads in order
 * @param outputs the feature maps that leave it besides the last, by the name of the part they leave; in the order of the space
 */
public record Network(
        Definition.Space space, Shape input, List<PlacedPart> parts, List<Level> levels, Map<String, Shape> outputs) {
    public Network {
        parts = List.copyOf(parts);
        levels = List.copyOf(levels);
        outputs = Collections.unmodifiableMap(new LinkedHashMap<>(outputs));
    }

    /** All layers in the order in which they run. */
    public List<PlacedLayer> layers() {
        return parts.stream().flatMap(part -> part.layers().stream()).toList();
    }

    /** The network of {@code design} under {@code args} (its parameters in order) and {@code decisions}. */
    public static Instantiation build(Definition.Design design, List<Value> args, Decisions decisions) {
        return Instantiation.of(design, args, decisions);
    }

    /** The network of {@code design} under {@code args}, by the names of its parameters, and {@code decisions}. */
    public static Instantiation build(Definition.Design design, Map<String, Value> args, Decisions decisions) {
        return Instantiation.of(design, args, decisions);
    }

    /** The network of {@code space} under {@code args} (its parameters in order) and {@code decisions}. */
    public static Instantiation build(Definition.Space space, List<Value> args, Decisions decisions) {
        return Instantiation.of(space, args, decisions);
    }
}
