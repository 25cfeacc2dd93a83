package mad.lower;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import mad.model.Definition;
import mad.model.Expression;
import mad.model.Parameter;
import mad.program.Operation;
import mad.program.Term;
import mad.program.Terms;
import mad.source.Span;

/** Evaluates expressions to terms in the decisions. */
final class Evaluator {
    /** Steps that one design may take: ten times what the largest of the examples takes, in little time and memory. */
    static final long MOST = 500_000;

    private final Terms t;
    private final Decider decider;
    private final Aggregation aggregation;
    private final Network network;
    private final Map<MetricKey, Symbolic> metrics = new HashMap<>();
    private long steps;

    Evaluator(Terms t) {
        this.t = t;
        this.decider = new Decider(t, this);
        this.aggregation = new Aggregation(t, this);
        this.network = new Network(t, this);
    }

    /** A metric of equal arguments and one part has one value; networks and arguments are compared by identity and terms. */
    private record MetricKey(Definition.Metric metric, List<Symbolic> args, SymbolicNetwork view) {
        @Override
        public boolean equals(Object other) {
            return other instanceof MetricKey key && metric == key.metric && view == key.view && args.equals(key.args);
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(metric) * 31 + System.identityHashCode(view);
        }
    }

    Decider decider() {
        return decider;
    }

    Term number(Expression expression, Context context) {
        return switch (value(expression, context)) {
            case Symbolic.Num num -> num.term();
            case Symbolic.Truth truth -> truth.term();
            case Symbolic other -> throw new Refusal(LoweringMessages.hole(expression.span()));
        };
    }

    /** A number that has a value somewhere; what has none whatever is chosen is refused. */
    Term finite(Expression expression, Context context, String what) {
        Term term = number(expression, context);
        if (term.operation() instanceof Operation.Constant(double value) && !Double.isFinite(value)) {
            throw new Refusal(LoweringMessages.noValue(expression.span(), what));
        }
        return term;
    }

    /** A condition as a term with the values 0 and 1. */
    Term truth(Expression expression, Context context) {
        return number(expression, context);
    }

    double known(Expression expression, Context context, String what) {
        Term term = number(expression, context);
        if (!term.isConstant()) {
            throw new Refusal(LoweringMessages.mustBeKnown(expression.span(), what));
        }
        return term.interval().lo();
    }

    void step(Span span) {
        if (++steps > MOST) {
            throw new Refusal(LoweringMessages.tooMuch(span, MOST));
        }
    }

    Symbolic value(Expression expression, Context context) {
        step(expression.span());
        return switch (expression) {
            case Expression.Number e -> new Symbolic.Num(t.constant(e.value()));
            case Expression.Bool e -> new Symbolic.Truth(t.truth(e.value()));
            case Expression.Text e -> new Symbolic.Text(e.value());
            case Expression.Local e ->
                Objects.requireNonNullElseGet(context.environment().find(e.symbol()), () -> {
                    throw new Refusal(LoweringMessages.hole(e.span()));
                });
            case Expression.LetIn e -> value(e.value(), context.with(e.symbol(), value(e.bound(), context)));
            case Expression.Call e -> call(e, context);
            case Expression.MetricOf e -> metric(e, context);
            case Expression.Apply e -> new Operators(t, this).apply(e, context);
            case Expression.If e -> choose(e, context);
            case Expression.ListOf e -> Symbolic.ListOf.once(values(e.values(), context), t);
            case Expression.ListFor e -> aggregation.list(e, context);
            case Expression.RecordOf e -> record(e, context);
            case Expression.Field e -> field(e, context);
            case Expression.Index e -> index(e, context);
            case Expression.Aggregate e -> aggregation.aggregate(e, context);
            case Expression.Collection e -> network.collection(e, context);
            case Expression.LayerAttribute e -> network.layer(e, context);
            case Expression.PartAttribute e -> network.part(e, context);
            case Expression.LevelAttribute e -> network.level(e, context);
            case Expression.PartArgument e -> network.argument(e, context);
            case Expression.PartRef e -> network.reference(e, context);
            case Expression.IsKind e -> network.isKind(e, context);
            case Expression.Inside e -> network.inside(e, context);
            case Expression.Surrounding e -> surrounding(e, context);
            case Expression.Range e -> new Symbolic.Domain(e, context.environment());
            case Expression.SetOf e -> new Symbolic.Domain(e, context.environment());
            case Expression.Decision e -> new Symbolic.Num(decider.decide(e, context));
            case Expression.Lookup e -> new Tables(t, this).lookup(e, context);
            case Expression.Outcome e -> throw new Refusal(LoweringMessages.hole(e.span()));
            case Expression.Hole e -> throw new Refusal(LoweringMessages.hole(e.span()));
        };
    }

    List<Symbolic> values(List<Expression> expressions, Context context) {
        return expressions.stream().map(e -> value(e, context)).toList();
    }

    Symbolic.Domain domain(Expression expression, Context context) {
        if (value(expression, context) instanceof Symbolic.Domain domain) {
            return domain;
        }
        throw new Refusal(LoweringMessages.hole(expression.span()));
    }

    private Symbolic call(Expression.Call e, Context context) {
        Environment inner = bind(e.function().parameters(), values(e.args(), context));
        return value(e.function().body(), new Context(inner, null, context.whole()));
    }

