package mad.lower;

import java.util.ArrayList;
import java.util.List;

/** A network in terms of the decisions, or the part of one that a metric was asked of. */
record SymbolicNetwork(List<SymbolicPart> parts, List<SymbolicLevel> levels, List<SymbolicLayer> layers) {
    SymbolicNetwork {
        parts = List.copyOf(parts);
        levels = List.copyOf(levels);
        layers = List.copyOf(layers);
    }

    static SymbolicNetwork of(List<SymbolicPart> parts) {
        return new SymbolicNetwork(
                parts, levels(parts), parts.stream().flatMap(p -> p.layers().stream()).toList());
    }

    private static List<SymbolicLevel> levels(List<SymbolicPart> parts) {
        List<SymbolicLevel> levels = new ArrayList<>();
        List<SymbolicPart> run = new ArrayList<>();
        for (SymbolicPart part : parts) {
            boolean continues = !run.isEmpty() && !part.isHead() && run.getLast().out().sameSize(part.out());
            if (!run.isEmpty() && !continues) {
                levels.add(new SymbolicLevel(levels.size() + 1, run));
                run = new ArrayList<>();
            }
            if (!part.isHead()) {
                run.add(part);
            }
        }
        if (!run.isEmpty()) {
            levels.add(new SymbolicLevel(levels.size() + 1, run));
        }
        return levels;
    }

    /** The network that a metric sees when it is asked of some parts. */
    SymbolicNetwork within(List<SymbolicPart> asked) {
        return new SymbolicNetwork(
                asked,
                levels.stream().filter(l -> asked.containsAll(l.parts())).toList(),
                asked.stream().flatMap(p -> p.layers().stream()).toList());
    }

    SymbolicNetwork within(SymbolicLayer layer) {
        return new SymbolicNetwork(List.of(), List.of(), List.of(layer));
    }
}
