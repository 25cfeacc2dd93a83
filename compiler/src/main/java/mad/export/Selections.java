package mad.export;

import java.util.ArrayList;
import java.util.List;
import mad.program.Interval;
import mad.program.Term;
import mad.program.Terms;
import org.jspecify.annotations.Nullable;

/** One of several terms, picked by 0/1 variables. All terms are of the new program; null where their ranges are unknown. */
record Selections(Workshop shop) {
    @Nullable
    Term largest(List<Term> terms) {
        if (!terms.stream().allMatch(Workshop::isBounded)) {
            return null;
        }
        Interval range =
                terms.stream().map(Term::interval).reduce(Interval::max).orElseThrow();
        Term largest = shop.real("max", range);
        List<Term> picks = new ArrayList<>();
        for (Term term : terms) {
            Term pick = shop.truth("pick");
            picks.add(pick);
            shop.atMost(term, largest);
            shop.atMost(largest, relaxed(term, range.hi() - term.interval().lo(), pick));
        }
        shop.equal(shop.terms().sum(picks), shop.terms().constant(1));
        return largest;
    }

    @Nullable
    Term smallest(List<Term> terms) {
        Terms t = shop.terms();
        Term opposite = largest(terms.stream().map(t::negate).toList());
        return opposite == null ? null : t.negate(opposite);
    }

    /** @param condition 0 or 1 */
    @Nullable
    Term choice(Term condition, Term then, Term otherwise) {
        Terms t = shop.terms();
        if (!Workshop.isBounded(then) || !Workshop.isBounded(otherwise)) {
            return null;
        }
        Term step = t.subtract(then, otherwise);
        if (step.isConstant()) {
            return t.add(otherwise, t.multiply(step, condition));
        }
        Interval range = then.interval().hull(otherwise.interval());
        Term chosen = shop.real("choice", range);
        tie(chosen, range, then, condition);
        tie(chosen, range, otherwise, shop.not(condition));
        return chosen;
    }

    /** {@code chosen} is {@code term} where {@code pick} is 1. */
    private void tie(Term chosen, Interval range, Term term, Term pick) {
        shop.atMost(chosen, relaxed(term, range.hi() - term.interval().lo(), pick));
        shop.atMost(relaxed(term, range.lo() - term.interval().hi(), pick), chosen);
    }

    /** {@code term} where {@code pick} is 1, {@code term + by} where it is 0. */
    private Term relaxed(Term term, double by, Term pick) {
        return shop.terms().add(term, shop.times(by, shop.not(pick)));
    }
}
