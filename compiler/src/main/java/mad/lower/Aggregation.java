package mad.lower;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import mad.model.Expression;
import mad.program.Term;
import mad.program.Terms;
import mad.source.Span;
import org.jspecify.annotations.Nullable;

/**
 * Sums and their like over elements that are known to exist or not. A layer of the later repetitions of a stage stands for all
 * of them: it counts as often as its multiplicity says, so that a depth that is a decision never unrolls anything.
 */
record Aggregation(Terms t, Evaluator evaluator) {
    /** One way to bind the loop variables, and how often it occurs: 0 where a condition excludes it. */
    record Instance(Context context, Term weight) {}

    Symbolic aggregate(Expression.Aggregate e, Context context) {
        List<Term> weights = new ArrayList<>();
        List<Term> values = new ArrayList<>();
        for (Instance instance : instances(e.binders(), context)) {
            weights.add(instance.weight);
            values.add(evaluator.number(e.value(), instance.context));
        }
        return switch (e.kind()) {
            case SUM -> num(sum(weights, values));
            case COUNT -> num(t.sum(weights));
            case MEAN -> num(t.divide(sum(weights, values), t.sum(weights)));
            case PRODUCT -> num(product(weights, values));
            case STD -> num(allOnce(weights) ? t.std(values) : t.sqrt(variance(weights, values)));
            case VARIANCE -> num(allOnce(weights) ? t.variance(values) : variance(weights, values));
            case MAX -> num(extreme(weights, values, true, e.span()));
            case MIN -> num(extreme(weights, values, false, e.span()));
            case ALL -> new Symbolic.Truth(t.and(each(weights, values, true)));
            case ANY -> new Symbolic.Truth(t.or(each(weights, values, false)));
        };
    }

    Symbolic list(Expression.ListFor e, Context context) {
        List<Symbolic> elements = new ArrayList<>();
        for (Instance instance : instances(e.binders(), context)) {
            boolean once = instance.weight.is(1);
            if (!once && !(e.value() instanceof Expression.Local)) {
                throw new Refusal(LoweringMessages.mustBeKnown(e.span(), "Which elements this list has"));
            }
            elements.add(evaluator.value(e.value(), instance.context));
        }
        return new Symbolic.ListOf(elements);
    }

    List<Instance> instances(Expression.Binders binders, Context context) {
        List<Instance> open = List.of(new Instance(context, t.constant(1)));
        for (Expression.Binder binder : binders.list()) {
            List<Instance> next = new ArrayList<>();
            for (Instance instance : open) {
                for (Symbolic element : elements(binder.source(), instance.context)) {
                    evaluator.step(binder.source().span());
                    Term multiplicity = multiplicity(element);
                    Term weight = multiplicity == null ? instance.weight : t.multiply(instance.weight, multiplicity);
                    next.add(new Instance(instance.context.with(binder.symbol(), element), weight));
                }
            }
            open = next;
        }
        if (binders.where() == null) {
            return open;
        }
        List<Instance> kept = new ArrayList<>();
        for (Instance instance : open) {
            Term holds = evaluator.truth(binders.where(), instance.context);
            if (!holds.is(0)) {
                kept.add(new Instance(instance.context, t.multiply(instance.weight, holds)));
            }
        }
        return kept;
    }

    /** The multiplicity of a layer; null for anything else, which occurs once. */
    static @Nullable Term multiplicity(Symbolic element) {
        return element instanceof Symbolic.LayerValue layer ? layer.layer().multiplicity() : null;
    }

    private List<Symbolic> elements(Expression source, Context context) {
        return switch (evaluator.value(source, context)) {
            case Symbolic.ListOf list -> list.elements();
            case Symbolic.Domain domain -> numbers(domain, context);
            case Symbolic other -> throw new Refusal(LoweringMessages.hole(source.span()));
        };
    }

    private List<Symbolic> numbers(Symbolic.Domain domain, Context context) {
        Context inner = context.with(domain.environment());
        if (domain.domain() instanceof Expression.SetOf set) {
            return evaluator.values(set.values(), inner);
        }
        Expression.Range range = (Expression.Range) domain.domain();
        double from = evaluator.known(range.from(), inner, "The start of this range");
        double to = evaluator.known(range.to(), inner, "The end of this range");
        double step = evaluator.known(range.step(), inner, "The step of this range");
        List<Symbolic> numbers = new ArrayList<>();
        for (long i = 0; step > 0 && from + i * step <= to; i++) {
            evaluator.step(range.span());
            numbers.add(num(t.constant(from + i * step)));
        }
        return numbers;
    }

    /** Values of one weight are added before they are weighed: the first repetition, then D - 1 times the rest. */
    private Term sum(List<Term> weights, List<Term> values) {
        Map<Term, List<Term>> groups = new LinkedHashMap<>();
        for (int i = 0; i < weights.size(); i++) {
            groups.computeIfAbsent(weights.get(i), w -> new ArrayList<>()).add(values.get(i));
        }
        return t.sum(groups.entrySet().stream().map(g -> t.multiply(g.getKey(), t.sum(g.getValue()))).toList());
    }

    private Term product(List<Term> weights, List<Term> values) {
        List<Term> factors = new ArrayList<>();
        for (int i = 0; i < weights.size(); i++) {
            Term weight = weights.get(i);
            factors.add(
                    weight.isConstant()
                            ? t.power(values.get(i), weight.interval().lo())
                            : weight.isTruth()
                                    ? t.ifThenElse(weight, values.get(i), t.constant(1))
                                    : t.exp(t.multiply(weight, t.log(values.get(i)))));
        }
        return t.product(factors);
    }

    private Term variance(List<Term> weights, List<Term> values) {
        Term count = t.sum(weights);
        Term mean = t.divide(sum(weights, values), count);
        List<Term> squares =
                values.stream().map(v -> t.power(t.subtract(v, mean), 2)).toList();
        return t.divide(sum(weights, squares), count);
    }

    private boolean allOnce(List<Term> weights) {
        return weights.stream().allMatch(w -> w.is(1));
    }

    /** An element that may be absent gives way to the least value it could have: another then decides. */
    private Term extreme(List<Term> weights, List<Term> values, boolean max, Span span) {
        List<Term> present = new ArrayList<>();
        for (int i = 0; i < weights.size(); i++) {
            Term value = values.get(i);
            Term exists = t.lt(t.constant(0), weights.get(i));
            if (exists.is(0)) {
                continue;
            }
            double end = max ? value.interval().lo() : value.interval().hi();
            double neutral = Double.isFinite(end) ? end : max ? -1e300 : 1e300;
            present.add(exists.is(1) ? value : t.ifThenElse(exists, value, t.constant(neutral)));
        }
        if (present.isEmpty()) {
            throw new Refusal(LoweringMessages.noValue(span, max ? "The maximum of nothing" : "The minimum of nothing"));
        }
        return max ? t.max(present) : t.min(present);
    }

    private List<Term> each(List<Term> weights, List<Term> values, boolean all) {
        List<Term> cases = new ArrayList<>();
        for (int i = 0; i < weights.size(); i++) {
            Term exists = t.lt(t.constant(0), weights.get(i));
            cases.add(all ? t.implies(exists, values.get(i)) : t.and(List.of(exists, values.get(i))));
        }
        return cases;
    }

    private static Symbolic num(Term term) {
        return new Symbolic.Num(term);
    }
}
