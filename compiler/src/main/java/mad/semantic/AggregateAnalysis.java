package mad.semantic;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import mad.ast.Expr;
import mad.model.Expression;
import mad.model.Symbol;
import mad.model.Type;
import mad.source.Span;
import org.jspecify.annotations.Nullable;

/** {@code sum(x in list: value)} and its like, {@code for} conditions and lists made from lists. */
record AggregateAnalysis(ItemAnalysis item) {
    static Expression.Aggregate.@Nullable Kind kind(String name) {
        for (Expression.Aggregate.Kind kind : Expression.Aggregate.Kind.values()) {
            if (kind.name().toLowerCase(Locale.ROOT).equals(name)) {
                return kind;
            }
        }
        return null;
    }

    private record Bound(Expression.Binders binders, Scope scope) {}

    Expression check(
            Span span, Expression.Aggregate.Kind kind, Expr.Binders written, @Nullable Expr value, Scope scope) {
        Bound bound = bind(written, scope);
        ExpressionAnalysis expressions = new ExpressionAnalysis(item);
        String name = kind.name().toLowerCase(Locale.ROOT);
        if (value == null && kind != Expression.Aggregate.Kind.COUNT) {
            item.sink().report(TypeMessages.needsValue(span, name));
            return new Expression.Hole(span, Type.UNKNOWN);
        }
        Expression element = value == null
                ? one(span)
                : switch (kind) {
                    case ALL, ANY, COUNT -> expressions.condition(value, bound.scope());
                    case SUM, PRODUCT, MEAN, STD, VARIANCE, MAX, MIN -> expressions.numeric(value, bound.scope(), name);
                };
        if (hasUnit(kind, element)) {
            return new Expression.Hole(span, Type.UNKNOWN);
        }
        if (kind == Expression.Aggregate.Kind.COUNT && value != null) {
            // count(x in list: condition) is count(x in list where condition)
            Expression where = bound.binders().where();
            Expression both = where == null
                    ? element
                    : ExpressionAnalysis.apply(span, Type.BOOL, mad.model.Operator.AND, where, element);
            return of(span, kind, new Expression.Binders(bound.binders().list(), both), one(span));
        }
        return of(span, kind, bound.binders(), element);
    }

    /** {@code sum(list)}. */
    Expression over(Span span, Expression.Aggregate.Kind kind, Expression list) {
        if (!(list.type() instanceof Type.ListOf of)) {
            if (!(list.type() instanceof Type.Unknown)) {
                String name = kind.name().toLowerCase(Locale.ROOT);
                item.sink()
                        .report(TypeMessages.mismatch(
                                list.span(), list.type(), new Type.ListOf(Type.REAL), "what `" + name + "` takes"));
            }
            return new Expression.Hole(span, Type.UNKNOWN);
        }
        Symbol symbol = ExpressionAnalysis.fresh("each", of.element(), span);
        Expression.Binders binders = new Expression.Binders(List.of(new Expression.Binder(symbol, list)), null);
        if (kind == Expression.Aggregate.Kind.COUNT) {
            return of(span, kind, binders, one(span));
        }
        boolean logic = kind == Expression.Aggregate.Kind.ALL || kind == Expression.Aggregate.Kind.ANY;
        boolean right = logic ? of.element() instanceof Type.Bool : of.element() instanceof Type.Num;
        if (!right && !(of.element() instanceof Type.Unknown)) {
            item.sink()
                    .report(TypeMessages.mismatch(
                            list.span(), of.element(), logic ? Type.BOOL : Type.REAL, "each element"));
            return new Expression.Hole(span, Type.UNKNOWN);
        }
        Expression.Local element = new Expression.Local(list.span(), symbol);
        return hasUnit(kind, element) ? new Expression.Hole(span, Type.UNKNOWN) : of(span, kind, binders, element);
    }

    /** The unit of a product would depend on how many values there are: it wants plain numbers (reported). */
    private boolean hasUnit(Expression.Aggregate.Kind kind, Expression element) {
        boolean wrong = kind == Expression.Aggregate.Kind.PRODUCT
                && element.type() instanceof Type.Num n
                && !n.unit().isNone();
        if (wrong) {
            item.sink().report(TypeMessages.plainProduct(element.span(), element.type()));
        }
        return wrong;
    }

    Expression list(Expr.ListFor e, Scope scope) {
        Bound bound = bind(e.binders(), scope);
        Expression value = new DomainAnalysis(item)
                .decide(new ExpressionAnalysis(item).check(e.value(), bound.scope()), bound.scope());
        return new Expression.ListFor(e.span(), new Type.ListOf(value.type()), bound.binders(), value);
    }

    private Bound bind(Expr.Binders written, Scope scope) {
        List<Expression.Binder> binders = new ArrayList<>();
        Scope inner = scope;
        ExpressionAnalysis expressions = new ExpressionAnalysis(item);
        for (Expr.Binder binder : written.list()) {
            for (Expression.Binder earlier : binders) {
                if (earlier.symbol().name().equals(binder.name().text())
                        && !binder.name().isMissing()) {
                    item.sink()
                            .report(NameMessages.duplicateIn(
                                    "list of elements",
                                    binder.name().text(),
                                    binder.name().span(),
                                    earlier.symbol().declared()));
                }
            }
            Expression source = expressions.check(binder.source(), inner);
            Type element = switch (source.type()) {
                case Type.ListOf list -> list.element();
                case Type.DomainOf domain -> domain.element();
                case Type.Unknown unknown -> unknown;
                case Type other -> {
                    item.sink()
                            .report(TypeMessages.mismatch(
                                    source.span(), other, new Type.ListOf(Type.UNKNOWN), "what `in` goes through"));
                    yield Type.UNKNOWN;
                }
            };
            Symbol symbol =
                    new Symbol(binder.name().text(), element, binder.name().span());
            binders.add(new Expression.Binder(symbol, source));
            inner = inner.bind(symbol);
        }
        Expression where = written.where() == null ? null : expressions.condition(written.where(), inner);
        return new Bound(new Expression.Binders(binders, where), inner);
    }

    private static Expression of(
            Span span, Expression.Aggregate.Kind kind, Expression.Binders binders, Expression value) {
        return new Expression.Aggregate(span, type(kind, value.type()), kind, binders, value);
    }

    private static Type type(Expression.Aggregate.Kind kind, Type element) {
        return switch (kind) {
            case ALL, ANY -> Type.BOOL;
            case COUNT -> Type.INT;
            case SUM, PRODUCT, MAX, MIN -> element;
            case MEAN, STD -> element instanceof Type.Num n ? new Type.Num(n.unit(), false) : element;
            case VARIANCE ->
                element instanceof Type.Num n ? new Type.Num(n.unit().power(2), false) : element;
        };
    }

    private static Expression one(Span span) {
        return new Expression.Number(span, Type.INT, 1);
    }

    /** {@code max(a, b, c)} as {@code max([a, b, c])}. */
    static Expression listOf(Span span, List<Expression> values, Type element) {
        return new Expression.ListOf(span, new Type.ListOf(element), values);
    }
}
