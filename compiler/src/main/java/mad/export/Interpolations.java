package mad.export;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import mad.program.Domain;
import mad.program.Grid;
import mad.program.Interval;
import mad.program.Operation;
import mad.program.Term;
import mad.program.Terms;
import org.jspecify.annotations.Nullable;

/** Tables as weighted sums of their values: along each axis two neighbouring weights share 1. All terms are of the new program. */
final class Interpolations {
    private final Workshop shop;
    private final Selections selections;
    private final Map<Place, List<Term>> weights = new HashMap<>();

    /** Where along an axis a table is read. */
    private record Place(List<Double> axis, Term at) {}

    Interpolations(Workshop shop, Selections selections) {
        this.shop = shop;
        this.selections = selections;
    }

    @Nullable
    Term lookup(Grid grid, List<Term> arguments) {
        List<List<Term>> axes = new ArrayList<>();
        for (int i = 0; i < arguments.size(); i++) {
            List<Term> along = weights(new Place(grid.axes().get(i), arguments.get(i)));
            if (along == null) {
                return null;
            }
            axes.add(along);
        }
        Terms t = shop.terms();
        List<Term> parts = new ArrayList<>();
        for (int point = 0; point < grid.values().size(); point++) {
            List<Term> factors =
                    new ArrayList<>(List.of(t.constant(grid.values().get(point))));
            int rest = point;
            for (List<Term> axis : axes.reversed()) {
                factors.add(axis.get(rest % axis.size()));
                rest /= axis.size();
            }
            parts.add(t.product(factors));
        }
        return t.sum(parts);
    }

    private @Nullable List<Term> weights(Place place) {
        List<Term> known = weights.get(place);
        if (known == null) {
            known = newWeights(place);
            if (known != null) {
                weights.put(place, known);
            }
        }
        return known;
    }

    private @Nullable List<Term> newWeights(Place place) {
        Terms t = shop.terms();
        List<Double> axis = place.axis;
        if (axis.size() == 1) {
            return List.of(t.constant(1));
        }
        Term at = clamped(place);
        if (at == null) {
            return null;
        }
        boolean onGrid = isOnGrid(place);
        List<Term> weights = new ArrayList<>();
        List<Term> positions = new ArrayList<>();
        for (double x : axis) {
            Term weight = onGrid ? shop.truth("at") : shop.real("weight", Interval.TRUTH);
            weights.add(weight);
            positions.add(shop.times(x, weight));
        }
        shop.equal(t.sum(weights), t.constant(1));
        shop.equal(t.sum(positions), at);
        if (!onGrid && axis.size() > 2) {
            neighbours(weights);
        }
        return weights;
    }

    /** Only the two weights at the ends of one cell may differ from 0. */
    private void neighbours(List<Term> weights) {
        Terms t = shop.terms();
        List<Term> cells = new ArrayList<>();
        for (int i = 1; i < weights.size(); i++) {
            cells.add(shop.truth("cell"));
        }
        shop.equal(t.sum(cells), t.constant(1));
        for (int i = 0; i < weights.size(); i++) {
            List<Term> beside = cells.subList(Math.max(0, i - 1), Math.min(cells.size(), i + 1));
            shop.atMost(weights.get(i), t.sum(beside));
        }
    }

    private @Nullable Term clamped(Place place) {
        Terms t = shop.terms();
        Term at = place.at;
        if (!Workshop.isBounded(at)) {
            return null;
        }
        double lo = place.axis.getFirst();
        double hi = place.axis.getLast();
        Term above = at.interval().lo() >= lo ? at : selections.largest(List.of(at, t.constant(lo)));
        return above == null || above.interval().hi() <= hi
                ? above
                : selections.smallest(List.of(above, t.constant(hi)));
    }

    private static boolean isOnGrid(Place place) {
        if (place.at.isConstant()) {
            return place.axis.contains(place.at.interval().lo());
        }
        return switch (place.at.operation()) {
            case Operation.Value(var variable)
            when variable.domain() instanceof Domain.Discrete discrete && discrete.size() < 1000 ->
                LongStream.range(0, discrete.size()).allMatch(i -> place.axis.contains(discrete.value(i)));
            default -> false;
        };
    }
}
