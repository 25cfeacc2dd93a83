package mad.ast;

import java.util.List;
import mad.source.Span;
import org.jspecify.annotations.Nullable;

/** A statement of a block's body; each maps the feature map before it to the one after it. */
public sealed interface Statement
        permits Item.Let, Statement.If, Statement.Repeat, Statement.Inner, Statement.Apply, Statement.Missing {
    Span span();

    record If(
            Span span, Expr condition, Body then, @Nullable Body otherwise) implements Statement {}

    record Repeat(Span span, Expr count, Body body) implements Statement {}

    /** {@code body}: the statements that the user of this block wrote in braces after it. */
    record Inner(Span span) implements Statement {}

    /** {@code conv(mid, kernel: 1)} or {@code add { ... } when first { ... }}: a layer or a block, with its branches. */
    record Apply(Span span, Path path, List<Item.Arg> args, List<Branch> branches) implements Statement {
        public Apply {
            args = List.copyOf(args);
            branches = List.copyOf(branches);
        }
    }

    /** A branch exists only {@code when} its condition holds; an empty body is the identity. */
    record Branch(Span span, @Nullable Expr condition, Body body) {}

    record Missing(Span span) implements Statement {}
}
