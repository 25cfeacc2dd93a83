package mad.network;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import mad.model.Definition;
import mad.model.Expression;
import mad.model.Parameter;

/** Works out expressions by plain recursion over their tree, in double numbers. */
final class Interpreter {
    private final Work work;
    private final Decisions decisions;
    private final Outcome outcome;
    private final List<Violation> violations = new ArrayList<>();
    private final Map<Definition.Function, Value> constants = new IdentityHashMap<>();

    Interpreter(Decisions decisions, Outcome outcome) {
        this.work = new Work();
        this.decisions = decisions;
        this.outcome = outcome;
    }

    Work work() {
        return work;
    }

    /** Decisions met so far whose values are not in their domains. */
    List<Violation> violations() {
        return violations.stream().distinct().toList();
    }

    double number(Expression expression, Context context) {
        return value(expression, context).number(expression.span());
    }

    boolean truth(Expression expression, Context context) {
        return value(expression, context).truth(expression.span());
    }

    List<Value> list(Expression expression, Context context) {
        return value(expression, context).list(expression.span());
    }

    Value value(Expression expression, Context context) {
        work.enter(expression.span());
        try {
            return valueOf(expression, context);
        } finally {
            work.leave();
        }
    }

    private Value valueOf(Expression expression, Context context) {
        return switch (expression) {
            case Expression.Number number -> Value.of(number.value());
            case Expression.Text text -> new Value.Text(text.value());
            case Expression.Bool bool -> Value.of(bool.value());
            case Expression.Local local -> local(local, context);
            case Expression.LetIn let -> value(let.value(), context.with(let.symbol(), value(let.bound(), context)));
            case Expression.Call call -> call(call, context);
            case Expression.MetricOf metric -> metric(metric, context);
            case Expression.Apply apply -> Operators.apply(apply, context, this);
            case Expression.If choice ->
                value(truth(choice.condition(), context) ? choice.then() : choice.otherwise(), context);
            case Expression.ListOf list -> new Value.ListOf(values(list.values(), context));
            case Expression.ListFor list -> Aggregates.list(list, context, this);
            case Expression.RecordOf fields -> fields(fields, context);
            case Expression.Field field -> field(field, context);
            case Expression.Index index -> index(index, context);
            case Expression.Aggregate aggregate -> Aggregates.of(aggregate, context, this);
            case Expression.Collection collection -> Selection.of(collection, context, this);
            case Expression.LayerAttribute a -> Attributes.of(Selection.layer(a.layer(), context, this), a.attribute());
            case Expression.PartAttribute a -> Attributes.of(Selection.part(a.part(), context, this), a.attribute());
            case Expression.LevelAttribute a -> Attributes.of(Selection.level(a.level(), context, this), a.attribute());
            case Expression.PartArgument argument -> argument(argument, context);
            case Expression.PartRef ref -> new Value.PartValue(Selection.named(ref, context));
            case Expression.IsKind is ->
                Value.of(Selection.layer(is.layer(), context, this)
                        .layer()
                        .primitive()
                        .is(is.kind()));
            case Expression.Inside inside ->
                Value.of(Selection.layer(inside.layer(), context, this).place().isInside(inside.block()));
            case Expression.Surrounding surrounding -> surrounding(surrounding, context);
            case Expression.Range range -> new Value.ListOf(Domains.numbers(range, context, this));
            case Expression.SetOf set -> new Value.ListOf(values(set.values(), context));
            case Expression.Decision decision -> decision(decision, context);
            case Expression.Lookup lookup -> Tables.look(lookup, values(lookup.keys(), context), work);
            case Expression.Outcome known -> outcome(known);
            case Expression.Hole hole -> throw Stopped.at(hole.span(), NetworkMessages.hole());
        };
    }

    List<Value> values(List<Expression> expressions, Context context) {
        List<Value> values = new ArrayList<>(expressions.size());
        for (Expression expression : expressions) {
            values.add(value(expression, context));
        }
        return values;
    }

