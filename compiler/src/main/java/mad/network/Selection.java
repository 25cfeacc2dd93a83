package mad.network;

import java.util.List;
import java.util.Objects;
import mad.model.Expression;

/** Layers, parts and levels that expressions speak of. */
final class Selection {
    private Selection() {}

    static Value of(Expression.Collection collection, Context context, Interpreter interpreter) {
        Expression of = collection.of();
        View view = of == null ? view(collection, context) : within(of, context, interpreter);
        Expression upto = collection.upto();
        int end = upto == null ? Integer.MAX_VALUE : end(upto, context, interpreter);
        List<Value> values = elements(collection.kind(), view, end);
        return new Value.ListOf(values);
    }

    /** @param end the index of the last part that counts */
    private static List<Value> elements(Expression.Collection.Kind kind, View view, int end) {
        return switch (kind) {
            case LAYERS ->
                view.layers().stream()
                        .filter(layer -> layer.place().part() <= end)
                        .<Value>map(Value.LayerValue::new)
                        .toList();
            case BACKBONE ->
                view.layers().stream()
                        .filter(layer ->
                                layer.place().part() <= end && !layer.place().head())
                        .<Value>map(Value.LayerValue::new)
                        .toList();
            case PARTS ->
                view.parts().stream()
                        .filter(part -> part.index() <= end)
                        .<Value>map(Value.PartValue::new)
                        .toList();
            case STAGES ->
                view.parts().stream()
                        .filter(part -> part.index() <= end && part.isStage())
                        .<Value>map(Value.PartValue::new)
                        .toList();
            case LEVELS ->
                view.levels().stream()
                        .filter(level -> level.parts().getLast().index() <= end)
                        .<Value>map(Value.LevelValue::new)
                        .toList();
        };
    }

    private static int end(Expression upto, Context context, Interpreter interpreter) {
        Value value = interpreter.value(upto, context);
        return switch (value) {
            case Value.PartValue part -> part.part().index();
            case Value.LevelValue level -> level.level().parts().getLast().index();
            case Value.Num n -> throw notAPart(upto, n);
            case Value.Bool b -> throw notAPart(upto, b);
            case Value.Text t -> throw notAPart(upto, t);
            case Value.ListOf l -> throw notAPart(upto, l);
            case Value.Rec r -> throw notAPart(upto, r);
            case Value.LayerValue l -> throw notAPart(upto, l);
        };
    }

    /** What a metric sees of the layer, part or level that {@code whole} stands for. */
    static View within(Expression whole, Context context, Interpreter interpreter) {
        Value value = interpreter.value(whole, context);
        View all = view(whole, context);
        return switch (value) {
            case Value.LayerValue layer -> all.layer(layer.layer());
            case Value.PartValue part -> all.part(part.part());
            case Value.LevelValue level -> all.level(level.level());
            case Value.Num n -> throw notAPart(whole, n);
            case Value.Bool b -> throw notAPart(whole, b);
            case Value.Text t -> throw notAPart(whole, t);
            case Value.ListOf l -> throw notAPart(whole, l);
            case Value.Rec r -> throw notAPart(whole, r);
        };
    }

    static PlacedPart named(Expression.PartRef ref, Context context) {
        return view(ref, context).network().parts().stream()
                .filter(part -> part.name().equals(ref.name()))
                .findFirst()
                .orElseThrow(() -> Stopped.at(ref.span(), NetworkMessages.unbound(ref.name())));
    }

    static View view(Expression at, Context context) {
        View view = context.view();
        if (view == null) {
            throw Stopped.at(at.span(), NetworkMessages.noNetwork());
        }
        return view;
    }

    /** The view of a context that is known to have one. */
    static View whole(Context context) {
        return Objects.requireNonNull(context.view());
    }

    static PlacedLayer layer(Expression expression, Context context, Interpreter interpreter) {
        Value value = interpreter.value(expression, context);
        if (value instanceof Value.LayerValue layer) {
            return layer.layer();
        }
        throw Stopped.at(expression.span(), NetworkMessages.wrongType("a layer", value));
    }

    static PlacedPart part(Expression expression, Context context, Interpreter interpreter) {
        Value value = interpreter.value(expression, context);
        if (value instanceof Value.PartValue part) {
            return part.part();
        }
        throw Stopped.at(expression.span(), NetworkMessages.wrongType("a stage", value));
    }

    static Level level(Expression expression, Context context, Interpreter interpreter) {
        Value value = interpreter.value(expression, context);
        if (value instanceof Value.LevelValue level) {
            return level.level();
        }
        throw Stopped.at(expression.span(), NetworkMessages.wrongType("a level", value));
    }

    private static Stopped notAPart(Expression expression, Value value) {
        return Stopped.at(expression.span(), NetworkMessages.wrongType("a stage or level", value));
    }
}