    private Symbolic metric(Expression.MetricOf e, Context context) {
        SymbolicNetwork view = e.part() == null
                ? Objects.requireNonNull(context.view(), "semantic analysis lets metrics stand only where a network is")
                : network.asked(value(e.part(), context), context);
        List<Symbolic> args = values(e.args(), context);
        MetricKey key = new MetricKey(e.metric(), args, view);
        Symbolic known = metrics.get(key);
        if (known == null) {
            Context inner = new Context(bind(e.metric().parameters(), args), view, context.whole());
            known = value(e.metric().body(), inner);
            metrics.put(key, known);
        }
        return known;
    }

    private static Environment bind(List<Parameter> parameters, List<Symbolic> args) {
        Environment inner = Environment.EMPTY;
        for (int i = 0; i < args.size(); i++) {
            inner = inner.with(parameters.get(i).symbol(), args.get(i));
        }
        return inner;
    }

    private Symbolic choose(Expression.If e, Context context) {
        Term condition = truth(e.condition(), context);
        if (condition.isConstant()) {
            return value(condition.is(0) ? e.otherwise() : e.then(), context);
        }
        return either(condition, value(e.then(), context), value(e.otherwise(), context), e.span());
    }

    /** One of two values, decided by a condition that is not known yet. */
    Symbolic either(Term condition, Symbolic then, Symbolic otherwise, Span span) {
        if (then.equals(otherwise)) {
            return then;
        }
        if (then instanceof Symbolic.Num a && otherwise instanceof Symbolic.Num b) {
            return new Symbolic.Num(t.ifThenElse(condition, a.term(), b.term()));
        }
        if (then instanceof Symbolic.Truth a && otherwise instanceof Symbolic.Truth b) {
            return new Symbolic.Truth(
                    t.or(List.of(t.and(List.of(condition, a.term())), t.and(List.of(t.not(condition), b.term())))));
        }
        if (then instanceof Symbolic.ListOf a
                && otherwise instanceof Symbolic.ListOf b
                && a.elements().size() == b.elements().size()) {
            List<Symbolic.Element> both = new ArrayList<>();
            for (int i = 0; i < a.elements().size(); i++) {
                Symbolic.Element x = a.elements().get(i);
                Symbolic.Element y = b.elements().get(i);
                both.add(new Symbolic.Element(
                        either(condition, x.value(), y.value(), span), t.ifThenElse(condition, x.count(), y.count())));
            }
            return new Symbolic.ListOf(both);
        }
        if (then instanceof Symbolic.Rec a
                && otherwise instanceof Symbolic.Rec b
                && a.fields().keySet().equals(b.fields().keySet())) {
            Map<String, Symbolic> both = new LinkedHashMap<>();
            a.fields()
                    .forEach((name, value) -> both.put(
                            name,
                            either(
                                    condition,
                                    value,
                                    Objects.requireNonNull(b.fields().get(name)),
                                    span)));
            return new Symbolic.Rec(both);
        }
        throw new Refusal(LoweringMessages.mustBeKnown(span, "Which of these two is meant"));
    }

    private Symbolic record(Expression.RecordOf e, Context context) {
        Map<String, Symbolic> fields = new LinkedHashMap<>();
        e.fields().forEach(f -> fields.put(f.name(), value(f.value(), context)));
        return new Symbolic.Rec(fields);
    }

    private Symbolic field(Expression.Field e, Context context) {
        if (value(e.record(), context) instanceof Symbolic.Rec rec
                && rec.fields().get(e.name()) instanceof Symbolic v) {
            return v;
        }
        throw new Refusal(LoweringMessages.hole(e.span()));
    }

    private Symbolic index(Expression.Index e, Context context) {
        if (!(value(e.list(), context) instanceof Symbolic.ListOf list)) {
            throw new Refusal(LoweringMessages.hole(e.span()));
        }
        Term index = switch (value(e.index(), context)) {
            case Symbolic.Num num -> num.term();
            case Symbolic.PartValue part -> t.constant(part.part().index());
            case Symbolic.LevelValue level -> t.constant(level.level().index());
            case Symbolic other ->
                throw new Refusal(LoweringMessages.hole(e.index().span()));
        };
        if (!list.elements().stream().allMatch(element -> element.count().is(1))) {
            throw new Refusal(LoweringMessages.mustBeKnown(e.list().span(), "Which elements this list has"));
        }
        List<Symbolic> elements =
                list.elements().stream().map(Symbolic.Element::value).toList();
        if (index.isConstant()) {
            double i = index.interval().lo();
            if (i < 1 || i > elements.size() || i != Math.rint(i)) {
                throw new Refusal(LoweringMessages.index(e.index().span(), i, elements.size()));
            }
            return elements.get((int) i - 1);
        }
        if (index.interval().lo() < 1 || index.interval().hi() > elements.size()) {
            throw new Refusal(
                    LoweringMessages.index(e.index().span(), index.interval().hi(), elements.size()));
        }
        Symbolic chosen = elements.getLast();
        for (int i = elements.size() - 1; i >= 1; i--) {
            chosen = either(t.eq(index, t.constant(i)), elements.get(i - 1), chosen, e.span());
        }
        return chosen;
    }

    private Symbolic surrounding(Expression.Surrounding e, Context context) {
        Environment.Surroundings around = context.environment().surroundings();
        if (around == null) {
            throw new Refusal(LoweringMessages.hole(e.span()));
        }
        return switch (e.kind()) {
            case IN -> new Symbolic.Num(around.entering().channels());
            case FIRST -> new Symbolic.Truth(t.truth(around.first()));
            case SIZE -> new Symbolic.Num(around.entering().rows());
            case PIXELS -> new Symbolic.Num(around.entering().pixels(t));
        };
    }
}
