package mad.lower;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import mad.program.Term;
import mad.program.Terms;
import org.jspecify.annotations.Nullable;

/** A network in terms of the decisions, or the part of one that a metric was asked of. The same question has the same answer. */
final class SymbolicNetwork {
    private final Terms t;
    private final @Nullable SymbolicNetwork whole;
    private final List<SymbolicPart> parts;
    private final List<SymbolicLayer> layers;
    private final Map<SymbolicLayer, SymbolicNetwork> ofLayers = new IdentityHashMap<>();
    private final Map<List<Integer>, SymbolicNetwork> ofParts = new HashMap<>();
    private @Nullable List<SymbolicLevel> levels;

    private SymbolicNetwork(
            Terms t, @Nullable SymbolicNetwork whole, List<SymbolicPart> parts, List<SymbolicLayer> layers) {
        this.t = t;
        this.whole = whole;
        this.parts = List.copyOf(parts);
        this.layers = List.copyOf(layers);
    }

    static SymbolicNetwork of(List<SymbolicPart> parts, Terms t) {
        return new SymbolicNetwork(t, null, parts, layersOf(parts));
    }

    List<SymbolicPart> parts() {
        return parts;
    }

    List<SymbolicLayer> layers() {
        return layers;
    }

    /** Found when first asked for: only then must the sizes be known whatever is chosen. */
    List<SymbolicLevel> levels() {
        List<SymbolicLevel> known = levels;
        if (known == null) {
            known = whole == null
                    ? runs()
                    : whole.levels().stream()
                            .filter(l -> parts.containsAll(l.parts()))
                            .toList();
            levels = known;
        }
        return known;
    }

    private List<SymbolicLevel> runs() {
        List<SymbolicLevel> found = new ArrayList<>();
        List<SymbolicPart> run = new ArrayList<>();
        for (SymbolicPart part : parts) {
            boolean continues = !run.isEmpty() && !part.isHead() && sameSize(run.getLast(), part);
            if (!run.isEmpty() && !continues) {
                found.add(new SymbolicLevel(found.size() + 1, run));
                run = new ArrayList<>();
            }
            if (!part.isHead()) {
                run.add(part);
            }
        }
        if (!run.isEmpty()) {
            found.add(new SymbolicLevel(found.size() + 1, run));
        }
        return List.copyOf(found);
    }

    private boolean sameSize(SymbolicPart before, SymbolicPart part) {
        Extent a = before.out();
        Extent b = part.out();
        Term same =
                t.and(List.of(t.eq(a.frames(), b.frames()), t.eq(a.rows(), b.rows()), t.eq(a.columns(), b.columns())));
        if (!same.isConstant()) {
            String what = "Whether `" + before.part().name() + "` and `"
                    + part.part().name() + "` are of one level, that is their size,";
            throw new Refusal(LoweringMessages.mustBeKnown(part.part().span(), what));
        }
        return same.is(1);
    }

    /** The network that a metric sees when it is asked of some parts. */
    SymbolicNetwork within(List<SymbolicPart> asked) {
        List<Integer> key = asked.stream().map(SymbolicPart::position).toList();
        SymbolicNetwork known = ofParts.get(key);
        if (known == null) {
            known = new SymbolicNetwork(t, this, asked, layersOf(asked));
            ofParts.put(key, known);
        }
        return known;
    }

    /** The network that a metric sees when it is asked of one layer: that layer, once. */
    SymbolicNetwork within(SymbolicLayer layer) {
        SymbolicNetwork known = ofLayers.get(layer);
        if (known == null) {
            known = new SymbolicNetwork(t, this, List.of(), List.of(layer.occurring(t.constant(1))));
            ofLayers.put(layer, known);
        }
        return known;
    }

    private static List<SymbolicLayer> layersOf(List<SymbolicPart> parts) {
        return parts.stream().flatMap(p -> p.layers().stream()).toList();
    }
}
