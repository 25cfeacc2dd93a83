package mad.export;

import java.util.OptionalLong;
import mad.program.Term;
import mad.program.Terms;
import org.jspecify.annotations.Nullable;

/** Rounding as whole variables next to what is rounded. All terms are of the new program. */
record Wholes(Workshop shop) {
    @Nullable
    Term floor(Term term, OptionalLong grid) {
        if (grid.isEmpty() || !Workshop.isBounded(term)) {
            return null;
        }
        Term floor = shop.whole(
                "floor",
                Math.floor(term.interval().lo()),
                Math.floor(term.interval().hi()));
        shop.atMost(floor, term);
        shop.atMost(term, shop.plus(1 - 1.0 / grid.getAsLong(), floor));
        return floor;
    }

    @Nullable
    Term ceil(Term term, OptionalLong grid) {
        Term opposite = floor(shop.terms().negate(term), grid);
        return opposite == null ? null : shop.terms().negate(opposite);
    }

    /** Halves to the even one: beside an odd number, {@code 1/2} is too far. */
    @Nullable
    Term round(Term term, OptionalLong grid) {
        if (grid.isEmpty() || !Workshop.isBounded(term)) {
            return null;
        }
        Terms t = shop.terms();
        double d = grid.getAsLong();
        double lo = Math.rint(term.interval().lo());
        double hi = Math.rint(term.interval().hi());
        Term rounded = shop.whole("round", lo, hi);
        Term reach = t.constant((d - 1) / (2 * d));
        if (d % 2 == 0) {
            Term half = shop.whole("half", Math.floor(lo / 2), Math.floor(hi / 2));
            Term odd = shop.truth("odd");
            shop.equal(rounded, t.add(shop.times(2, half), odd));
            reach = shop.plus(0.5, shop.times(-1 / d, odd));
        }
        shop.atMost(t.subtract(term, rounded), reach);
        shop.atMost(t.subtract(rounded, term), reach);
        return rounded;
    }
}
