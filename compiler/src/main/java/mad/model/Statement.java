package mad.model;

import java.util.List;
import mad.source.Span;
import org.jspecify.annotations.Nullable;

/** A statement of a block; each maps the feature map before it to the one after it. */
public sealed interface Statement {
    Span span();

    record Let(Span span, Symbol symbol, Expression value) implements Statement {}

    record If(Span span, Expression condition, Body then, Body otherwise) implements Statement {}

    /** {@code body}, {@code count} times; the count is known when the space is (no decision). */
    record Repeat(Span span, Expression count, Body body) implements Statement {}

    /** The body that the user of this block wrote after it, in the user's surroundings; nothing where there is none. */
    record Inner(Span span) implements Statement {}

    /** A block; {@code args} in parameter order; {@code inner} what its {@code body} statement stands for. */
    record Use(
            Span span,
            Definition.Block block,
            List<Expression> args,
            @Nullable Body inner) implements Statement {
        public Use {
            args = List.copyOf(args);
        }
    }

    /** A primitive layer; {@code args} in the order of {@code primitive.parameters()}, defaults filled in. */
    record Layer(Span span, Primitive primitive, List<Expression> args, List<Branch> branches) implements Statement {
        public Layer {
            args = List.copyOf(args);
            branches = List.copyOf(branches);
        }
    }

    /** A branch of a join exists only where its condition holds; an empty body is the identity. */
    record Branch(Span span, @Nullable Expression condition, Body body) {}
}
