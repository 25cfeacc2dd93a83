package mad.semantic;

import java.util.ArrayList;
import java.util.List;
import mad.ast.Expr;
import mad.ast.Path;
import mad.model.Definition;
import mad.model.Expression;
import mad.model.Primitive;
import mad.model.Symbol;
import mad.model.Type;
import mad.source.Span;
import org.jspecify.annotations.Nullable;

/** Names in expressions: locals first, then labels, the module, the prelude, and what is built in. */
record NameAnalysis(ItemAnalysis item) {
    Expression check(Expr.Ref ref, Scope scope) {
        Symbol symbol = scope.find(ref.name());
        if (symbol != null) {
            item.sink().refer(ref.span(), symbol.declared());
            return new Expression.Local(ref.span(), symbol);
        }
        Expression label = label(ref, scope);
        return label != null ? label : global(ref, scope);
    }

    private @Nullable Expression label(Expr.Ref ref, Scope scope) {
        List<Definition.Part> parts = scope.place().parts();
        if (parts == null) {
            return null;
        }
        for (Definition.Part part : parts) {
            if (part.name().equals(ref.name())) {
                item.sink().refer(ref.span(), part.span());
                return new Expression.PartRef(ref.span(), part.name());
            }
        }
        return null;
    }

    private Expression global(Expr.Ref ref, Scope scope) {
        return switch (item.analysis().lookup(item.file(), ref.name(), ref.span(), item.sink())) {
            case Meaning.Found found -> value(ref.name(), ref.span(), found.definition(), scope);
            case Meaning.Module module -> wrong(ref, "a module", module.file());
            case Meaning.Broken broken -> hole(ref.span());
            case Meaning.Recursive recursive -> {
                item.sink().report(NameMessages.recursion(ref.name(), ref.span(), recursive.declared()));
                yield hole(ref.span());
            }
            case Meaning.Unknown unknown -> builtin(ref, scope);
        };
    }

    /** A constant or a metric, named without arguments. */
    Expression value(String name, Span at, Definition definition, Scope scope) {
        return switch (definition) {
            case Definition.Function f
            when f.isConstant() -> new Expression.Call(at, f.body().type(), f, List.of());
            case Definition.Function f -> {
                item.sink().report(NameMessages.wrongKind(name, at, "a function", "a value", f.span()));
                yield hole(at);
            }
            case Definition.Metric m -> new CallAnalysis(item).metric(at, m, List.of(), null, scope);
            case Definition other -> {
                item.sink().report(NameMessages.wrongKind(name, at, Kinds.of(other), "a value", other.span()));
                yield hole(at);
            }
        };
    }

    private Expression builtin(Expr.Ref ref, Scope scope) {
        String name = ref.name();
        Scope.Place place = scope.place();
        if (Builtins.SURROUNDINGS.get(name) instanceof Expression.Surrounding.Kind kind) {
            if (!place.block()) {
                item.sink().report(NameMessages.onlyInBlock(name, ref.span()));
            }
            return new Expression.Surrounding(ref.span(), Builtins.surrounding(kind), kind);
        }
        if (Builtins.COLLECTIONS.get(name) instanceof Expression.Collection.Kind kind) {
            if (!place.network()) {
                item.sink().report(NameMessages.noNetwork(name, ref.span()));
                return hole(ref.span());
            }
            return new Expression.Collection(ref.span(), kind, null, null);
        }
        if (Builtins.OUTCOMES.get(name) instanceof Expression.Outcome.Kind kind) {
            if (!place.outcome()) {
                item.sink().report(NameMessages.onlyInCheck(name, ref.span()));
                return hole(ref.span());
            }
            return new Expression.Outcome(ref.span(), Type.REAL, kind);
        }
        if (Builtins.FUNCTIONS.containsKey(name) || AggregateAnalysis.kind(name) != null) {
            item.sink().report(NameMessages.needsParentheses(name, ref.span()));
            return hole(ref.span());
        }
        item.sink().report(NameMessages.unknown(name, ref.span(), known(scope)));
        return hole(ref.span());
    }

    /** {@code l is conv} and {@code l inside SqueezeExcite}. */
    Expression is(Expr.Is e, Scope scope) {
        Expression layer = new ExpressionAnalysis(item).expect(e.layer(), Type.LAYER, scope, "what `is` asks about");
        String kind = e.kind().text();
        if (!e.inside()) {
            boolean known = java.util.Arrays.stream(Primitive.values()).anyMatch(p -> p.is(kind));
            if (!known) {
                item.sink().report(NameMessages.unknownPrimitive(kind, e.kind().span()));
            }
            return new Expression.IsKind(e.span(), layer, kind);
        }
        return new Reader(item).definition(e.kind(), "a block") instanceof Definition.Block block
                ? new Expression.Inside(e.span(), layer, block)
                : new Expression.Hole(e.span(), Type.BOOL);
    }

    List<String> known(Scope scope) {
        List<String> known = new ArrayList<>(scope.names());
        known.addAll(item.analysis().names(item.file()).all());
        known.addAll(item.analysis().names(Modules.PRELUDE).all());
        known.addAll(Builtins.all());
        if (scope.place().parts() != null) {
            scope.place().parts().forEach(p -> known.add(p.name()));
        }
        return known;
    }

    private Expression wrong(Expr.Ref ref, String is, String file) {
        item.sink().report(NameMessages.wrongKind(ref.name(), ref.span(), is, "a value", new Span(file, 0, 0)));
        return hole(ref.span());
    }

    private static Expression hole(Span span) {
        return new Expression.Hole(span, Type.UNKNOWN);
    }

    /** Finds the definition that a path names. */
    record Reader(ItemAnalysis item) {
        /** The definition, or null where there is none (reported); {@code wanted} says what kind the place needs. */
        @Nullable
        Definition definition(Path path, String wanted) {
            Meaning meaning = meaning(path);
            return switch (meaning) {
                case Meaning.Found found -> {
                    if (!Kinds.of(found.definition()).equals(wanted)) {
                        item.sink()
                                .report(NameMessages.wrongKind(
                                        path.text(),
                                        path.span(),
                                        Kinds.of(found.definition()),
                                        wanted,
                                        found.definition().span()));
                        yield null;
                    }
                    yield found.definition();
                }
                case Meaning.Module module -> {
                    item.sink()
                            .report(NameMessages.wrongKind(
                                    path.text(), path.span(), "a module", wanted, new Span(module.file(), 0, 0)));
                    yield null;
                }
                case Meaning.Recursive recursive -> {
                    item.sink().report(NameMessages.recursion(path.text(), path.span(), recursive.declared()));
                    yield null;
                }
                case Meaning.Broken broken -> null;
                case Meaning.Unknown unknown -> {
                    if (!path.last().isMissing()) {
                        item.sink()
                                .report(NameMessages.unknown(
                                        path.text(),
                                        path.span(),
                                        item.analysis().names(item.file()).all()));
                    }
                    yield null;
                }
            };
        }

        Meaning meaning(Path path) {
            var first = path.parts().getFirst();
            Meaning meaning = item.analysis().lookup(item.file(), first.text(), first.span(), item.sink());
            for (var part : path.parts().subList(1, path.parts().size())) {
                if (!(meaning instanceof Meaning.Module module)) {
                    return meaning instanceof Meaning.Found ? new Meaning.Unknown() : meaning;
                }
                meaning = item.analysis().lookupExported(module.file(), part.text(), part.span(), item.sink());
            }
            return meaning;
        }
    }
}
