package mad.syntax;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import mad.ast.Clause;
import mad.ast.Item;
import mad.ast.Member;
import mad.grammar.MadParser.ClauseContext;
import mad.grammar.MadParser.ContentContext;
import mad.grammar.MadParser.GoalClauseContext;
import mad.grammar.MadParser.GoalContext;
import mad.grammar.MadParser.InputMemberContext;
import mad.grammar.MadParser.LetClauseContext;
import mad.grammar.MadParser.LetItemContext;
import mad.grammar.MadParser.LetMemberContext;
import mad.grammar.MadParser.MemberContext;
import mad.grammar.MadParser.OutputMemberContext;
import mad.grammar.MadParser.PartMemberContext;
import mad.grammar.MadParser.PreferClauseContext;
import mad.grammar.MadParser.ReportClauseContext;
import mad.grammar.MadParser.RequireClauseContext;
import mad.grammar.MadParser.RequireMemberContext;
import mad.grammar.MadParser.UseContext;
import mad.grammar.MadParser.VarMemberContext;
import mad.grammar.MadParser.WithinClauseContext;
import org.antlr.v4.runtime.ParserRuleContext;

/** The members of spaces and the clauses of designs. */
final class MemberBuilder {
    private final Spans spans;
    private final ExprBuilder exprs;
    private final StatementBuilder statements;
    private final Function<LetItemContext, Item.Let> lets;

    MemberBuilder(
            Spans spans, ExprBuilder exprs, StatementBuilder statements, Function<LetItemContext, Item.Let> lets) {
        this.spans = spans;
        this.exprs = exprs;
        this.statements = statements;
        this.lets = lets;
    }

    Member member(MemberContext c) {
        return switch (c) {
            case InputMemberContext i -> new Member.Input(spans.of(c), spans.name(i.name()), exprs.args(i.args()));
            case LetMemberContext l -> lets.apply(l.letItem());
            case VarMemberContext v -> new Member.Var(spans.of(c), doc(c), spans.name(v.name()), exprs.expr(v.expr()));
            case PartMemberContext p -> part(p);
            case OutputMemberContext o ->
                new Member.Output(
                        spans.of(c), o.name().stream().map(spans::name).toList());
            case RequireMemberContext r -> new Member.Require(spans.of(c), exprs.expr(r.expr()));
            default -> throw new IllegalStateException("a member without an alternative");
        };
    }

    private Member.Part part(PartMemberContext c) {
        return new Member.Part(
                spans.of(c),
                doc(c),
                Member.PartKind.valueOf(c.kind.getText().toUpperCase(Locale.ROOT)),
                c.name() == null ? null : spans.name(c.name()),
                choices(c.content()),
                exprs.optional(c.expr()));
    }

    private List<Member.Choice> choices(ContentContext c) {
        return c.body() != null
                ? List.of(new Member.Choice.Inline(statements.body(c.body())))
                : c.application().stream()
                        .<Member.Choice>map(a -> new Member.Choice.Apply(statements.apply(a)))
                        .toList();
    }

    Clause clause(ClauseContext c) {
        return switch (c) {
            case WithinClauseContext w ->
                new Clause.Within(spans.of(c), w.use().stream().map(this::use).toList());
            case LetClauseContext l -> lets.apply(l.letItem());
            case RequireClauseContext r -> new Member.Require(spans.of(c), exprs.expr(r.expr()));
            case GoalClauseContext g -> new Clause.Goal(spans.of(c), sense(g.sense), exprs.expr(g.expr()));
            case PreferClauseContext p ->
                new Clause.Prefer(spans.of(c), exprs.expr(p.expr(0)), exprs.optional(p.expr(1)));
            case ReportClauseContext r -> new Clause.Report(spans.of(c), exprs.exprs(r.expr()));
            default -> throw new IllegalStateException("a clause without an alternative");
        };
    }

    Clause.Goal goal(GoalContext c) {
        return new Clause.Goal(spans.of(c), sense(c.sense), exprs.expr(c.expr()));
    }

    Item.Use use(UseContext c) {
        return new Item.Use(spans.of(c), exprs.path(c.path()), exprs.args(c.args()));
    }

    private static Clause.Sense sense(org.antlr.v4.runtime.Token word) {
        return Clause.Sense.valueOf(word.getText().toUpperCase(Locale.ROOT));
    }

    static String doc(ParserRuleContext c) {
        return ((Lexeme) c.start).doc();
    }
}
