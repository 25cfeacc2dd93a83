package mad.semantic;

import java.util.ArrayList;
import java.util.List;
import mad.ast.Expr;
import mad.ast.Item;
import mad.ast.Name;
import mad.ast.Path;
import mad.diagnostic.Diagnostic;
import mad.model.Definition;
import mad.model.Expression;
import mad.model.Operator;
import mad.model.Type;
import mad.source.Span;
import org.jspecify.annotations.Nullable;

/** Calls: functions, metrics, tables, built-in functions and aggregates. */
record CallAnalysis(ItemAnalysis item) {
    Expression call(Expr.Call e, Scope scope) {
        return switch (e.target()) {
            case Expr.Ref ref -> named(e, ref, scope);
            case Expr.Select select -> selected(e, select, scope);
            case Expr other -> {
                item.sink().report(TypeMessages.notCallable(other.span(), "This"));
                yield hole(e.span());
            }
        };
    }

    Expression aggregate(Expr.Aggregate e, Scope scope) {
        if (e.target() instanceof Expr.Ref ref
                && AggregateAnalysis.kind(ref.name()) instanceof Expression.Aggregate.Kind kind) {
            return new AggregateAnalysis(item).check(e.span(), kind, e.binders(), e.value(), scope);
        }
        item.sink().report(TypeMessages.notAggregate(e.target().span()));
        return hole(e.span());
    }

    private Expression named(Expr.Call e, Expr.Ref ref, Scope scope) {
        if (scope.find(ref.name()) != null) {
            item.sink().report(TypeMessages.notCallable(ref.span(), "The value `" + ref.name() + "`"));
            return hole(e.span());
        }
        return switch (item.analysis().lookup(item.file(), ref.name(), ref.span(), item.sink())) {
            case Meaning.Found found -> definition(e, ref.name(), found.definition(), null, scope);
            case Meaning.Unknown unknown -> builtin(e, ref, scope);
            case Meaning.Module module -> {
                item.sink().report(TypeMessages.notCallable(ref.span(), "The module `" + ref.name() + "`"));
                yield hole(e.span());
            }
            case Meaning.Broken broken -> hole(e.span());
        };
    }

    /** {@code module.function(x)}, {@code stage.metric(x)} and {@code Table.covers(x)}. */
    private Expression selected(Expr.Call e, Expr.Select select, Scope scope) {
        Name field = select.field();
        if (field.isMissing()) {
            return hole(e.span());
        }
        if (select.target() instanceof Expr.Ref ref && scope.find(ref.name()) == null) {
            Path path = new Path(List.of(new Name(ref.name(), ref.span()), field), select.span());
            NameAnalysis.Reader reader = new NameAnalysis.Reader(item);
            Sink quiet = new Sink();
            Meaning target = item.analysis().lookup(item.file(), ref.name(), ref.span(), quiet);
            if (target instanceof Meaning.Module) {
                Meaning meaning = reader.meaning(path);
                if (meaning instanceof Meaning.Found found) {
                    return definition(e, path.text(), found.definition(), null, scope);
                }
                if (meaning instanceof Meaning.Unknown) {
                    item.sink().report(reader.unknown(path));
                }
                return hole(e.span());
            }
            if (target instanceof Meaning.Found found && found.definition() instanceof Definition.Table table) {
                reader.meaning(new Path(List.of(path.parts().getFirst()), ref.span()));
                return covers(e, field, table, scope);
            }
        }
        Expression target = new ExpressionAnalysis(item).check(select.target(), scope);
        if (target.type() instanceof Type.Unknown) {
            return hole(e.span());
        }
        boolean part = target.type() instanceof Type.Part
                || target.type() instanceof Type.Level
                || target.type() instanceof Type.Layer;
        Meaning meaning = part
                ? item.analysis().lookup(item.file(), field.text(), field.span(), item.sink())
                : new Meaning.Unknown();
        if (meaning instanceof Meaning.Found found && found.definition() instanceof Definition.Metric metric) {
            return metric(e.span(), metric, e.args(), target, scope);
        }
        if (!(meaning instanceof Meaning.Broken)) {
            // `s.out(3)`: an attribute is no metric with parameters; a name that is nothing at all is said to be
            // unknown.
            Expression value = new SelectAnalysis(item).of(select.span(), target, field, scope);
            if (!(value.type() instanceof Type.Unknown)) {
                item.sink()
                        .report(TypeMessages.notCallable(
                                select.span(),
                                "`" + field.text() + "` of " + target.type().describe()));
            }
        }
        return hole(e.span());
    }

    private Expression covers(Expr.Call e, Name field, Definition.Table table, Scope scope) {
        if (field.text().equals("covers")) {
            return lookup(e, table, true, scope);
        }
        item.sink().report(NameMessages.unknownField(field.text(), field.span(), "a table", List.of("covers")));
        return hole(e.span());
    }

    private Expression definition(
            Expr.Call e, String name, Definition definition, @Nullable Expression part, Scope scope) {
        return switch (definition) {
            case Definition.Function f
            when f.isConstant() -> {
                item.sink().report(TypeMessages.notCallable(e.target().span(), "The constant `" + name + "`"));
                yield hole(e.span());
            }
            case Definition.Function f ->
                new Expression.Call(
                        e.span(),
                        f.body().type(),
                        f,
                        new Arguments(item).check(name, e.span(), Arguments.slots(f.parameters()), e.args(), scope));
            case Definition.Metric m -> metric(e.span(), m, e.args(), part, scope);
            case Definition.Table t -> lookup(e, t, false, scope);
            case Definition other -> {
                item.sink()
                        .report(NameMessages.wrongKind(
                                name, e.target().span(), Kinds.of(other), "a function or metric", other.span()));
                yield hole(e.span());
            }
        };
    }

