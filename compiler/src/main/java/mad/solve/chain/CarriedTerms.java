package mad.solve.chain;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import mad.program.Term;
import org.jspecify.annotations.Nullable;

/**
 * The objective in two parts: what each cluster adds on its own, and one quantity that is carried along the chain and weighted by
 * functions of later shared variables.
 *
 * @param eager whether products were carried that would also fit into the cluster of their later variable
 * @param weights by cluster, what its right variable adds to the weight of all that was carried before, by position
 */
record CarriedTerms(List<Monomial> local, List<Monomial> carried, Map<Integer, double[]> weights, boolean eager) {

    /** Null where distant variables are coupled in another way. */
    static @Nullable CarriedTerms of(List<Monomial> objective, Groups groups, int[] right, Functions functions) {
        Splitter splitter = new Splitter(objective, groups, right, functions);
        CarriedTerms eager = splitter.split(true);
        return eager != null ? eager : splitter.split(false);
    }

    private record Splitter(List<Monomial> objective, Groups groups, int[] right, Functions functions) {
        /** Coefficients that differ by rounding alone. */
        private static final double SAME = 1e-13;

        /**
         * Objective terms within one cluster are local; the others must have the form that {@link Chain} describes.
         *
         * @param eager whether a product of a shared variable's function and one of the cluster before counts as carried, though
         *     it would fit into the shared variable's own cluster
         */
        private @Nullable CarriedTerms split(boolean eager) {
            List<Monomial> local = new ArrayList<>();
            Map<Integer, Map<List<Term>, Map<List<Term>, Double>>> crossing = new LinkedHashMap<>();
            for (Monomial m : objective) {
                int last = lastShared(m);
                int shared = last < 0 ? -1 : right[last];
                List<Term> later = m.factors().stream()
                        .filter(f -> f.variables().contains(shared))
                        .toList();
                List<Term> earlier = m.factors().stream()
                        .filter(f -> !f.variables().contains(shared))
                        .toList();
                boolean single = later.stream().allMatch(f -> f.variables().size() == 1);
                boolean before =
                        last >= 0 && single && !earlier.isEmpty() && groups.home(new Monomial(1, earlier)) < last;
                boolean fits = m.factors().isEmpty() || groups.home(m) >= 0;
                if (fits && !(eager && before)) {
                    local.add(m);
                } else if (before && groups.home(new Monomial(1, earlier)) >= 0) {
                    crossing.computeIfAbsent(last, k -> new LinkedHashMap<>())
                            .computeIfAbsent(later, k -> new LinkedHashMap<>())
                            .merge(earlier, m.coefficient(), Double::sum);
                } else {
                    return null;
                }
            }
            return crossing.isEmpty()
                    ? new CarriedTerms(local, List.of(), Map.of(), eager)
                    : carry(crossing, local, eager);
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
                Map<Integer, Map<List<Term>, Map<List<Term>, Double>>> crossing, List<Monomial> local, boolean eager) {
            List<Monomial> carried = new ArrayList<>();
            Map<Integer, double[]> carriedBy = new LinkedHashMap<>();
            int end = crossing.keySet().stream().mapToInt(i -> i).max().orElseThrow();
            Map<List<Term>, Double> reference = Objects.requireNonNull(crossing.get(end))
                    .values()
                    .iterator()
                    .next();
            reference.forEach((factors, c) -> carried.add(new Monomial(c, factors)));
            for (var position : crossing.entrySet()) {
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
            return new CarriedTerms(local, carried, carriedBy, eager);
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
