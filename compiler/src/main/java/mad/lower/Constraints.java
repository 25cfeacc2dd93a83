package mad.lower;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import mad.model.Definition;
import mad.model.Expression;
import mad.model.Operator;
import mad.program.Constraint;
import mad.program.Operation;
import mad.program.Origin;
import mad.program.Term;
import mad.program.Terms;
import mad.source.Span;

/** States conditions as constraints {@code body <= bound}, split as far as their meaning allows. */
final class Constraints {
    private final Terms t;
    private final Evaluator evaluator;
    private final List<Constraint> all = new ArrayList<>();
    private final Set<String> names = new HashSet<>();

    Constraints(Terms t, Evaluator evaluator) {
        this.t = t;
        this.evaluator = evaluator;
    }

    List<Constraint> all() {
        return List.copyOf(all);
    }

    void end(Decider.End end) {
        Origin origin = new Origin(end.span(), end.name());
        if (end.guard().is(1)) {
            atMost(end.name(), end.left(), end.right(), origin);
        } else {
            Term excess = t.ifThenElse(end.guard(), t.subtract(end.left(), end.right()), t.constant(0));
            atMost(end.name(), excess, t.constant(0), origin);
        }
    }

    void condition(Validity.Condition condition) {
        holds(condition.name(), condition.holds(), new Origin(condition.span(), condition.name()));
    }

    Lowered.LimitTerms limit(Definition.Limit limit, Context context) {
        Term value = evaluator.finite(limit.value(), context, "`" + limit.metric() + "`");
        Term bound = evaluator.finite(limit.bound(), context, "The bound of `" + limit.metric() + "`");
        String name = limit.budget() + "." + limit.metric() + (limit.upper() ? "" : " (at least)");
        Origin origin = new Origin(limit.span(), limit.source());
        if (limit.upper()) {
            atMost(name, value, bound, origin);
        } else {
            atMost(name, bound, value, origin);
        }
        return new Lowered.LimitTerms(limit, value, bound);
    }

    void require(Definition.Requirement requirement, Context context) {
        Source source = new Source(requirement.source(), requirement.condition().span());
        Origin origin = new Origin(requirement.span(), source.of(requirement.condition()));
        require(requirement.condition(), context, t.truth(true), new Path("", source, ""), origin);
    }

    /** The text of a requirement, by which each of its parts is named. */
    private record Source(String text, Span span) {
        /** The part's own text; the whole where the part was written elsewhere, in a function. */
        String of(Expression part) {
            Span at = part.span();
            boolean within = at.file().equals(span.file()) && at.start() >= span.start() && at.end() <= span.end();
            String own = within ? text.substring(at.start() - span.start(), at.end() - span.start()) : text;
            return own.replaceAll("\\s+", " ");
        }
    }

    /** The way to one part of a requirement: which stage or number it is about, and the call that stands for it. */
    private record Path(String prefix, Source source, String fixed) {
        String name(Expression part) {
            return prefix + (fixed.isEmpty() ? source.of(part) : fixed);
        }

        Path about(String instance) {
            return new Path(prefix + instance, source, fixed);
        }

        Path inside(Expression.Call call) {
            return fixed.isEmpty() ? new Path(prefix, source, source.of(call)) : this;
        }
    }

    private void require(Expression condition, Context context, Term premise, Path path, Origin origin) {
        switch (condition) {
            case Expression.Apply apply
            when apply.operator() == Operator.AND -> {
                require(apply.args().get(0), context, premise, path, origin);
                require(apply.args().get(1), context, premise, path, origin);
            }
            case Expression.Aggregate every
            when every.kind() == Expression.Aggregate.Kind.ALL -> {
                for (Aggregation.Instance instance :
                        new Aggregation(t, evaluator).instances(every.binders(), context)) {
                    Term exists = t.and(List.of(premise, t.lt(t.constant(0), instance.weight())));
                    require(every.value(), instance.context(), exists, path.about(about(every, instance)), origin);
                }
            }
            case Expression.Call call
            when !call.function().isConstant() -> {
                Context inner = new Context(Environment.EMPTY, null, context.whole());
                for (int i = 0; i < call.args().size(); i++) {
                    inner = inner.with(
                            call.function().parameters().get(i).symbol(),
                            evaluator.value(call.args().get(i), context));
                }
                require(call.function().body(), inner, premise, path.inside(call), origin);
            }
            case Expression.LetIn let ->
                require(
                        let.value(),
                        context.with(let.symbol(), evaluator.value(let.bound(), context)),
                        premise,
                        path,
                        origin);
            case Expression.Apply apply
            when premise.is(1) && compares(apply.operator()) -> compare(apply, context, path.name(apply), origin);
            default -> holds(path.name(condition), t.implies(premise, evaluator.truth(condition, context)), origin);
        }
    }

