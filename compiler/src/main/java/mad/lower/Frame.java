package mad.lower;

import java.util.ArrayList;
import java.util.List;
import mad.model.Body;
import mad.model.Definition;
import mad.model.Symbol;
import mad.program.Term;
import org.jspecify.annotations.Nullable;

/**
 * Where the elaboration stands in the text and in the network.
 *
 * @param inner what {@code body} stands for in the block; null where its user wrote none
 * @param guard where this place exists
 * @param waiting feature maps that something later still needs, besides the one at hand
 */
record Frame(
        Environment environment,
        @Nullable Inner inner,
        Term guard,
        boolean main,
        boolean head,
        boolean first,
        List<Definition.Block> blocks,
        List<Tensor.Alternative> waiting) {
    /** A body in braces after the use of a block, and where it was written. */
    record Inner(Body body, Frame frame) {}

    Frame with(Symbol symbol, Symbolic value) {
        return new Frame(environment.with(symbol, value), inner, guard, main, head, first, blocks, waiting);
    }

    Frame under(Term guard) {
        return new Frame(environment, inner, guard, main, head, first, blocks, waiting);
    }

    Frame inside(Definition.Block block, Environment scope, @Nullable Inner braces) {
        List<Definition.Block> deeper = new ArrayList<>(blocks);
        deeper.add(block);
        return new Frame(scope, braces, guard, main, head, first, deeper, waiting);
    }

    /** What {@code braces} see, but here in the network. */
    Frame at(Inner braces) {
        return new Frame(braces.frame.environment, braces.frame.inner, guard, main, head, first, blocks, waiting);
    }

    Frame branch(Term guard, boolean onMain, List<Tensor.Alternative> alsoWaiting) {
        List<Tensor.Alternative> more = new ArrayList<>(waiting);
        more.addAll(alsoWaiting);
        return new Frame(environment, inner, guard, main && onMain, head, first, blocks, more);
    }
}
