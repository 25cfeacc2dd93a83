package mad.semantic;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import mad.ast.Expr;
import mad.ast.Name;
import mad.model.Attribute;
import mad.model.Definition;
import mad.model.Expression;
import mad.model.Parameter;
import mad.model.Symbol;
import mad.model.Type;
import mad.source.Span;
import org.jspecify.annotations.Nullable;

/** {@code target.field}: attributes, arguments of stages, metrics of parts, record fields, limits of budgets, names of modules. */
record SelectAnalysis(ItemAnalysis item) {
    Expression check(Expr.Select e, Scope scope) {
        if (e.field().isMissing()) {
            return hole(e.span());
        }
        Expression named = named(e, scope);
        if (named != null) {
            return named;
        }
        return of(e.span(), new ExpressionAnalysis(item).check(e.target(), scope), e.field(), scope);
    }

    /** {@code module.name} and {@code Budget.metric}; null where the target is an ordinary value. */
    private @Nullable Expression named(Expr.Select e, Scope scope) {
        if (!(e.target() instanceof Expr.Ref ref) || scope.find(ref.name()) != null) {
            return null;
        }
        Sink quiet = new Sink();
        Meaning target = item.analysis().lookup(item.file(), ref.name(), ref.span(), quiet);
        if (target instanceof Meaning.Module module) {
            quiet.references().forEach(r -> item.sink().refer(r.use(), r.declared()));
            return exported(e, module, scope);
        }
        if (target instanceof Meaning.Found found && found.definition() instanceof Definition.Budget budget) {
            quiet.references().forEach(r -> item.sink().refer(r.use(), r.declared()));
            return limit(e, budget);
        }
        return null;
    }

    private Expression exported(Expr.Select e, Meaning.Module module, Scope scope) {
        Name field = e.field();
        return switch (item.analysis().lookupExported(module.file(), field.text(), field.span(), item.sink())) {
            case Meaning.Found found -> new NameAnalysis(item).value(field.text(), e.span(), found.definition(), scope);
            case Meaning.Recursive recursive -> {
                item.sink().report(NameMessages.recursion(field.text(), field.span(), recursive.declared()));
                yield hole(e.span());
            }
            case Meaning.Unknown unknown -> {
                item.sink()
                        .report(NameMessages.unknownField(
                                field.text(),
                                field.span(),
                                "this module",
                                item.analysis().names(module.file()).all()));
                yield hole(e.span());
            }
            case Meaning.Module m -> hole(e.span());
            case Meaning.Broken b -> hole(e.span());
        };
    }

    /** {@code ResNet18.macs}: the limit's bound, the upper one where there are two. */
    private Expression limit(Expr.Select e, Definition.Budget budget) {
        Definition.Limit best = null;
        for (Definition.Limit limit : budget.limits()) {
            if (limit.metric().equals(e.field().text()) && (best == null || limit.upper())) {
                best = limit;
            }
        }
        if (best == null) {
            List<String> known =
                    budget.limits().stream().map(Definition.Limit::metric).toList();
            item.sink()
                    .report(NameMessages.unknownField(
                            e.field().text(), e.field().span(), "the budget `" + budget.name() + "`", known));
            return hole(e.span());
        }
        item.sink().refer(e.field().span(), best.span());
        return best.bound();
    }

    Expression of(Span at, Expression target, Name field, Scope scope) {
        return switch (target.type()) {
            case Type.Unknown unknown -> hole(at);
            case Type.Rec rec -> recordField(at, target, rec, field);
            case Type.ListOf list -> mapped(at, target, list, field, scope);
            case Type.Layer layer -> layer(at, target, field, scope);
            case Type.Part part -> part(at, target, field, scope);
            case Type.Level level -> level(at, target, field, scope);
            case Type other -> {
                item.sink().report(NameMessages.unknownField(field.text(), field.span(), other.describe(), List.of()));
                yield hole(at);
            }
        };
    }

    private Expression recordField(Span at, Expression target, Type.Rec rec, Name field) {
        for (Type.Field f : rec.fields()) {
            if (f.name().equals(field.text())) {
                return new Expression.Field(at, f.type(), target, f.name());
            }
        }
        List<String> known = rec.fields().stream().map(Type.Field::name).toList();
        item.sink().report(NameMessages.unknownField(field.text(), field.span(), "this record", known));
        return hole(at);
    }

    /** {@code stages.out} is {@code [s.out for s in stages]}. */
    private Expression mapped(Span at, Expression target, Type.ListOf list, Name field, Scope scope) {
        Symbol each = new Symbol("each", list.element(), at);
        Expression value = of(at, new Expression.Local(target.span(), each), field, scope);
        Expression.Binders binders = new Expression.Binders(List.of(new Expression.Binder(each, target)), null);
        return new Expression.ListFor(at, new Type.ListOf(value.type()), binders, value);
    }

    private Expression layer(Span at, Expression target, Name field, Scope scope) {
        var attribute = Attribute.OfLayer.byName(field.text());
        if (attribute.isPresent()) {
            Type type = switch (attribute.get()) {
                case MAIN, FIRST, WEIGHTED -> Type.BOOL;
                case KIND -> Type.TEXT;
                default -> Type.INT;
            };
            return new Expression.LayerAttribute(at, type, target, attribute.get());
        }
        List<String> known = Arrays.stream(Attribute.OfLayer.values())
                .map(Attribute.OfLayer::text)
                .toList();
        return metricOf(at, target, field, scope, "a layer", known);
    }

