package mad.verify;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import mad.verify.Monomials.Monomial;
import org.jspecify.annotations.Nullable;

/**
 * Sums in two parts: what is local to clusters, and a share of one quantity that couples distant ones. That quantity is made of products
 * of a function of one later shared variable, the weight, and of one sum of the clusters before it, which is carried along the chain.
 */
final class Carried {
    /** Shares that differ by rounding alone. */
    private static final double SAME = 1e-9;

    /** By sum, what is left to its clusters. */
    final List<List<Monomial>> locals = new ArrayList<>();

    /** By sum, how many times it has the quantity. */
    final Interval[] shares;

    /** What is carried. */
    final List<Monomial> sum = new ArrayList<>();

    /** By cluster: what its right variable adds to the weight of all that is carried from clusters before; null for nothing. */
    final @Nullable Table[] weights;

    /** By sum, what its share leaves over: rounding, or a refusal in disguise. */
    final Interval[] left;

    /** What the weights leave over of the quantity. */
    Interval rest = Interval.ZERO;

    private final Chain chain;
    private Map<Crossing, Interval> quantity = Map.of();

    /** A product by the cluster of its later variable, that variable's functions, and the earlier ones. */
    private record Crossing(int last, List<Integer> later, List<Integer> earlier) {}

    /**
     * @param sums the objective first, then the limits
     * @param eager whether what could stay in the cluster of the weight is carried nevertheless: of the objective
     * @param eagerLimits the same of a limit that has products of distant clusters too
     */
    Carried(Chain chain, List<List<Monomial>> sums, boolean eager, boolean eagerLimits) {
        this.chain = chain;
        this.shares = new Interval[sums.size()];
        this.left = new Interval[sums.size()];
        this.weights = new Table[chain.clusters.size()];
        Arrays.fill(shares, Interval.ZERO);
        Arrays.fill(left, Interval.ZERO);
        for (int i = 0; i < shares.length; i++) {
            if (quantity.isEmpty()) {
                first(
                        i,
                        sums.get(i),
                        i == 0 ? eager : eagerLimits && !sums.get(i).stream().allMatch(this::fits));
            } else {
                share(i, sums.get(i));
            }
        }
        carry();
    }

    private boolean fits(Monomial m) {
        return m.factors().isEmpty() || chain.home(m.factors()) >= 0;
    }

    /** Takes the quantity from a sum that has one. */
    private void first(int index, List<Monomial> monomials, boolean eager) {
        List<Monomial> local = new ArrayList<>();
        Map<Crossing, Interval> crossing = new LinkedHashMap<>();
        for (Monomial m : monomials) {
            Crossing way = crossing(m);
            if (way == null || fits(m) && !eager) {
                local.add(m);
            } else {
                crossing.merge(way, m.coefficient(), Interval::plus);
            }
        }
        quantity = crossing;
        shares[index] = crossing.isEmpty() ? Interval.ZERO : Interval.ONE;
        locals.add(local);
    }

    /** Finds how many times a sum has the quantity. Whatever the share, what it leaves over is added in full. */
    private void share(int index, List<Monomial> monomials) {
        List<Monomial> local = new ArrayList<>();
        Map<Crossing, Interval> crossing = new LinkedHashMap<>();
        for (Monomial m : monomials) {
            Crossing way = crossing(m);
            if (way != null && quantity.containsKey(way)) {
                crossing.merge(way, m.coefficient(), Interval::plus);
            } else {
                local.add(m);
            }
        }
        double share = common(crossing);
        if (crossing.isEmpty() || Double.isNaN(share) && monomials.stream().allMatch(this::fits)) {
            locals.add(monomials);
            return;
        }
        if (Double.isNaN(share)) {
            throw new Refused("two different sums would have to be carried");
        }
        locals.add(local);
        shares[index] = Interval.of(share);
        quantity.forEach((way, c) -> {
            Interval over = crossing.getOrDefault(way, Interval.ZERO).minus(c.times(share));
            List<Integer> factors = new ArrayList<>(way.later);
            factors.addAll(way.earlier);
            left[index] = left[index].plus(chain.magnitude(new Monomial(over, factors)));
        });
    }

    /** NaN where there is none. */
    private double common(Map<Crossing, Interval> mine) {
        double common = Double.NaN;
        for (var way : quantity.entrySet()) {
            Interval coefficient = mine.get(way.getKey());
            double ratio = coefficient == null
                    ? Double.NaN
                    : coefficient.over(way.getValue()).middle();
            if (!(Math.abs(ratio - (Double.isNaN(common) ? ratio : common)) <= SAME * Math.abs(ratio))) {
                return Double.NaN;
            }
            common = Double.isNaN(common) ? ratio : common;
        }
        return common;
    }

    /** How a product may be carried; null where it may not. */
    private @Nullable Crossing crossing(Monomial m) {
        int last = chain.lastShared(m);
        if (last < 0) {
            return null;
        }
        int shared = chain.clusters.get(last).right;
        List<Integer> later =
                m.factors().stream().filter(f -> chain.reads(f, shared)).toList();
        List<Integer> earlier =
                m.factors().stream().filter(f -> !chain.reads(f, shared)).toList();
        int home = earlier.isEmpty() ? -1 : chain.home(earlier);
        return home >= 0 && home < last && later.stream().allMatch(chain::isOfOne)
                ? new Crossing(last, later, earlier)
                : null;
    }

    /** Writes the quantity as weights of one sum. */
    private void carry() {
        Map<Integer, Map<List<Integer>, Map<List<Integer>, Interval>>> byCluster = new LinkedHashMap<>();
        quantity.forEach((way, c) -> byCluster
                .computeIfAbsent(way.last, k -> new LinkedHashMap<>())
                .computeIfAbsent(way.later, k -> new LinkedHashMap<>())
                .put(way.earlier, c));
        if (byCluster.isEmpty()) {
            return;
        }
        int end = byCluster.keySet().stream().mapToInt(i -> i).max().orElseThrow();
        Map<List<Integer>, Interval> carried =
                Objects.requireNonNull(byCluster.get(end)).values().iterator().next();
        carried.forEach((factors, c) -> sum.add(new Monomial(c, factors)));
        byCluster.forEach((cluster, products) -> products.forEach((later, earlier) -> {
            Table function = Objects.requireNonNull(chain.functions.product(later));
            double ratio = Double.NaN;
            if (!carried.keySet().containsAll(earlier.keySet())) {
                throw new Refused("two different sums would have to be carried");
            }
            for (var part : carried.entrySet()) {
                if (chain.home(part.getKey()) >= cluster) {
                    continue;
                }
                Interval mine = earlier.getOrDefault(part.getKey(), Interval.ZERO);
                ratio = Double.isNaN(ratio) ? mine.over(part.getValue()).middle() : ratio;
                // what is left when the ratio is not quite the same for all
                Interval over = mine.minus(part.getValue().times(ratio));
                rest = rest.plus(chain.magnitude(new Monomial(
                        over.times(new Interval(-function.magnitude(), function.magnitude())), part.getKey())));
            }
            Table weighted = function.times(Interval.of(ratio));
            Table before = weights[cluster];
            weights[cluster] = before == null ? weighted : before.plus(weighted);
        }));
    }
}
