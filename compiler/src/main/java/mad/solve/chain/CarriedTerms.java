package mad.solve.chain;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import mad.program.Term;
import org.jspecify.annotations.Nullable;

/**
 * Sums in two parts: what each cluster adds on its own, and one quantity that is carried along the chain and weighted by functions of
 * later shared variables. Several sums may have a share of the same carried quantity: an objective, and limits on it.
 *
 * @param locals by sum, what clusters add on their own
 * @param shares by sum, how many times it has what is carried; 0 for not at all
 * @param eagerness whether products were carried that would also fit into the cluster of their later variable
 * @param weights by cluster, what its right variable adds to the weight of all that was carried before, by position
 */
record CarriedTerms(
        List<List<Monomial>> locals,
        double[] shares,
        List<Monomial> carried,
        Map<Integer, double[]> weights,
        Eagerness eagerness) {

    /**
     * Null where distant variables are coupled in another way.
     *
     * @param sums the objective first
     */
    static @Nullable CarriedTerms of(List<List<Monomial>> sums, Groups groups, int[] right, Functions functions) {
        for (Eagerness eagerness : Eagerness.values()) {
            CarriedTerms terms = new Splitter(groups, right, functions, eagerness).split(sums);
            if (terms != null) {
                return terms;
            }
        }
        return null;
    }

    /**
     * Where a product of a shared variable's function and one of the cluster before counts as carried, though it would fit into the
     * shared variable's own cluster.
     */
    enum Eagerness {
        /** In the objective, and in limits that have products of distant clusters too. */
        OBJECTIVE,
        /** In whatever has products of distant clusters too. */
        NEEDED,
        NEVER
    }

    /** A product that clusters far apart share: by the position of its later variable, that variable's factors, and the earlier ones. */
    private record Crossing(int last, List<Term> later, List<Term> earlier) {}

    /** Terms within one cluster are local; the others must have the form that {@link Chain} describes. */
    private record Splitter(Groups groups, int[] right, Functions functions, Eagerness eagerness) {
        /** Coefficients that differ by rounding alone. */
        private static final double SAME = 1e-13;

        private @Nullable CarriedTerms split(List<List<Monomial>> sums) {
            List<List<Monomial>> locals = new ArrayList<>();
            double[] shares = new double[sums.size()];
            Map<Crossing, Double> reference = Map.of();
            for (int i = 0; i < shares.length; i++) {
                List<Monomial> local = new ArrayList<>();
                Map<Crossing, Double> crossing = new LinkedHashMap<>();
                if (reference.isEmpty()) {
                    if (!divide(sums.get(i), isEager(sums.get(i), i == 0), local, crossing)) {
                        return null;
                    }
                    reference = crossing;
                    shares[i] = crossing.isEmpty() ? 0 : 1;
                } else {
                    Double share = share(sums.get(i), reference, local);
                    if (share == null) {
                        return null;
                    }
                    shares[i] = share;
                }
                locals.add(local);
            }
            return reference.isEmpty()
                    ? new CarriedTerms(locals, shares, List.of(), Map.of(), eagerness)
                    : carry(reference, locals, shares);
        }

        private boolean isEager(List<Monomial> sum, boolean objective) {
            return switch (eagerness) {
                case OBJECTIVE -> objective || !allFit(sum);
                case NEEDED -> !allFit(sum);
                case NEVER -> false;
            };
        }

        private boolean allFit(List<Monomial> sum) {
            return sum.stream().allMatch(this::fits);
        }

        private boolean fits(Monomial m) {
            return m.factors().isEmpty() || groups.home(m) >= 0;
        }

        /** Whether every term is local or crosses. */
        private boolean divide(
                List<Monomial> sum, boolean eagerly, List<Monomial> local, Map<Crossing, Double> crossing) {
            for (Monomial m : sum) {
                Crossing way = crossing(m);
                if (fits(m) && !(eagerly && way != null)) {
                    local.add(m);
                } else if (way != null && groups.home(new Monomial(1, way.earlier)) >= 0) {
                    crossing.merge(way, m.coefficient(), Double::sum);
                } else {
                    return false;
                }
            }
            return true;
        }

        /** How many times a sum has the reference, all else being local; null where it is neither. */
        private @Nullable Double share(List<Monomial> sum, Map<Crossing, Double> reference, List<Monomial> local) {
            Map<Crossing, Double> crossing = new LinkedHashMap<>();
            for (Monomial m : sum) {
                Crossing way = crossing(m);
                if (way != null && reference.containsKey(way)) {
                    crossing.merge(way, m.coefficient(), Double::sum);
                } else if (fits(m)) {
                    local.add(m);
                } else {
                    return null;
                }
            }
            Double share = crossing.size() == reference.size() ? common(crossing, reference) : null;
            if (share == null && allFit(sum)) {
                local.clear();
                local.addAll(sum);
                return 0.0;
            }
            return share;
        }

        private static @Nullable Double common(Map<Crossing, Double> mine, Map<Crossing, Double> reference) {
            Double common = null;
            for (var entry : mine.entrySet()) {
                double ratio = entry.getValue() / Objects.requireNonNull(reference.get(entry.getKey()));
                if (common != null && Math.abs(ratio - common) > SAME * Math.abs(common)) {
                    return null;
                }
                common = common == null ? Double.valueOf(ratio) : common;
            }
            return common;
        }

        /** How a product may be carried; null where it may not. */
        private @Nullable Crossing crossing(Monomial m) {
            int last = lastShared(m);
            if (last < 0) {
                return null;
            }
            List<Term> later = new ArrayList<>();
            List<Term> earlier = new ArrayList<>();
            m.factors().forEach(f -> (f.variables().contains(right[last]) ? later : earlier).add(f));
            boolean single = later.stream().allMatch(f -> f.variables().size() == 1);
            boolean before = single && !earlier.isEmpty() && groups.home(new Monomial(1, earlier)) < last;
            return before ? new Crossing(last, later, earlier) : null;
        }

        private int lastShared(Monomial m) {
            int last = -1;
            for (int i = 0; i < right.length; i++) {
                if (right[i] >= 0 && m.variables().contains(right[i])) {
                    last = i;
                }
            }
            return last;
        }

        private @Nullable CarriedTerms carry(
                Map<Crossing, Double> crossings, List<List<Monomial>> locals, double[] shares) {
            Map<Integer, Map<List<Term>, Map<List<Term>, Double>>> byPosition = new LinkedHashMap<>();
            crossings.forEach((way, coefficient) -> byPosition
                    .computeIfAbsent(way.last, k -> new LinkedHashMap<>())
                    .computeIfAbsent(way.later, k -> new LinkedHashMap<>())
                    .put(way.earlier, coefficient));
            List<Monomial> carried = new ArrayList<>();
            Map<Integer, double[]> carriedBy = new LinkedHashMap<>();
            int end = byPosition.keySet().stream().mapToInt(i -> i).max().orElseThrow();
            Map<List<Term>, Double> reference = Objects.requireNonNull(byPosition.get(end))
                    .values()
                    .iterator()
                    .next();
            reference.forEach((factors, c) -> carried.add(new Monomial(c, factors)));
            for (var position : byPosition.entrySet()) {
                double[] weights = new double[functions.size(right[position.getKey()])];
                for (var function : position.getValue().entrySet()) {
                    Double ratio = ratio(function.getValue(), reference, position.getKey());
                    if (ratio == null) {
                        return null;
                    }
                    for (int i = 0; i < weights.length; i++) {
                        double product = ratio;
                        for (Term factor : function.getKey()) {
                            product *= functions.of(factor)[i];
                        }
                        weights[i] += product;
                    }
                }
                carriedBy.put(position.getKey(), weights);
            }
            return new CarriedTerms(locals, shares, carried, carriedBy, eagerness);
        }

        /** The factor between two left sides, which must agree on all clusters before {@code position}. */
        private @Nullable Double ratio(Map<List<Term>, Double> left, Map<List<Term>, Double> reference, int position) {
            Double ratio = null;
            for (var e : reference.entrySet()) {
                if (groups.home(new Monomial(1, e.getKey())) >= position) {
                    continue;
                }
                Double mine = left.get(e.getKey());
                if (mine == null) {
                    return null;
                }
                double r = mine / e.getValue();
                if (ratio != null && Math.abs(r - ratio) > SAME * Math.abs(ratio)) {
                    return null;
                }
                ratio = ratio == null ? Double.valueOf(r) : ratio;
            }
            boolean more = left.keySet().stream().anyMatch(k -> !reference.containsKey(k));
            return more ? null : ratio;
        }
    }
}
