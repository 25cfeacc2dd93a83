package mad.syntax;

import java.util.List;
import mad.ast.Expr;
import mad.grammar.MadParser.AggregateArgsContext;
import mad.grammar.MadParser.ArgsContext;
import mad.grammar.MadParser.BoolPrimaryContext;
import mad.grammar.MadParser.CallSuffixContext;
import mad.grammar.MadParser.FieldValueContext;
import mad.grammar.MadParser.GroupPrimaryContext;
import mad.grammar.MadParser.IndexSuffixContext;
import mad.grammar.MadParser.ListPrimaryContext;
import mad.grammar.MadParser.MemberSuffixContext;
import mad.grammar.MadParser.NamePrimaryContext;
import mad.grammar.MadParser.NumberPrimaryContext;
import mad.grammar.MadParser.PostfixContext;
import mad.grammar.MadParser.PrimaryContext;
import mad.grammar.MadParser.RecordPrimaryContext;
import mad.grammar.MadParser.SetPrimaryContext;
import mad.grammar.MadParser.SuffixContext;
import mad.grammar.MadParser.TextPrimaryContext;
import mad.source.Span;

/** Literals, names, brackets, and what follows them: fields, indices, arguments. */
final class PrimaryBuilder {
    private final Spans spans;
    private final ExprBuilder exprs;

    PrimaryBuilder(Spans spans, ExprBuilder exprs) {
        this.spans = spans;
        this.exprs = exprs;
    }

    Expr postfix(PostfixContext c) {
        List<SuffixContext> suffixes = c.suffix();
        return exprs.deeper(suffixes.size(), c, () -> {
            Expr target = primary(c.primary());
            for (SuffixContext suffix : suffixes) {
                target = suffixed(target, suffix, spans.of(c, suffix));
            }
            return target;
        });
    }

    private Expr suffixed(Expr target, SuffixContext c, Span span) {
        return switch (c) {
            case MemberSuffixContext m -> new Expr.Select(span, target, spans.name(m.fieldName()));
            case IndexSuffixContext i -> new Expr.Index(span, target, exprs.expr(i.expr()));
            case CallSuffixContext call -> called(target, call.args(), span);
            default -> throw new IllegalStateException("a suffix without an alternative");
        };
    }

    private Expr called(Expr target, ArgsContext c, Span span) {
        return c instanceof AggregateArgsContext a
                ? new Expr.Aggregate(span, target, exprs.binders(a.binders()), exprs.optional(a.expr()))
                : new Expr.Call(span, target, exprs.args(c));
    }

    private Expr primary(PrimaryContext c) {
        Span span = spans.of(c);
        return switch (c) {
            case NumberPrimaryContext n ->
                new Expr.Number(
                        span,
                        n.NUMBER().getText().replace("_", ""),
                        n.UNIT() == null ? null : spans.name(n.UNIT()));
            case TextPrimaryContext t -> new Expr.Text(span, Texts.value(t.getText()));
            case BoolPrimaryContext b -> new Expr.Bool(span, b.getText().equals("true"));
            case NamePrimaryContext n ->
                Spans.isMissing(n) ? new Expr.Missing(span) : new Expr.Ref(span, n.getText());
            case GroupPrimaryContext g -> exprs.expr(g.expr());
            case ListPrimaryContext l when l.binders() != null ->
                new Expr.ListFor(span, exprs.expr(l.expr(0)), exprs.binders(l.binders()));
            case ListPrimaryContext l -> new Expr.ListOf(span, exprs.exprs(l.expr()));
            case RecordPrimaryContext r ->
                new Expr.RecordOf(span, r.fieldValue().stream().map(this::field).toList());
            case SetPrimaryContext s -> new Expr.SetOf(span, exprs.exprs(s.expr()));
            default -> throw new IllegalStateException("a value without an alternative");
        };
    }

    private Expr.FieldValue field(FieldValueContext c) {
        return new Expr.FieldValue(spans.name(c.name()), exprs.expr(c.expr()));
    }
}
