package mad.syntax;

import java.util.List;
import java.util.function.Supplier;
import mad.ast.Expr;
import mad.ast.Item;
import mad.ast.Path;
import mad.grammar.MadParser.AdditiveContext;
import mad.grammar.MadParser.AggregateArgsContext;
import mad.grammar.MadParser.ArgContext;
import mad.grammar.MadParser.ArgsContext;
import mad.grammar.MadParser.BinderContext;
import mad.grammar.MadParser.BindersContext;
import mad.grammar.MadParser.ComparisonContext;
import mad.grammar.MadParser.ConjunctionContext;
import mad.grammar.MadParser.DisjunctionContext;
import mad.grammar.MadParser.ExprContext;
import mad.grammar.MadParser.ForAllExprContext;
import mad.grammar.MadParser.IfExprContext;
import mad.grammar.MadParser.MultiplicativeContext;
import mad.grammar.MadParser.NegationContext;
import mad.grammar.MadParser.PathContext;
import mad.grammar.MadParser.PlainArgsContext;
import mad.grammar.MadParser.PostfixContext;
import mad.grammar.MadParser.PowerContext;
import mad.grammar.MadParser.RangeContext;
import mad.grammar.MadParser.SelectionContext;
import mad.grammar.MadParser.UnaryContext;
import mad.source.Span;
import org.antlr.v4.runtime.ParserRuleContext;
import org.jspecify.annotations.Nullable;

/** Expressions, from the loosest operator to the tightest; {@link PrimaryBuilder} has the rest. */
final class ExprBuilder {
    private final Spans spans;
    private final Nesting nesting;
    private final PrimaryBuilder primaries;

    ExprBuilder(Spans spans, Nesting nesting) {
        this.spans = spans;
        this.nesting = nesting;
        this.primaries = new PrimaryBuilder(spans, this);
    }

    Expr expr(ExprContext c) {
        return deeper(1, c, () -> any(c));
    }

    /** Of any rule between an expression and a postfix. Most rules hold just the next tighter one, so these are skipped at once. */
    private Expr any(ParserRuleContext c) {
        return switch (narrowest(c)) {
            case IfExprContext i -> new Expr.If(spans.of(i), expr(i.expr(0)), expr(i.expr(1)), expr(i.expr(2)));
            case ForAllExprContext f -> new Expr.ForAll(spans.of(f), binders(f.binders()), expr(f.expr()));
            case DisjunctionContext d -> chain(d);
            case ConjunctionContext k -> chain(k);
            case NegationContext n -> deeper(1, n, () -> new Expr.Not(spans.of(n), operand(n, 1)));
            case ComparisonContext k -> comparison(k);
            case RangeContext r -> range(r);
            case AdditiveContext a -> chain(a);
            case MultiplicativeContext m -> chain(m);
            case UnaryContext u -> deeper(1, u, () -> new Expr.Negate(spans.of(u), operand(u, 1)));
            case PowerContext p ->
                deeper(1, p, () -> new Expr.Binary(spans.of(p), Expr.Operator.POWER, operand(p, 0), operand(p, 2)));
            case SelectionContext u -> new Expr.Upto(spans.of(u), operand(u, 0), operand(u, 2));
            case PostfixContext p -> primaries.postfix(p);
            default -> throw new IllegalStateException("an expression without an alternative");
        };
    }

    private static ParserRuleContext narrowest(ParserRuleContext c) {
        ParserRuleContext at = c;
        while (at.getChildCount() == 1 && !(at instanceof PostfixContext)) {
            at = (ParserRuleContext) at.getChild(0);
        }
        return at;
    }

    private Expr operand(ParserRuleContext c, int child) {
        return any((ParserRuleContext) c.getChild(child));
    }

    @Nullable
    Expr optional(@Nullable ExprContext c) {
        return c == null ? null : expr(c);
    }

    List<Expr> exprs(List<ExprContext> list) {
        return list.stream().map(this::expr).toList();
    }

    Path path(PathContext c) {
        return new Path(c.name().stream().map(spans::name).toList(), spans.of(c));
    }

    Expr.Binders binders(BindersContext c) {
        List<Expr.Binder> list = c.binder().stream().map(this::binder).toList();
        return new Expr.Binders(spans.of(c), list, optional(c.expr()));
    }

    private Expr.Binder binder(BinderContext c) {
        return new Expr.Binder(spans.name(c.name()), expr(c.expr()));
    }

    /** Arguments of a layer, a block, a design: never an aggregate's binders, which become a missing value. */
    List<Item.Arg> args(@Nullable ArgsContext c) {
        return switch (c) {
            case null -> List.of();
            case PlainArgsContext p -> p.arg().stream().map(this::arg).toList();
            case AggregateArgsContext a ->
                List.of(new Item.Arg(spans.of(a.binders()), null, new Expr.Missing(spans.of(a.binders()))));
            default -> throw new IllegalStateException("arguments without an alternative");
        };
    }

    private Item.Arg arg(ArgContext c) {
        return new Item.Arg(spans.of(c), c.fieldName() == null ? null : spans.name(c.fieldName()), expr(c.expr()));
    }

    private Expr comparison(ComparisonContext c) {
        if (c.path() != null) {
            boolean inside = c.getChild(1).getText().equals("inside");
            return new Expr.Is(spans.of(c), operand(c, 0), inside, path(c.path()));
        }
        List<Expr.Comparison> operators =
                c.compareOp().stream().map(o -> comparison(o.getText())).toList();
        return new Expr.Compare(spans.of(c), c.range().stream().map(this::any).toList(), operators);
    }

    private static Expr.Comparison comparison(String text) {
        for (Expr.Comparison comparison : Expr.Comparison.values()) {
            if (comparison.text().equals(text)) {
                return comparison;
            }
        }
        throw new IllegalStateException(text + " compares nothing");
    }

    private Expr range(RangeContext c) {
        Expr step = c.getChildCount() > 3 ? operand(c, 4) : null;
        return new Expr.Range(spans.of(c), operand(c, 0), operand(c, 2), step);
    }

    /** {@code a + b - c}, nested to the left. */
    private Expr chain(ParserRuleContext c) {
        int operators = c.getChildCount() / 2;
        return deeper(operators, c, () -> {
            Expr left = operand(c, 0);
            for (int i = 1; i <= operators; i++) {
                String sign = c.getChild(2 * i - 1).getText();
                Span span = spans.of(c, (ParserRuleContext) c.getChild(2 * i));
                left = new Expr.Binary(span, operator(sign), left, operand(c, 2 * i));
            }
            return left;
        });
    }

    private static Expr.Operator operator(String text) {
        for (Expr.Operator operator : Expr.Operator.values()) {
            if (operator.text().equals(text)) {
                return operator;
            }
        }
        throw new IllegalStateException(text + " joins nothing");
    }

    /** What {@code build} makes of {@code c}, {@code nodes} deeper in the tree; missing where that is too deep. */
    Expr deeper(int nodes, ParserRuleContext c, Supplier<Expr> build) {
        if (!nesting.enter(nodes, c.start)) {
            return new Expr.Missing(spans.of(c));
        }
        try {
            return build.get();
        } finally {
            nesting.leave(nodes);
        }
    }
}
