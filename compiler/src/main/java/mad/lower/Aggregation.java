package mad.lower;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import mad.model.Expression;
import mad.program.Term;
import mad.program.Terms;
import mad.source.Span;

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
            case PRODUCT -> num(product(weights, values, e.span()));
            case STD -> num(allOnce(weights) ? t.std(values) : t.sqrt(variance(weights, values)));
            case VARIANCE -> num(allOnce(weights) ? t.variance(values) : variance(weights, values));
            case MAX -> num(extreme(weights, values, true, e.span()));
            case MIN -> num(extreme(weights, values, false, e.span()));
            case ALL -> new Symbolic.Truth(t.and(each(weights, values, true)));
            case ANY -> new Symbolic.Truth(t.or(each(weights, values, false)));
        };
    }

    Symbolic list(Expression.ListFor e, Context context) {
        List<Symbolic.Element> elements = new ArrayList<>();
        for (Instance instance : instances(e.binders(), context)) {
            elements.add(new Symbolic.Element(evaluator.value(e.value(), instance.context), instance.weight));
        }
        return new Symbolic.ListOf(elements);
    }

    List<Instance> instances(Expression.Binders binders, Context context) {
        List<Instance> open = List.of(new Instance(context, t.constant(1)));
        for (Expression.Binder binder : binders.list()) {
            List<Instance> next = new ArrayList<>();
            for (Instance instance : open) {
                for (Symbolic.Element element : elements(binder.source(), instance.context)) {
                    evaluator.step(binder.source().span());
                    Term weight = t.multiply(instance.weight, element.count());
                    next.add(new Instance(instance.context.with(binder.symbol(), element.value()), weight));
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

    private List<Symbolic.Element> elements(Expression source, Context context) {
        return switch (evaluator.value(source, context)) {
            case Symbolic.ListOf list -> list.elements();
            case Symbolic.Domain domain ->
                Symbolic.ListOf.once(numbers(domain, context), t).elements();
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
        if (!(step > 0)) {
            throw new Refusal(LoweringMessages.badStep(range.step().span(), step));
        }
        if ((to - from) / step > Decider.LONGEST_LIST) {
            throw new Refusal(LoweringMessages.tooMuch(range.span(), Decider.LONGEST_LIST));
        }
        for (long i = 0; from + i * step <= to; i++) {
            evaluator.step(range.span());
            numbers.add(num(t.constant(from + i * step)));
        }
        return numbers;
    }

    /** Values of one weight are added before they are weighed: the first repetition, then D - 1 times the rest. */
    private Term sum(List<Term> weights, List<Term> values) {
        Map<Term, List<Term>> groups = new LinkedHashMap<>();
        for (int i = 0; i < weights.size(); i++) {
            Term weight = weights.get(i);
            if (values.get(i).isTotal() || weight.interval().lo() > 0) {
                groups.computeIfAbsent(weight, w -> new ArrayList<>()).add(values.get(i));
            } else {
                // Where the element is absent its value may not exist either: 0 times nothing is nothing.
                Term weighed = t.ifThenElse(present(weight), t.multiply(weight, values.get(i)), t.constant(0));
                groups.computeIfAbsent(t.constant(1), w -> new ArrayList<>()).add(weighed);
            }
        }
        return t.sum(groups.entrySet().stream()
                .map(g -> t.multiply(g.getKey(), t.sum(g.getValue())))
                .toList());
    }

    private Term product(List<Term> weights, List<Term> values, Span span) {
        List<Term> factors = new ArrayList<>();
        for (int i = 0; i < weights.size(); i++) {
            Term weight = weights.get(i);
            Term one = t.constant(1);
            if (weight.isConstant()) {
                factors.add(t.power(values.get(i), weight.interval().lo()));
            } else if (weight.isTruth()) {
                factors.add(t.ifThenElse(weight, values.get(i), one));
            } else if (values.get(i).interval().lo() > 0) {
                factors.add(t.exp(t.multiply(weight, t.log(values.get(i)))));
            } else {
                for (int k = 1; k <= weight.interval().hi(); k++) {
                    evaluator.step(span);
                    factors.add(t.ifThenElse(t.le(t.constant(k), weight), values.get(i), one));
                }
            }
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

    /** An element that may be absent gives way to one that is certain; where none is, the first that is present starts. */
    private Term extreme(List<Term> weights, List<Term> values, boolean max, Span span) {
        Term certain = null;
        for (int i = 0; i < weights.size() && certain == null; i++) {
            certain = weights.get(i).interval().lo() > 0 ? values.get(i) : null;
        }
        if (certain == null) {
            return uncertainExtreme(weights, values, max, span);
        }
        List<Term> present = new ArrayList<>();
        for (int i = 0; i < weights.size(); i++) {
            present.add(t.ifThenElse(present(weights.get(i)), values.get(i), certain));
        }
        return max ? t.max(present) : t.min(present);
    }

    private Term uncertainExtreme(List<Term> weights, List<Term> values, boolean max, Span span) {
        Term any = t.truth(false);
        Term best = t.constant(Double.NaN);
        for (int i = 0; i < weights.size(); i++) {
            Term here = present(weights.get(i));
            Term value = values.get(i);
            Term both = any.is(0) ? value : max ? t.max(List.of(best, value)) : t.min(List.of(best, value));
            best = here.is(0)
                    ? best
                    : t.ifThenElse(any, t.ifThenElse(here, both, best), t.ifThenElse(here, value, best));
            any = t.or(List.of(any, here));
        }
        if (any.is(0)) {
            throw new Refusal(
                    LoweringMessages.noValue(span, max ? "The maximum of nothing" : "The minimum of nothing"));
        }
        return best;
    }

    /** Whether an element of this count is there at all. */
    private Term present(Term count) {
        return count.isTruth() ? count : t.lt(t.constant(0), count);
    }

    private List<Term> each(List<Term> weights, List<Term> values, boolean all) {
        List<Term> cases = new ArrayList<>();
        for (int i = 0; i < weights.size(); i++) {
            Term exists = present(weights.get(i));
            cases.add(all ? t.implies(exists, values.get(i)) : t.and(List.of(exists, values.get(i))));
        }
        return cases;
    }

    private static Symbolic num(Term term) {
        return new Symbolic.Num(term);
    }
}