    private Value local(Expression.Local local, Context context) {
        Value value = context.scope().find(local.symbol());
        if (value == null) {
            throw Stopped.at(
                    local.span(), NetworkMessages.unbound(local.symbol().name()));
        }
        return value;
    }

    private Value call(Expression.Call call, Context context) {
        Definition.Function function = call.function();
        Value known = constants.get(function);
        if (known != null) {
            return known;
        }
        Value value = value(function.body(), inside(function.parameters(), call.args(), context));
        if (function.isConstant()) {
            constants.put(function, value);
        }
        return value;
    }

    /** What the body of a function or metric sees: its parameters, bound to {@code args}. */
    Context inside(List<Parameter> parameters, List<Expression> args, Context context) {
        Context inner = context.withoutNames();
        for (int i = 0; i < parameters.size(); i++) {
            inner = inner.with(parameters.get(i).symbol(), value(args.get(i), context));
        }
        return inner;
    }

    private Value metric(Expression.MetricOf metric, Context context) {
        Context inner = inside(metric.metric().parameters(), metric.args(), context);
        Expression part = metric.part();
        View view = part == null ? context.view() : Selection.within(part, context, this);
        return value(metric.metric().body(), view == null ? inner : inner.seeing(view));
    }

    private Value fields(Expression.RecordOf fields, Context context) {
        Map<String, Value> values = new LinkedHashMap<>();
        for (Expression.FieldValue field : fields.fields()) {
            values.put(field.name(), value(field.value(), context));
        }
        return new Value.Rec(values);
    }

    private Value field(Expression.Field field, Context context) {
        Value value = value(field.record(), context);
        if (value instanceof Value.Rec fields && fields.fields().get(field.name()) instanceof Value found) {
            return found;
        }
        throw Stopped.at(field.span(), NetworkMessages.wrongType("a record with `" + field.name() + "`", value));
    }

    private Value index(Expression.Index index, Context context) {
        List<Value> list = list(index.list(), context);
        double at =
                Attributes.index(value(index.index(), context), index.index().span());
        if (!Numerals.isWhole(at) || at < 1 || at > list.size()) {
            throw Stopped.at(index.index().span(), NetworkMessages.indexOutside(at, list.size()));
        }
        return list.get((int) at - 1);
    }

    private Value argument(Expression.PartArgument argument, Context context) {
        PlacedPart part = Selection.part(argument.part(), context, this);
        Value value = part.arguments().get(argument.name());
        if (value == null) {
            throw Stopped.at(
                    argument.span(),
                    NetworkMessages.noSuchArgument(part.name(), part.block().name(), argument.name()));
        }
        return value;
    }

    private static Value surrounding(Expression.Surrounding surrounding, Context context) {
        Surroundings around = context.surroundings();
        if (around == null) {
            throw Stopped.at(surrounding.span(), NetworkMessages.noBlock());
        }
        return switch (surrounding.kind()) {
            case IN -> Value.of(around.entering().channels());
            case FIRST -> Value.of(around.first());
            case SIZE -> Value.of(around.entering().rows());
            case PIXELS -> Value.of(around.entering().pixels());
        };
    }

    private Value decision(Expression.Decision decision, Context context) {
        String name = decision.symbol().name();
        double value =
                decisions.find(name).orElseThrow(() -> Stopped.at(decision.span(), NetworkMessages.undecided(name)));
        if (!Domains.contains(decision.domain(), value, context, this)) {
            String domain = Domains.text(decision.domain(), context, this);
            violations.add(
                    new Violation(decision.span(), name, value, NetworkMessages.outsideDomain(name, value, domain)));
        }
        return Value.of(value);
    }

    private Value outcome(Expression.Outcome known) {
        double value = switch (known.kind()) {
            case OBJECTIVE -> outcome.objective();
            case BOUND -> outcome.bound();
            case GAP -> outcome.gap();
        };
        if (Double.isNaN(value)) {
            throw Stopped.at(known.span(), NetworkMessages.noOutcome());
        }
        return Value.of(value);
    }
}
