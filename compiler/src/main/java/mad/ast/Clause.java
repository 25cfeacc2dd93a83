package mad.ast;

import java.util.List;
import mad.source.Span;
import org.jspecify.annotations.Nullable;

/** A clause of a design. */
public sealed interface Clause
        permits Item.Let, Member.Require, Clause.Within, Clause.Goal, Clause.Prefer, Clause.Report {
    Span span();

    record Within(Span span, List<Item.Use> budgets) implements Clause {}

    enum Sense {
        MAXIMIZE,
        MINIMIZE
    }

    record Goal(Span span, Sense sense, Expr value) implements Clause {}

    /** A soft constraint; the weight is 1 where none is written. */
    record Prefer(Span span, Expr condition, @Nullable Expr weight) implements Clause {}

    record Report(Span span, List<Expr> metrics) implements Clause {}
}
