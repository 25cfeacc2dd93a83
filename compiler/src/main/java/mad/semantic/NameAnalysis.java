package mad.semantic;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import mad.ast.Expr;
import mad.ast.Name;
import mad.ast.Path;
import mad.diagnostic.Diagnostic;
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
            case Meaning.Unknown unknown -> builtin(ref, scope);
        };
    }

    /** A constant or a metric, named without arguments. */
    Expression value(String name, Span at, Definition definition, Scope scope) {
        return switch (definition) {
            case Definition.Function f
            when f.isConstant() -> new Expression.Call(at, f.body().type(), f, List.of());
            case Definition.Function f -> {
                item.sink().report(NameMessages.needsParentheses(name, at, f.span()));
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
        item.sink().report(unknown(ref, scope));
        return hole(ref.span());
    }

    /** {@code l is conv} and {@code l inside SqueezeExcite}. */
    Expression is(Expr.Is e, Scope scope) {
        Expression layer = new ExpressionAnalysis(item).expect(e.layer(), Type.LAYER, scope, "what `is` asks about");
        String kind = e.kind().text();
        if (!e.inside()) {
            boolean known = Arrays.stream(Primitive.values()).anyMatch(p -> p.is(kind));
            if (!known && !e.kind().last().isMissing()) {
                item.sink().report(notPrimitive(e));
            }
            return known ? new Expression.IsKind(e.span(), layer, kind) : new Expression.Hole(e.span(), Type.BOOL);
        }
        return new Reader(item).definition(e.kind(), "a block") instanceof Definition.Block block
                ? new Expression.Inside(e.span(), layer, block)
                : new Expression.Hole(e.span(), Type.BOOL);
    }

    /** {@code l is Bottleneck}: most likely {@code inside} is meant. */
    private Diagnostic notPrimitive(Expr.Is e) {
        String kind = e.kind().text();
        boolean block = new Reader(item).meaning(e.kind()) instanceof Meaning.Found found
                && found.definition() instanceof Definition.Block;
        if (!block) {
            return NameMessages.unknownPrimitive(kind, e.kind().span());
        }
        String between = item.analysis()
                .modules()
                .text(new Span(
                        item.file(), e.layer().span().end(), e.kind().span().start()));
        int is = e.layer().span().end() + Math.max(0, between.lastIndexOf("is"));
        return NameMessages.useInside(kind, e.kind().span(), new Span(item.file(), is, is + 2));
    }

    Diagnostic unknown(Expr.Ref ref, Scope scope) {
        Name later = scope.later(ref.name());
        return later != null
                ? NameMessages.definedBelow(ref.name(), ref.span(), later.span())
                : item.importable(NameMessages.unknown(ref.name(), ref.span(), known(scope)), ref.name());
    }

    private List<String> known(Scope scope) {
        Collection<String> own = item.analysis().names(item.file()).all();
        if (own.size() > Spelling.MOST_KNOWN) {
            return List.of();
        }
        List<String> known = new ArrayList<>(scope.names());
        known.addAll(own);
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
                case Meaning.Broken broken -> null;
                case Meaning.Unknown unknown -> {
                    if (path.parts().stream().noneMatch(Name::isMissing)) {
                        item.sink().report(unknown(path));
                    }
                    yield null;
                }
            };
        }

        /** The first part of a path that nothing defines. */
        Diagnostic unknown(Path path) {
            Name first = path.parts().getFirst();
            Meaning meaning = item.analysis().lookup(item.file(), first.text(), first.span(), new Sink());
            return meaning instanceof Meaning.Module module && path.parts().size() == 2
                    ? NameMessages.unknownInModule(
                            path.last(),
                            first.text(),
                            item.analysis().names(module.file()).all())
                    : item.importable(
                            NameMessages.unknown(
                                    path.text(),
                                    path.span(),
                                    item.analysis().names(item.file()).all()),
                            path.text());
        }

        Meaning meaning(Path path) {
            Name first = path.parts().getFirst();
            Meaning meaning = item.analysis().lookup(item.file(), first.text(), first.span(), item.sink());
            for (Name part : path.parts().subList(1, path.parts().size())) {
                if (!(meaning instanceof Meaning.Module module)) {
                    return meaning instanceof Meaning.Found ? new Meaning.Unknown() : meaning;
                }
                meaning = item.analysis().lookupExported(module.file(), part.text(), part.span(), item.sink());
            }
            return meaning;
        }
    }
}
