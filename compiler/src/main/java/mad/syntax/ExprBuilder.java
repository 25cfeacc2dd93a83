package mad.syntax;

import java.util.List;
import java.util.function.Function;
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
import mad.grammar.MadParser.PlainExprContext;
import mad.grammar.MadParser.PowerContext;
import mad.grammar.MadParser.RangeContext;
import mad.grammar.MadParser.SelectionContext;
import mad.grammar.MadParser.UnaryContext;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.tree.TerminalNode;
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
        return deeper(1, c, () -> switch (c) {
            case IfExprContext i -> new Expr.If(spans.of(c), expr(i.expr(0)), expr(i.expr(1)), expr(i.expr(2)));
            case ForAllExprContext f -> new Expr.ForAll(spans.of(c), binders(f.binders()), expr(f.expr()));
            case PlainExprContext p -> disjunction(p.disjunction());
            default -> throw new IllegalStateException("an expression without an alternative");
        });
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

    private Expr disjunction(DisjunctionContext c) {
        return chain(c, c.conjunction(), this::conjunction);
    }

    private Expr conjunction(ConjunctionContext c) {
        return chain(c, c.negation(), this::negation);
    }

    private Expr additive(AdditiveContext c) {
        return chain(c, c.multiplicative(), this::multiplicative);
    }

    private Expr multiplicative(MultiplicativeContext c) {
        return chain(c, c.unary(), this::unary);
    }

    private Expr negation(NegationContext c) {
        return c.negation() == null
                ? comparison(c.comparison())
                : deeper(1, c, () -> new Expr.Not(spans.of(c), negation(c.negation())));
    }

    private Expr comparison(ComparisonContext c) {
        Expr first = range(c.range(0));
        if (c.path() != null) {
            boolean inside = c.getChild(1).getText().equals("inside");
            return new Expr.Is(spans.of(c), first, inside, path(c.path()));
        }
        if (c.compareOp().isEmpty()) {
            return first;
        }
        List<Expr.Comparison> operators =
                c.compareOp().stream().map(o -> comparison(o.getText())).toList();
        return new Expr.Compare(spans.of(c), c.range().stream().map(this::range).toList(), operators);
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
        Expr from = additive(c.additive(0));
        return c.additive().size() == 1
                ? from
                : new Expr.Range(
                        spans.of(c),
                        from,
                        additive(c.additive(1)),
                        c.additive().size() == 2 ? null : additive(c.additive(2)));
    }

    private Expr unary(UnaryContext c) {
        return c.unary() == null
                ? power(c.power())
                : deeper(1, c, () -> new Expr.Negate(spans.of(c), unary(c.unary())));
    }

    private Expr power(PowerContext c) {
        Expr base = selection(c.selection());
        return c.unary() == null
                ? base
                : deeper(1, c, () -> new Expr.Binary(spans.of(c), Expr.Operator.POWER, base, unary(c.unary())));
    }

    private Expr selection(SelectionContext c) {
        Expr collection = primaries.postfix(c.postfix(0));
        return c.postfix().size() == 1
                ? collection
                : new Expr.Upto(spans.of(c), collection, primaries.postfix(c.postfix(1)));
    }

    private <C extends ParserRuleContext> Expr chain(
            ParserRuleContext whole, List<C> operands, Function<C, Expr> build) {
        return deeper(operands.size() - 1, whole, () -> {
            Expr left = build.apply(operands.getFirst());
            for (int i = 1; i < operands.size(); i++) {
                C right = operands.get(i);
                TerminalNode sign = (TerminalNode) whole.getChild(2 * i - 1);
                left = new Expr.Binary(spans.of(whole, right), operator(sign.getText()), left, build.apply(right));
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
