package mad.model;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Walking over expressions. */
public final class Expressions {
    private Expressions() {}

    /** The expressions directly below one, in reading order. */
    public static List<Expression> children(Expression expression) {
        return switch (expression) {
            case Expression.Number e -> List.of();
            case Expression.Text e -> List.of();
            case Expression.Bool e -> List.of();
            case Expression.Local e -> List.of();
            case Expression.PartRef e -> List.of();
            case Expression.Surrounding e -> List.of();
            case Expression.Outcome e -> List.of();
            case Expression.Hole e -> List.of();
            case Expression.LetIn e -> List.of(e.bound(), e.value());
            case Expression.Call e -> e.args();
            case Expression.MetricOf e -> plus(e.args(), e.part());
            case Expression.Apply e -> e.args();
            case Expression.If e -> List.of(e.condition(), e.then(), e.otherwise());
            case Expression.ListOf e -> e.values();
            case Expression.ListFor e -> plus(binders(e.binders()), e.value());
            case Expression.RecordOf e ->
                e.fields().stream().map(Expression.FieldValue::value).toList();
            case Expression.Field e -> List.of(e.record());
            case Expression.Index e -> List.of(e.list(), e.index());
            case Expression.Aggregate e -> plus(binders(e.binders()), e.value());
            case Expression.Collection e -> plus(plus(List.of(), e.of()), e.upto());
            case Expression.LayerAttribute e -> List.of(e.layer());
            case Expression.PartAttribute e -> List.of(e.part());
            case Expression.LevelAttribute e -> List.of(e.level());
            case Expression.PartArgument e -> List.of(e.part());
            case Expression.IsKind e -> List.of(e.layer());
            case Expression.Inside e -> List.of(e.layer());
            case Expression.Range e -> List.of(e.from(), e.to(), e.step());
            case Expression.SetOf e -> e.values();
            case Expression.Decision e -> List.of(e.domain());
            case Expression.Lookup e -> e.keys();
        };
    }

    /** Whether {@code symbol} is used in {@code expression}. */
    public static boolean mentions(Expression expression, Symbol symbol) {
        return expression instanceof Expression.Local local && local.symbol().equals(symbol)
                || children(expression).stream().anyMatch(child -> mentions(child, symbol));
    }

    /** Whether the value depends on a network: a collection or a metric of the whole occurs in it. */
    public static boolean needsNetwork(Expression expression) {
        return switch (expression) {
            case Expression.Collection e -> true;
            case Expression.MetricOf e -> true;
            case Expression.PartRef e -> true;
            case Expression.Outcome e -> true;
            default -> children(expression).stream().anyMatch(Expressions::needsNetwork);
        };
    }

    private static List<Expression> binders(Expression.Binders binders) {
        List<Expression> sources =
                binders.list().stream().map(Expression.Binder::source).toList();
        return plus(sources, binders.where());
    }

    private static List<Expression> plus(List<Expression> list, @Nullable Expression more) {
        if (more == null) {
            return list;
        }
        List<Expression> longer = new ArrayList<>(list);
        longer.add(more);
        return longer;
    }
}
