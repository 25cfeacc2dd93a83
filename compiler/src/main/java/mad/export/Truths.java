package mad.export;

import java.util.List;
import java.util.OptionalLong;
import mad.program.Operation;
import mad.program.Term;
import mad.program.Terms;
import org.jspecify.annotations.Nullable;

/** Conditions as 0/1 variables. All terms are of the new program. */
record Truths(Workshop shop) {
    /** @param grid of {@code left - right}, see {@link Granularity} */
    @Nullable
    Term compare(Operation.Comparison comparison, Term left, Term right, OptionalLong grid) {
        Terms t = shop.terms();
        if (grid.isEmpty() || !Workshop.isBounded(left) || !Workshop.isBounded(right)) {
            return null;
        }
        double gap = 1.0 / grid.getAsLong();
        return switch (comparison) {
            case LE -> atMost(left, right, gap);
            case LT -> shop.not(atMost(right, left, gap));
            // one of the two always holds
            case EQ -> shop.plus(-1, t.add(atMost(left, right, gap), atMost(right, left, gap)));
            case NE -> t.subtract(t.constant(2), t.add(atMost(left, right, gap), atMost(right, left, gap)));
        };
    }

    /** 1 where {@code left <= right}; 0 where {@code left >= right + gap}. */
    private Term atMost(Term left, Term right, double gap) {
        Terms t = shop.terms();
        Term excess = t.subtract(left, right);
        if (excess.interval().hi() <= 0 || excess.interval().lo() >= gap) {
            return t.truth(excess.interval().hi() <= 0);
        }
        Term holds = shop.truth("holds");
        shop.atMost(excess, shop.times(excess.interval().hi(), shop.not(holds)));
        shop.atMost(shop.plus(gap, shop.times(excess.interval().lo() - gap, holds)), excess);
        return holds;
    }

    /** All of 0/1 terms. */
    Term all(List<Term> truths) {
        Terms t = shop.terms();
        Term all = shop.truth("all");
        truths.forEach(truth -> shop.atMost(all, truth));
        shop.atMost(shop.plus(1 - truths.size(), t.sum(truths)), all);
        return all;
    }

    /** At least one of 0/1 terms. */
    Term any(List<Term> truths) {
        return shop.not(all(truths.stream().map(shop::not).toList()));
    }
}
