package mad.lower;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import mad.program.Term;
import mad.program.Terms;

/**
 * A feature map while the network is elaborated. Where a condition decides which map it is, it stands for several, each under
 * its guard; a map is told from others of its shape by {@code id}, so that memory is counted once.
 */
record Tensor(Extent extent, List<Alternative> alternatives) {
    Tensor {
        alternatives = List.copyOf(alternatives);
    }

    record Alternative(int id, Term elements, Term guard) {}

    static Tensor of(int id, Extent extent, Terms t) {
        return new Tensor(extent, List.of(new Alternative(id, extent.elements(t), t.truth(true))));
    }

    /** This where {@code condition} holds, else {@code otherwise}. */
    Tensor orElse(Term condition, Tensor otherwise, Terms t) {
        if (equals(otherwise) || condition.is(1)) {
            return this;
        }
        List<Alternative> all = new ArrayList<>(guarded(condition, t));
        all.addAll(otherwise.guarded(t.not(condition), t));
        return new Tensor(extent.orElse(condition, otherwise.extent, t), all);
    }

    /** Its alternatives where {@code condition} holds. */
    List<Alternative> guarded(Term condition, Terms t) {
        return alternatives.stream()
                .map(a -> new Alternative(a.id, a.elements, t.and(List.of(condition, a.guard))))
                .filter(a -> !a.guard.is(0))
                .toList();
    }

    /** The elements of all these maps, each counted once where it exists. */
    static Term live(List<Alternative> maps, Terms t) {
        Map<Integer, Alternative> alive = new LinkedHashMap<>();
        for (Alternative map : maps) {
            alive.merge(map.id, map, (a, b) -> new Alternative(a.id, a.elements, t.or(List.of(a.guard, b.guard))));
        }
        return t.sum(alive.values().stream()
                .map(a -> t.multiply(a.guard, a.elements))
                .toList());
    }

    /** Where this map is one of {@code others}. */
    Term among(List<Alternative> others, Terms t) {
        List<Term> cases = new ArrayList<>();
        for (Alternative mine : alternatives) {
            for (Alternative other : others) {
                if (mine.id == other.id) {
                    cases.add(t.and(List.of(mine.guard, other.guard)));
                }
            }
        }
        return t.or(cases);
    }
}
