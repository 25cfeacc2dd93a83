package mad.lower;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import mad.model.Expression;
import mad.model.Symbol;
import mad.model.Type;
import mad.program.Domain;
import mad.program.Origin;
import mad.program.Term;
import mad.program.Terms;
import mad.source.Span;

/** Makes variables of decisions. A domain whose ends depend on other decisions becomes its hull, with constraints for the ends. */
final class Decider {
    /** Numbers that a range may list. */
    static final int LONGEST_LIST = 100_000;
    /** Beyond it doubles skip whole numbers. */
    private static final double EXACT = 0x1p53;

    private final Terms t;
    private final Evaluator evaluator;
    private final Map<Symbol, Term> known = new LinkedHashMap<>();
    private final Map<String, Term> values = new LinkedHashMap<>();
    private final List<End> ends = new ArrayList<>();

    Decider(Terms t, Evaluator evaluator) {
        this.t = t;
        this.evaluator = evaluator;
    }

    /** {@code left <= right} where {@code guard} holds: an end of a domain that depends on other decisions. */
    record End(String name, Term guard, Term left, Term right, Span span) {}

    List<End> ends() {
        return List.copyOf(ends);
    }

    /** The value of each decision, by its name in the language. */
    Map<String, Term> values() {
        return values;
    }

    Term decide(Expression.Decision decision, Context context) {
        Term term = known.get(decision.symbol());
        if (term == null) {
            term = make(unique(decision.symbol().name()), decision, context);
            known.put(decision.symbol(), term);
            Term latest = term;
            // Alternatives of one block share their names; what a name means is what it means in the alternative that
            // is chosen.
            values.merge(
                    decision.symbol().name(), term, (earlier, own) -> t.ifThenElse(guard(context), latest, earlier));
        }
        return term;
    }

    private Term guard(Context context) {
        Term guard = context.environment().guard();
        return guard == null ? t.truth(true) : guard;
    }

    /** Which alternative fills a part. */
    Term choose(String name, List<String> alternatives, Span span) {
        Term term = variable(unique(name), new Domain.Choice(alternatives), span);
        values.put(name, term);
        return term;
    }

    private String unique(String name) {
        String candidate = name;
        for (int i = 2; taken(candidate); i++) {
            candidate = name + "#" + i;
        }
        return candidate;
    }

    private boolean taken(String name) {
        return t.variables().stream().anyMatch(v -> v.name().equals(name));
    }

    private Term variable(String name, Domain domain, Span span) {
        return t.variable(t.newVariable(name, domain, new Origin(span, name)));
    }

    private Term make(String name, Expression.Decision decision, Context context) {
        Symbolic.Domain domain = evaluator.domain(decision.domain(), context);
        Context inner = context.with(domain.environment());
        return switch (domain.domain()) {
            case Expression.Range range -> range(name, range, inner);
            case Expression.SetOf set -> set(name, set, inner);
            case Expression other -> throw new Refusal(LoweringMessages.hole(other.span()));
        };
    }

    private Term set(String name, Expression.SetOf set, Context context) {
        List<Term> elements =
                set.values().stream().map(v -> evaluator.number(v, context)).toList();
        if (elements.stream().allMatch(Term::isConstant)) {
            List<Double> numbers =
                    elements.stream().map(e -> e.interval().lo()).distinct().toList();
            return numbers.size() == 1 ? elements.getFirst() : variable(name, new Domain.Values(numbers), set.span());
        }
        Term index = variable(name + ".choice", new Domain.Integers(0, elements.size() - 1L), set.span());
        Term value = elements.getLast();
        for (int i = elements.size() - 2; i >= 0; i--) {
            value = t.ifThenElse(t.eq(index, t.constant(i)), elements.get(i), value);
        }
        return value;
    }

    private Term range(String name, Expression.Range range, Context context) {
        Term from = evaluator.number(range.from(), context);
        Term to = evaluator.number(range.to(), context);
        double step = evaluator.known(range.step(), context, "The step of a range");
        double lo = from.interval().lo();
        double hi = to.interval().hi();
        if (!Double.isFinite(lo) || !Double.isFinite(hi)) {
            throw new Refusal(LoweringMessages.unbounded(range.span(), name));
        }
        if (lo > hi) {
            throw new Refusal(LoweringMessages.emptyDomain(range.span(), name, lo, hi));
        }
        if (!(step >= 0)) {
            throw new Refusal(LoweringMessages.badStep(range.step().span(), step));
        }
        if (step > 0 && ((hi - lo) / step > EXACT || lo < -EXACT || hi > EXACT)) {
            throw new Refusal(LoweringMessages.tooWide(range.span(), name));
        }
        boolean whole = range.type() instanceof Type.DomainOf d && d.element().integer() && step > 0;
        Term value;
        if (from.isConstant()) {
            value = onGrid(name, lo, hi, step, whole, range.span());
        } else if (whole && Remainder.of(from, (int) Math.min(step, 1 << 20)) == 0) {
            value = onGrid(name, Math.ceil(lo / step) * step, hi, step, true, range.span());
        } else if (step == 0) {
            value = variable(name, new Domain.Reals(lo, hi), range.span());
        } else {
            Term index = variable(
                    name + ".index", new Domain.Integers(0, (long) Math.floor((hi - lo) / step)), range.span());
            value = t.add(from, t.multiply(t.constant(step), index));
        }
        if (!from.isConstant()) {
            ends.add(new End(name + " >= its lower end", guard(context), from, value, range.span()));
        }
        if (!to.isConstant()) {
            ends.add(new End(name + " <= its upper end", guard(context), value, to, range.span()));
        }
        return value;
    }

    private Term onGrid(String name, double lo, double hi, double step, boolean whole, Span span) {
        if (step == 0) {
            return lo == hi ? t.constant(lo) : variable(name, new Domain.Reals(lo, hi), span);
        }
        if (whole) {
            if (Math.ceil(lo) > Math.floor(hi)) {
                throw new Refusal(LoweringMessages.emptyDomain(span, name, lo, hi));
            }
            Domain.Integers integers = new Domain.Integers((long) Math.ceil(lo), (long) Math.floor(hi), (long) step);
            return integers.size() == 1 ? t.constant(integers.lo()) : variable(name, integers, span);
        }
        List<Double> numbers = new ArrayList<>();
        double end = hi + 1e-9 * Math.max(step, Math.abs(hi));
        for (long i = 0; lo + i * step <= end; i++) {
            if (numbers.size() > LONGEST_LIST) {
                throw new Refusal(LoweringMessages.tooMuch(span, LONGEST_LIST));
            }
            numbers.add(lo + i * step);
        }
        return numbers.size() == 1 ? t.constant(numbers.getFirst()) : variable(name, new Domain.Values(numbers), span);
    }
}