    /** Which stage, level or number this instance is about. */
    private static String about(Expression.Aggregate every, Aggregation.Instance instance) {
        StringBuilder prefix = new StringBuilder();
        for (Expression.Binder binder : every.binders().list()) {
            Symbolic value = instance.context().environment().find(binder.symbol());
            switch (value) {
                case Symbolic.PartValue part ->
                    prefix.append(part.part().part().name()).append(": ");
                case Symbolic.LevelValue level ->
                    prefix.append("level ").append(level.level().index()).append(": ");
                case Symbolic.Num num
                when num.term().isConstant() ->
                    prefix.append(binder.symbol().name())
                            .append(" = ")
                            .append(LoweringMessages.show(num.term().interval().lo()))
                            .append(": ");
                case null, default -> {}
            }
        }
        return prefix.toString();
    }

    private static boolean compares(Operator operator) {
        return operator == Operator.LE || operator == Operator.LT || operator == Operator.EQ;
    }

    private void compare(Expression.Apply apply, Context context, String name, Origin origin) {
        Symbolic a = evaluator.value(apply.args().get(0), context);
        Symbolic b = evaluator.value(apply.args().get(1), context);
        if (!(a instanceof Symbolic.Num left) || !(b instanceof Symbolic.Num right)) {
            holds(name, evaluator.truth(apply, context), origin);
        } else if (apply.operator() == Operator.LE) {
            atMost(name, left.term(), right.term(), origin);
        } else if (apply.operator() == Operator.EQ) {
            state(name, left.term(), right.term(), Constraint.Relation.EQ, origin);
        } else if (left.term().isIntegral() && right.term().isIntegral()) {
            atMost(name, t.add(left.term(), t.constant(1)), right.term(), origin);
        } else {
            holds(name, t.lt(left.term(), right.term()), origin);
        }
    }

    /** {@code left <= right}; a maximum on the left or a minimum on the right is one constraint for each of its terms. */
    private void atMost(String name, Term left, Term right, Origin origin) {
        if (left.operation() instanceof Operation.Max max) {
            max.terms().forEach(term -> atMost(name, term, right, origin));
        } else if (right.operation() instanceof Operation.Min min) {
            min.terms().forEach(term -> atMost(name, left, term, origin));
        } else {
            state(name, left, right, Constraint.Relation.LE, origin);
        }
    }

    private void holds(String name, Term truth, Origin origin) {
        state(name, truth, t.constant(1), Constraint.Relation.EQ, origin);
    }

    /** The constant part goes to the right; what holds whatever is chosen is left out. */
    private void state(String name, Term left, Term right, Constraint.Relation relation, Origin origin) {
        Term body = right.isConstant() ? left : left.isConstant() ? t.negate(right) : t.subtract(left, right);
        double bound = right.isConstant()
                ? right.interval().lo()
                : left.isConstant() ? -left.interval().lo() : 0;
        if (!Double.isFinite(bound)) {
            throw new Refusal(LoweringMessages.noValue(origin.span(), "`" + origin.text() + "`"));
        }
        Constraint constraint = new Constraint(unique(name), body, relation, bound, origin);
        boolean always = body.isTotal()
                && (relation == Constraint.Relation.LE
                        ? body.interval().hi() <= bound
                        : body.isConstant() && body.interval().lo() == bound);
        if (!always) {
            all.add(constraint);
            names.add(constraint.name());
        }
    }

    private String unique(String name) {
        String candidate = name;
        for (int i = 2; names.contains(candidate); i++) {
            candidate = name + " #" + i;
        }
        return candidate;
    }
}
