package mad.syntax;

import mad.ast.Body;
import mad.ast.Item;
import mad.ast.Statement;
import mad.grammar.MadParser.ApplicationContext;
import mad.grammar.MadParser.ApplyStatementContext;
import mad.grammar.MadParser.BodyContext;
import mad.grammar.MadParser.BodyStatementContext;
import mad.grammar.MadParser.BranchContext;
import mad.grammar.MadParser.ConditionalContext;
import mad.grammar.MadParser.IfStatementContext;
import mad.grammar.MadParser.LetStatementContext;
import mad.grammar.MadParser.RepeatStatementContext;
import mad.grammar.MadParser.StatementContext;
import java.util.List;
import java.util.function.Function;
import mad.grammar.MadParser.LetItemContext;

/** The statements of blocks and the application of blocks. */
final class StatementBuilder {
    private final Spans spans;
    private final Nesting nesting;
    private final ExprBuilder exprs;
    private final Function<LetItemContext, Item.Let> lets;

    StatementBuilder(Spans spans, Nesting nesting, ExprBuilder exprs, Function<LetItemContext, Item.Let> lets) {
        this.spans = spans;
        this.nesting = nesting;
        this.exprs = exprs;
        this.lets = lets;
    }

    Body body(BodyContext c) {
        if (!nesting.enter(1, c.start)) {
            return new Body(spans.of(c), List.of());
        }
        try {
            return new Body(spans.of(c), c.statement().stream().map(this::statement).toList());
        } finally {
            nesting.leave(1);
        }
    }

    private Statement statement(StatementContext c) {
        return switch (c) {
            case LetStatementContext l -> lets.apply(l.letItem());
            case IfStatementContext i -> conditional(i.conditional());
            case RepeatStatementContext r ->
                new Statement.Repeat(spans.of(c), exprs.expr(r.expr()), body(r.body()));
            case BodyStatementContext b -> new Statement.Inner(spans.of(b));
            case ApplyStatementContext a when Spans.isMissing(a) -> new Statement.Missing(spans.of(a));
            case ApplyStatementContext a -> apply(a.application());
            default -> throw new IllegalStateException("a statement without an alternative");
        };
    }

    /** {@code else if} is an {@code else} whose body is that one statement. */
    private Statement conditional(ConditionalContext c) {
        if (!nesting.enter(1, c.start)) {
            return new Statement.Missing(spans.of(c));
        }
        try {
            Body otherwise = c.conditional() != null
                    ? new Body(spans.of(c.conditional()), List.of(conditional(c.conditional())))
                    : c.body().size() == 2 ? body(c.body(1)) : null;
            return new Statement.If(spans.of(c), exprs.expr(c.expr()), body(c.body(0)), otherwise);
        } finally {
            nesting.leave(1);
        }
    }

    Statement.Apply apply(ApplicationContext c) {
        return new Statement.Apply(
                spans.of(c),
                exprs.path(c.path()),
                exprs.args(c.args()),
                c.branch().stream().map(this::branch).toList());
    }

    private Statement.Branch branch(BranchContext c) {
        return new Statement.Branch(spans.of(c), exprs.optional(c.expr()), body(c.body()));
    }
}
