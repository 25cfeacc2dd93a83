package mad.network;

import java.util.List;
import java.util.Map;
import mad.model.Definition;

/**
 * One stem, stage or head of a network.
 *
 * @param index among all parts of the space, from 0
 * @param ordinal among the parts of its kind, from 1
 * @param block the chosen alternative
 * @param arguments of the block by name, as in the first repetition
 * @param depth repetitions
 */
public record PlacedPart(
        Definition.Part part,
        int index,
        int ordinal,
        Definition.Block block,
        Map<String, Value> arguments,
        long depth,
        Shape in,
        Shape out,
        List<PlacedLayer> layers) {
    public PlacedPart {
        arguments = Map.copyOf(arguments);
        layers = List.copyOf(layers);
    }

    public String name() {
        return part.name();
    }

    public boolean isHead() {
        return part.kind() == Definition.PartKind.HEAD;
    }

    public boolean isStage() {
        return part.kind() == Definition.PartKind.STAGE;
    }
}
