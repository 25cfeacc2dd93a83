package mad.ast;

import java.util.List;
import mad.source.Span;
import org.jspecify.annotations.Nullable;

/** A member of a space. */
public sealed interface Member permits Item.Let, Member.Input, Member.Var, Member.Part, Member.Output, Member.Require {
    Span span();

    /** {@code input image(channels: 3, size: 224)}. */
    record Input(Span span, Name kind, List<Item.Arg> args) implements Member {}

    /** {@code var width in 8..64 step 8}: one decision shared by all its uses. */
    record Var(Span span, String doc, Name name, Expr domain) implements Member {}

    enum PartKind {
        STEM,
        STAGE,
        HEAD
    }

    /** {@code stage s3: Bottleneck(out: 64) or MBConv(out: 64) x 1..3}; several choices make a categorical decision. */
    record Part(
            Span span,
            String doc,
            PartKind kind,
            @Nullable Name label,
            List<Choice> choices,
            @Nullable Expr depth) implements Member {
        public Part {
            choices = List.copyOf(choices);
        }
    }

    /** What fills a part: one block, or a body written in place. */
    sealed interface Choice {
        record Apply(Statement.Apply apply) implements Choice {}

        record Inline(Body body) implements Choice {}
    }

    record Output(Span span, List<Name> labels) implements Member {}

    record Require(Span span, Expr condition) implements Member, Clause {}
}
