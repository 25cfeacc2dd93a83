package mad.lower;

import java.util.List;
import java.util.Objects;
import mad.model.Expression;
import mad.program.Term;
import mad.program.Terms;

/** What expressions ask of the network: collections, attributes, arguments. */
record Network(Terms t, Evaluator evaluator) {
    Symbolic collection(Expression.Collection e, Context context) {
        SymbolicNetwork view = e.of() == null
                ? Objects.requireNonNull(
                        context.view(), "semantic analysis lets collections stand only where a network is")
                : asked(evaluator.value(e.of(), context), context);
        int end = e.upto() == null ? Integer.MAX_VALUE : end(evaluator.value(e.upto(), context));
        List<SymbolicPart> parts =
                view.parts().stream().filter(p -> p.position() <= end).toList();
        boolean bare = view.parts().isEmpty();
        List<SymbolicLayer> layers = bare
                ? view.layers()
                : parts.stream().flatMap(p -> p.layers().stream()).toList();
        return switch (e.kind()) {
            case LAYERS -> layers(layers);
            case BACKBONE -> layers(layers.stream().filter(l -> !l.head()).toList());
            case PARTS -> parts(parts.stream().filter(p -> !p.isHead()).toList());
            case STAGES -> parts(parts.stream().filter(SymbolicPart::isStage).toList());
            case LEVELS ->
                Symbolic.ListOf.once(
                        view.levels().stream()
                                .filter(l -> l.end() <= end)
                                .<Symbolic>map(Symbolic.LevelValue::new)
                                .toList(),
                        t);
        };
    }

    private static Symbolic layers(List<SymbolicLayer> layers) {
        return new Symbolic.ListOf(layers.stream()
                .map(l -> new Symbolic.Element(new Symbolic.LayerValue(l), l.multiplicity()))
                .toList());
    }

    private Symbolic parts(List<SymbolicPart> parts) {
        return Symbolic.ListOf.once(
                parts.stream().<Symbolic>map(Symbolic.PartValue::new).toList(), t);
    }

    private static int end(Symbolic value) {
        return switch (value) {
            case Symbolic.PartValue part -> part.part().position();
            case Symbolic.LevelValue level -> level.level().end();
            case Symbolic other -> Integer.MAX_VALUE;
        };
    }

    /** The network that a metric sees when it is asked of {@code part}. */
    SymbolicNetwork asked(Symbolic part, Context context) {
        SymbolicNetwork whole = Objects.requireNonNull(context.whole());
        return switch (part) {
            case Symbolic.PartValue p -> whole.within(List.of(p.part()));
            case Symbolic.LevelValue l -> whole.within(l.level().parts());
            case Symbolic.LayerValue l -> whole.within(l.layer());
            case Symbolic other -> whole;
        };
    }

    Symbolic layer(Expression.LayerAttribute e, Context context) {
        return layerOf(e.layer(), context).attribute(e.attribute(), t);
    }

    Symbolic isKind(Expression.IsKind e, Context context) {
        return new Symbolic.Truth(
                t.truth(layerOf(e.layer(), context).primitive().is(e.kind())));
    }

    Symbolic inside(Expression.Inside e, Context context) {
        boolean inside = layerOf(e.layer(), context).blocks().stream()
                .anyMatch(b -> b.span().equals(e.block().span()));
        return new Symbolic.Truth(t.truth(inside));
    }

    private SymbolicLayer layerOf(Expression expression, Context context) {
        if (evaluator.value(expression, context) instanceof Symbolic.LayerValue layer) {
            return layer.layer();
        }
        throw new Refusal(LoweringMessages.hole(expression.span()));
    }

    Symbolic part(Expression.PartAttribute e, Context context) {
        SymbolicPart part = partOf(e.part(), context);
        Term term = switch (e.attribute()) {
            case IN -> part.in().channels();
            case OUT -> part.out().channels();
            case IN_SIZE -> part.in().rows();
            case SIZE -> part.out().rows();
            case IN_PIXELS -> part.in().pixels(t);
            case PIXELS -> part.out().pixels(t);
            case DEPTH -> part.depth();
            case INDEX -> t.constant(part.index());
        };
        return new Symbolic.Num(term);
    }

    Symbolic argument(Expression.PartArgument e, Context context) {
        SymbolicPart part = partOf(e.part(), context);
        Symbolic value = part.arguments().get(e.name());
        if (value == null) {
            throw new Refusal(LoweringMessages.noArgument(e.span(), part.part().name(), e.name()));
        }
        return value;
    }

    private SymbolicPart partOf(Expression expression, Context context) {
        if (evaluator.value(expression, context) instanceof Symbolic.PartValue part) {
            return part.part();
        }
        throw new Refusal(LoweringMessages.hole(expression.span()));
    }

    Symbolic reference(Expression.PartRef e, Context context) {
        return Objects.requireNonNull(context.whole()).parts().stream()
                .filter(p -> p.part().name().equals(e.name()))
                .<Symbolic>map(Symbolic.PartValue::new)
                .findFirst()
                .orElseThrow(() -> new Refusal(LoweringMessages.hole(e.span())));
    }

    Symbolic level(Expression.LevelAttribute e, Context context) {
        if (!(evaluator.value(e.level(), context) instanceof Symbolic.LevelValue value)) {
            throw new Refusal(LoweringMessages.hole(e.span()));
        }
        SymbolicLevel level = value.level();
        Term term = switch (e.attribute()) {
            case CHANNELS -> level.out().channels();
            case SIZE -> level.out().rows();
            case PIXELS -> level.out().pixels(t);
            case DEPTH -> t.sum(level.parts().stream().map(SymbolicPart::depth).toList());
            case INDEX -> t.constant(level.index());
        };
        return new Symbolic.Num(term);
    }
}
