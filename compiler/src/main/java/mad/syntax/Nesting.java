package mad.syntax;

import org.antlr.v4.runtime.Token;
import org.jspecify.annotations.Nullable;

/**
 * How deep in the tree the builders are. Whoever walks a tree may do so by recursion, because no path in it is longer than
 * {@link #MAX_DEPTH} nodes: a chain {@code a + b + …} of n operands is n − 1 nodes inside each other.
 */
final class Nesting {
    static final int MAX_DEPTH = 500;

    private int depth;
    private @Nullable Token tooDeep;

    /** Goes {@code nodes} deeper, unless that is too deep: then {@code at} is remembered and the caller builds a missing node. */
    boolean enter(int nodes, Token at) {
        if (depth + nodes > MAX_DEPTH) {
            tooDeep = tooDeep == null ? at : tooDeep;
            return false;
        }
        depth += nodes;
        return true;
    }

    void leave(int nodes) {
        depth -= nodes;
    }

    /** Where the tree first became too deep, or null. */
    @Nullable
    Token tooDeep() {
        return tooDeep;
    }
}
