package mad.network;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import mad.model.Body;
import mad.model.Definition;
import mad.model.Symbol;
import mad.source.Span;
import org.jspecify.annotations.Nullable;

/**
 * Where the assembly stands in the text and in the network.
 *
 * @param context what expressions of the block see
 * @param inner what {@code body} stands for in the block; null where its user wrote none
 * @param spot the layers' place, without their span
 * @param waiting feature maps that something later still needs, besides the one at hand
 */
record Frame(Context context, @Nullable Inner inner, Place spot, Set<Tensor> waiting) {
    /** A body in braces after the use of a block, and where it was written. */
    record Inner(Body body, Frame frame) {}

    Frame with(Symbol symbol, Value value) {
        return new Frame(context.with(symbol, value), inner, spot, waiting);
    }

    /** Inside {@code block}, which sees {@code scope}. */
    Frame inside(Definition.Block block, Context scope, @Nullable Inner braces) {
        List<Definition.Block> blocks = new ArrayList<>(spot.blocks());
        blocks.add(block);
        Place deeper = new Place(spot.part(), spot.head(), spot.repetition(), spot.main(), blocks, spot.span());
        return new Frame(scope, braces, deeper, waiting);
    }

    /** What {@code braces} see, but here in the network. */
    Frame at(Inner braces) {
        return new Frame(braces.frame().context(), braces.frame().inner(), spot, waiting);
    }

    Frame branch(boolean main, Collection<Tensor> alsoWaiting) {
        Place place =
                new Place(spot.part(), spot.head(), spot.repetition(), spot.main() && main, spot.blocks(), spot.span());
        Set<Tensor> more = new LinkedHashSet<>(waiting);
        more.addAll(alsoWaiting);
        return new Frame(context, inner, place, more);
    }

    Place place(Span span) {
        return new Place(spot.part(), spot.head(), spot.repetition(), spot.main(), spot.blocks(), span);
    }

    boolean first() {
        return spot.repetition() == 0;
    }
}
