package mad.semantic;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import mad.ast.Expr;
import mad.ast.Item;
import mad.ast.Name;
import mad.ast.Path;
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
            Sink quiet = new Sink();
            new ExpressionAnalysis(new ItemAnalysis(item.analysis(), item.file(), quiet)).check(e.target(), scope);
            item.sink().learn(quiet);
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
        Expr target = e.target() instanceof Expr.Call call ? call.target() : e.target();
        List<Name> names = names(target, scope);
        if (names.isEmpty()) {
            return null;
        }
        Path path = new Path(names, target.span());
        Sink quiet = new Sink();
        Meaning meaning = new NameAnalysis.Reader(new ItemAnalysis(item.analysis(), item.file(), quiet)).meaning(path);
        if (meaning instanceof Meaning.Module module && !(e.target() instanceof Expr.Call)) {
            quiet.references().forEach(r -> item.sink().refer(r.use(), r.declared()));
            return exported(e, path, module, scope);
        }
        if (meaning instanceof Meaning.Found found && found.definition() instanceof Definition.Budget budget) {
            quiet.references().forEach(r -> item.sink().refer(r.use(), r.declared()));
            List<Item.Arg> args = e.target() instanceof Expr.Call call ? call.args() : List.of();
            return limit(e, budget, args, scope);
        }
        return null;
    }

    /** The parts of a dotted name that starts at the top level; empty for any other expression. */
    private static List<Name> names(Expr expr, Scope scope) {
        if (expr instanceof Expr.Ref ref) {
            return scope.find(ref.name()) == null ? List.of(new Name(ref.name(), ref.span())) : List.of();
        }
        if (expr instanceof Expr.Select select && !select.field().isMissing()) {
            List<Name> names = new ArrayList<>(names(select.target(), scope));
            if (!names.isEmpty()) {
                names.add(select.field());
            }
            return names;
        }
        return List.of();
    }

    private Expression exported(Expr.Select e, Path path, Meaning.Module module, Scope scope) {
        Name field = e.field();
        return switch (item.analysis().lookupExported(module.file(), field.text(), field.span(), item.sink())) {
            case Meaning.Found found -> new NameAnalysis(item).value(field.text(), e.span(), found.definition(), scope);
            case Meaning.Unknown unknown -> {
                item.sink()
                        .report(NameMessages.unknownInModule(
                                field,
                                path.text(),
                                item.analysis().names(module.file()).all()));
                yield hole(e.span());
            }
            case Meaning.Module m -> hole(e.span());
            case Meaning.Broken b -> hole(e.span());
        };
    }

    /** {@code ResNet18.macs}: the limit's bound, the upper one where there are two; a budget with parameters takes arguments. */
    private Expression limit(Expr.Select e, Definition.Budget budget, List<Item.Arg> written, Scope scope) {
        Definition.Limit best = null;
        for (Definition.Limit limit : budget.limits()) {
            if (limit.metric().equals(e.field().text()) && (best == null || limit.upper())) {
                best = limit;
            }
        }
        if (best == null) {
            List<String> known = budget.limits().stream()
                    .map(Definition.Limit::metric)
                    .distinct()
                    .toList();
            item.sink()
                    .report(NameMessages.unknownField(
                            e.field().text(), e.field().span(), "the budget `" + budget.name() + "`", known));
            return hole(e.span());
        }
        item.sink().refer(e.field().span(), best.span());
        List<Expression> args = new Arguments(item)
                .check(budget.name(), e.target().span(), Arguments.slots(budget.parameters()), written, scope);
        // A constant of its own, so that limits made of limits made of limits stay small.
        Expression bound = best.bound();
        Definition.Function constant = new Definition.Function(
                budget.name() + "." + best.metric(),
                best.span(),
                budget.doc(),
                budget.parameters(),
                args.isEmpty(),
                bound);
        return new Expression.Call(e.span(), bound.type(), constant, args);
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
            asked(target, parts)
                    .forEach(p -> p.choices()
                            .forEach(c -> c.args()
                                    .forEach(a -> known.add(a.parameter().name()))));
        }
        String owner = target instanceof Expression.PartRef ref ? "`" + ref.name() + "`" : "a stage";
        return metricOf(at, target, field, scope, owner, known);
    }

    private static @Nullable Expression within(Span at, Expression target, Name field) {
        Expression.Collection.Kind kind = Builtins.COLLECTIONS.get(field.text());
        return kind == null ? null : new Expression.Collection(at, kind, target, null);
    }

    /** The parts that a value of the language may stand for. */
    private static List<Definition.Part> asked(Expression target, List<Definition.Part> parts) {
        return parts.stream()
                .filter(p -> target instanceof Expression.PartRef ref
                        ? p.name().equals(ref.name())
                        : p.kind() == Definition.PartKind.STAGE)
                .toList();
    }

    /** An argument of the block in a stage; null where no part has a parameter of that name. */
    private @Nullable Expression argument(Span at, Expression target, Name field, List<Definition.Part> parts) {
        List<Definition.Part> asked = asked(target, parts);
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
        asked.forEach(p -> p.choices()
                .forEach(c -> c.args().stream()
                        .map(a -> a.parameter().symbol())
                        .filter(s -> s.name().equals(field.text()))
                        .forEach(s -> item.sink().refer(field.span(), s.declared()))));
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
            List<String> all = new ArrayList<>(known);
            all.addAll(item.analysis().namesOf(item.file(), Item.Metric.class));
            item.sink().report(NameMessages.unknownField(field.text(), field.span(), owner, all));
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
