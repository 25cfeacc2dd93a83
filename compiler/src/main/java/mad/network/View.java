package mad.network;

import java.util.List;

/**
 * What {@code layers}, {@code stages} and {@code levels} mean to a metric: all of the network, or what belongs to one layer, part or level of it.
 *
 * @param parts stems and stages, no heads
 */
record View(Network network, List<PlacedLayer> layers, List<PlacedPart> parts, List<Level> levels) {
    static View of(Network network) {
        List<PlacedPart> parts =
                network.parts().stream().filter(part -> !part.isHead()).toList();
        return new View(network, network.layers(), parts, network.levels());
    }

    View layer(PlacedLayer layer) {
        return new View(network, List.of(layer), List.of(), List.of());
    }

    View part(PlacedPart part) {
        List<PlacedPart> parts = part.isHead() ? List.of() : List.of(part);
        return new View(network, part.layers(), parts, levelsWithin(parts));
    }

    View level(Level level) {
        List<PlacedLayer> layers =
                level.parts().stream().flatMap(part -> part.layers().stream()).toList();
        return new View(network, layers, level.parts(), List.of(level));
    }

    private List<Level> levelsWithin(List<PlacedPart> parts) {
        return network.levels().stream()
                .filter(level -> level.parts().stream().allMatch(inner -> contains(parts, inner)))
                .toList();
    }

    private static boolean contains(List<PlacedPart> parts, PlacedPart wanted) {
        return parts.stream().anyMatch(part -> part.index() == wanted.index());
    }
}
