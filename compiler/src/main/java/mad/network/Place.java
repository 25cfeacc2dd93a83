package mad.network;

import java.util.List;
import mad.model.Definition;
import mad.source.Span;

/**
 * Where a layer stands.
 *
 * @param part index among all parts of the space, from 0
 * @param head whether that part is a head
 * @param repetition of the part, from 0
 * @param main whether it lies in the first branch of every enclosing {@code add} and {@code gate}
 * @param blocks that enclose it, outermost first
 * @param span of the statement it comes from
 */
public record Place(int part, boolean head, long repetition, boolean main, List<Definition.Block> blocks, Span span) {
    public Place {
        blocks = List.copyOf(blocks);
    }

    /** Whether {@code block} encloses it at any depth; the span of its name is the identity of a block. */
    boolean isInside(Definition.Block block) {
        return blocks.stream()
                .anyMatch(b -> b.name().equals(block.name()) && b.span().equals(block.span()));
    }
}