    /** A metric of the network known here, or of {@code part}. */
    Expression metric(Span at, Definition.Metric metric, List<Item.Arg> args, @Nullable Expression part, Scope scope) {
        if (part == null && !scope.place().network()) {
            item.sink().report(NameMessages.noNetwork(metric.name(), at));
            return hole(at);
        }
        List<Expression> values =
                new Arguments(item).check(metric.name(), at, Arguments.slots(metric.parameters()), args, scope);
        return new Expression.MetricOf(at, metric.body().type(), metric, values, part);
    }

    private Expression lookup(Expr.Call e, Definition.Table table, boolean covers, Scope scope) {
        List<Arguments.Slot> slots = table.keys().stream()
                .map(k -> new Arguments.Slot(
                        k.name(), k.text() ? Type.TEXT : Type.REAL, mad.model.Parameter.Range.ANY, null, null))
                .toList();
        List<Expression> keys = new Arguments(item).check(table.name(), e.span(), slots, e.args(), scope);
        return new Expression.Lookup(e.span(), covers ? Type.BOOL : table.value(), table, keys, covers);
    }

    private Expression builtin(Expr.Call e, Expr.Ref ref, Scope scope) {
        Expression.Aggregate.Kind kind = AggregateAnalysis.kind(ref.name());
        if (kind != null) {
            return overArguments(e, kind, scope);
        }
        Operator operator = Builtins.FUNCTIONS.get(ref.name());
        if (operator == null) {
            item.sink().report(new NameAnalysis(item).unknown(ref, scope));
            return hole(e.span());
        }
        if (hasNames(e, ref.name())) {
            return hole(e.span());
        }
        int wanted = operator == Operator.MOD ? 2 : 1;
        if (e.args().size() != wanted) {
            item.sink()
                    .report(TypeMessages.argumentCount(
                            e.span(), ref.name(), wanted, e.args().size()));
            return hole(e.span());
        }
        ExpressionAnalysis expressions = new ExpressionAnalysis(item);
        if (operator == Operator.LENGTH) {
            Expression list = expressions.check(e.args().getFirst().value(), scope);
            if (!(list.type() instanceof Type.ListOf) && !(list.type() instanceof Type.Unknown)) {
                item.sink()
                        .report(TypeMessages.mismatch(
                                list.span(), list.type(), new Type.ListOf(Type.UNKNOWN), "`length`'s argument"));
                return new Expression.Hole(e.span(), Type.INT);
            }
            return ExpressionAnalysis.apply(e.span(), Type.INT, Operator.LENGTH, list);
        }
        Expression first = expressions.numeric(e.args().getFirst().value(), scope, ref.name());
        if (operator != Operator.MOD) {
            return new ArithmeticAnalysis(item).function(e, operator, first);
        }
        Expression second = expressions.numeric(e.args().getLast().value(), scope, ref.name());
        Type common = Types.common(first.type(), second.type());
        if (common == null) {
            item.sink().report(item.units(e.span(), "mod", first, second));
            return hole(e.span());
        }
        return ExpressionAnalysis.apply(e.span(), common, Operator.MOD, first, second);
    }

    /** What is built in takes its arguments by position (names are reported). */
    private boolean hasNames(Expr.Call e, String function) {
        List<Diagnostic.Edit> edits = new ArrayList<>();
        Name first = null;
        for (Item.Arg arg : e.args()) {
            if (arg.name() instanceof Name name) {
                first = first == null ? name : first;
                edits.add(new Diagnostic.Edit(
                        new Span(
                                item.file(),
                                name.span().start(),
                                arg.value().span().start()),
                        ""));
            }
        }
        if (first == null) {
            return false;
        }
        item.sink().report(TypeMessages.positionOnly(first.span(), first.text(), function, edits));
        return true;
    }

    /** {@code sum(list)}, and {@code max(a, b)} of numbers. */
    private Expression overArguments(Expr.Call e, Expression.Aggregate.Kind kind, Scope scope) {
        if (hasNames(e, kind.name().toLowerCase(java.util.Locale.ROOT))) {
            return hole(e.span());
        }
        List<Expr> written = new ArrayList<>();
        e.args().forEach(a -> written.add(a.value()));
        AggregateAnalysis aggregates = new AggregateAnalysis(item);
        ExpressionAnalysis expressions = new ExpressionAnalysis(item);
        if (written.size() == 1) {
            return aggregates.over(e.span(), kind, expressions.check(written.getFirst(), scope));
        }
        boolean several = kind == Expression.Aggregate.Kind.MAX || kind == Expression.Aggregate.Kind.MIN;
        if (written.isEmpty()) {
            item.sink().report(TypeMessages.noArguments(e.span(), kind.name().toLowerCase(java.util.Locale.ROOT)));
            return hole(e.span());
        }
        if (!several) {
            item.sink()
                    .report(TypeMessages.argumentCount(
                            e.span(), kind.name().toLowerCase(java.util.Locale.ROOT), 1, written.size()));
            return hole(e.span());
        }
        return aggregates.over(e.span(), kind, expressions.check(new Expr.ListOf(e.span(), written), scope));
    }

    private static Expression hole(Span span) {
        return new Expression.Hole(span, Type.UNKNOWN);
    }
}