    private Expression level(Span at, Expression target, Name field, Scope scope) {
        var attribute = Attribute.OfLevel.byName(field.text());
        if (attribute.isPresent()) {
            return new Expression.LevelAttribute(at, Type.INT, target, attribute.get());
        }
        if (within(at, target, field) instanceof Expression collection) {
            return collection;
        }
        List<String> known = Arrays.stream(Attribute.OfLevel.values())
                .map(Attribute.OfLevel::text)
                .toList();
        return metricOf(at, target, field, scope, "a level", known);
    }

    private Expression part(Span at, Expression target, Name field, Scope scope) {
        var attribute = Attribute.OfPart.byName(field.text());
        if (attribute.isPresent()) {
            return new Expression.PartAttribute(at, Type.INT, target, attribute.get());
        }
        if (within(at, target, field) instanceof Expression collection) {
            return collection;
        }
        List<Definition.Part> parts = scope.place().parts();
        if (parts != null && argument(at, target, field, parts) instanceof Expression argument) {
            return argument;
        }
        List<String> known = new ArrayList<>(Arrays.stream(Attribute.OfPart.values())
                .map(Attribute.OfPart::text)
                .toList());
        if (parts != null) {
            parts.forEach(p -> p.choices()
                    .forEach(c -> c.args().forEach(a -> known.add(a.parameter().name()))));
        }
        return metricOf(at, target, field, scope, "a stage", known);
    }

    private static @Nullable Expression within(Span at, Expression target, Name field) {
        Expression.Collection.Kind kind = Builtins.COLLECTIONS.get(field.text());
        return kind == null ? null : new Expression.Collection(at, kind, target, null);
    }

    /** An argument of the block in a stage; null where no part has a parameter of that name. */
    private @Nullable Expression argument(Span at, Expression target, Name field, List<Definition.Part> parts) {
        List<Definition.Part> asked = parts.stream()
                .filter(p -> target instanceof Expression.PartRef ref
                        ? p.name().equals(ref.name())
                        : p.kind() == Definition.PartKind.STAGE)
                .toList();
        Type type = null;
        Definition.Part lacking = null;
        for (Definition.Part p : asked) {
            Type found = parameterType(p, field.text());
            type = found == null ? type : type == null ? found : Types.common(type, found);
            lacking = found == null && lacking == null ? p : lacking;
        }
        if (type == null) {
            return null;
        }
        if (lacking != null) {
            item.sink().report(NameMessages.missingInStage(field.text(), field.span(), lacking.name(), lacking.span()));
            return hole(at);
        }
        return new Expression.PartArgument(at, type, target, field.text());
    }

    /** The type of a parameter that all choices of a part have, or null. */
    private static @Nullable Type parameterType(Definition.Part part, String name) {
        Type type = null;
        for (Definition.Choice choice : part.choices()) {
            Parameter parameter = choice.args().stream()
                    .map(Definition.Argument::parameter)
                    .filter(p -> p.name().equals(name))
                    .findFirst()
                    .orElse(null);
            if (parameter == null) {
                return null;
            }
            type = parameter.symbol().type();
        }
        return type;
    }

    private Expression metricOf(Span at, Expression target, Name field, Scope scope, String owner, List<String> known) {
        Meaning meaning = item.analysis().lookup(item.file(), field.text(), field.span(), item.sink());
        if (meaning instanceof Meaning.Found found && found.definition() instanceof Definition.Metric metric) {
            return new CallAnalysis(item).metric(at, metric, List.of(), target, scope);
        }
        if (!(meaning instanceof Meaning.Broken)) {
            item.sink().report(NameMessages.unknownField(field.text(), field.span(), owner, known));
        }
        return hole(at);
    }

    /** {@code layers upto j}. */
    Expression upto(Expr.Upto e, Scope scope) {
        Expression collection = new ExpressionAnalysis(item).check(e.collection(), scope);
        Expression end = new ExpressionAnalysis(item).check(e.end(), scope);
        if (collection.type() instanceof Type.Unknown || end.type() instanceof Type.Unknown) {
            return new Expression.Hole(e.span(), collection.type());
        }
        if (!(collection instanceof Expression.Collection c)) {
            item.sink()
                    .report(TypeMessages.mismatch(
                            e.collection().span(),
                            collection.type(),
                            new Type.ListOf(Type.LAYER),
                            "what stands before `upto`"));
            return hole(e.span());
        }
        if (!(end.type() instanceof Type.Part || end.type() instanceof Type.Level)) {
            item.sink()
                    .report(TypeMessages.mismatch(e.end().span(), end.type(), Type.LEVEL, "what stands after `upto`"));
            return new Expression.Hole(e.span(), c.type());
        }
        return new Expression.Collection(e.span(), c.kind(), c.of(), end);
    }

    private static Expression hole(Span span) {
        return new Expression.Hole(Objects.requireNonNull(span), Type.UNKNOWN);
    }
}
