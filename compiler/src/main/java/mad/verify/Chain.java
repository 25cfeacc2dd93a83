package mad.verify;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import mad.verify.Monomials.Monomial;
import org.jspecify.annotations.Nullable;

/**
 * A program's sums, dealt out to clusters in a line. Terms of the objective that reach over clusters are a product of a function of one
 * later shared variable, the weight, and of one sum of the clusters before it, which is carried along.
 */
final class Chain {
    /** Values of a variable: functions of it are tabulated. */
    private static final int MOST = 100_000;

    final Rows rows;
    final List<Cluster> clusters = new ArrayList<>();
    /** By cluster: what its right variable adds to the weight of all that is carried from clusters before; null for nothing. */
    final @Nullable Table[] weights;

    /** By sum, what does not depend on variables. */
    final Interval[] constants;

    /** What monomials that fit nowhere add to the objective at most: coefficients that should cancel, and do but for rounding. */
    private Interval rest = Interval.ZERO;

    private final Program program;
    private final Functions functions;
    private final Interval[] whole;

    Chain(Program program, Json json, boolean withObjective) {
        this.program = program;
        this.functions = new Functions(program);
        this.whole = program.whole();
        if (program.variables().stream().anyMatch(Domain::isReal)) {
            throw new Refused("a chain has no real variables");
        }
        if (program.variables().stream().anyMatch(v -> v.count() > MOST)) {
            throw new Refused("a variable of a chain has more than " + MOST + " values");
        }
        this.rows = Rows.of(program, withObjective);
        List<List<Monomial>> sums = sums();
        BitSet affine = Functions.affine(
                program,
                java.util.stream.Stream.concat(sums.stream(), java.util.stream.Stream.of(rows.objective()))
                        .flatMap(List::stream)
                        .toList());
        for (Json cluster : json.get("clusters").list()) {
            clusters.add(new Cluster(cluster, affine, program.variables().size()));
        }
        checkLine();
        weights = new Table[clusters.size()];
        constants = new Interval[sums.size()];
        Arrays.fill(constants, Interval.ZERO);
        deal(Relaxation.OBJECTIVE, split(json.get("eager").truth()));
        for (int sum = 2; sum < sums.size(); sum++) {
            deal(sum, sums.get(sum));
        }
    }

    /** The sums of the rows, in the order of {@link Relaxation}; those of the objective come later. */
    private List<List<Monomial>> sums() {
        List<List<Monomial>> sums = new ArrayList<>(List.of(List.of(), List.of()));
        rows.budgets().forEach(b -> sums.add(b.sum()));
        rows.ratios().forEach(r -> {
            sums.add(r.depth());
            sums.add(r.logs());
        });
        rows.pieces().forEach(p -> sums.addAll(p.of()));
        return sums;
    }

    /** Neighbours share one variable, and no others are in two clusters. */
    private void checkLine() {
        BitSet seen = new BitSet();
        for (int i = 0; i < clusters.size(); i++) {
            Cluster cluster = clusters.get(i);
            BitSet own = (BitSet) cluster.variables.clone();
            if (i > 0) {
                if (cluster.left != clusters.get(i - 1).right) {
                    throw new Refused("clusters " + (i - 1) + " and " + i + " are not joined");
                }
                if (cluster.left >= 0) {
                    own.clear(cluster.left);
                }
            }
            if (own.intersects(seen)) {
                throw new Refused("a variable is in two clusters");
            }
            seen.or(own);
        }
        if (seen.nextClearBit(0) < program.variables().size()) {
            throw new Refused("a variable is in no cluster");
        }
    }

    private int home(List<Integer> factors) {
        for (int i = 0; i < clusters.size(); i++) {
            if (clusters.get(i).holds(program, factors)) {
                return i;
            }
        }
        return -1;
    }

    private void deal(int sum, List<Monomial> monomials) {
        for (Monomial m : monomials) {
            int home = home(m.factors());
            if (m.factors().isEmpty()) {
                constants[sum] = constants[sum].plus(m.coefficient());
            } else if (home < 0 || !clusters.get(home).add(program, functions, sum, m)) {
                if (m.coefficient().contains(0)) {
                    constants[sum] = constants[sum].plus(magnitude(m));
                } else {
                    throw new Refused("a product of variables fits into no cluster");
                }
            }
        }
    }

    /** What a monomial may be at all. */
    private Interval magnitude(Monomial m) {
        Values values = new Values(program);
        values.forward(whole);
        Interval product = m.coefficient();
        for (int f : m.factors()) {
            product = product.times(values.get(f));
        }
        return product;
    }

    /**
     * Finds the carried sum and its weights, and answers with what is left of the objective.
     *
     * @param eager whether what could stay in the cluster of the weight is carried nevertheless
     */
    private List<Monomial> split(boolean eager) {
        List<Monomial> local = new ArrayList<>();
        Map<Integer, Map<List<Integer>, Map<List<Integer>, Interval>>> crossing = new LinkedHashMap<>();
        for (Monomial m : rows.objective()) {
            int last = lastShared(m);
            int shared = last < 0 ? -1 : clusters.get(last).right;
            List<Integer> later =
                    m.factors().stream().filter(f -> reads(f, shared)).toList();
            List<Integer> earlier =
                    m.factors().stream().filter(f -> !reads(f, shared)).toList();
            boolean before = last >= 0
                    && !earlier.isEmpty()
                    && later.stream()
                            .allMatch(f -> program.terms().get(f).variables().cardinality() == 1)
                    && home(earlier) < last;
            if ((m.factors().isEmpty() || home(m.factors()) >= 0) && !(eager && before)) {
                local.add(m);
            } else if (before && home(earlier) >= 0) {
                crossing.computeIfAbsent(last, k -> new LinkedHashMap<>())
                        .computeIfAbsent(later, k -> new LinkedHashMap<>())
                        .merge(earlier, m.coefficient(), Interval::plus);
            } else {
                local.add(m);
            }
        }
        if (!crossing.isEmpty()) {
            carry(crossing);
        }
        constants[Relaxation.OBJECTIVE] = constants[Relaxation.OBJECTIVE].plus(rest);
        return local;
    }

    private boolean reads(int factor, int variable) {
        return variable >= 0 && program.terms().get(factor).variables().get(variable);
    }

    private int lastShared(Monomial m) {
        int last = -1;
        for (int i = 0; i < clusters.size(); i++) {
            int right = clusters.get(i).right;
            if (m.factors().stream().anyMatch(f -> reads(f, right))) {
                last = i;
            }
        }
        return last;
    }

    private void carry(Map<Integer, Map<List<Integer>, Map<List<Integer>, Interval>>> crossing) {
        int end = crossing.keySet().stream().mapToInt(i -> i).max().orElseThrow();
        Map<List<Integer>, Interval> carried =
                Objects.requireNonNull(crossing.get(end)).values().iterator().next();
        List<Monomial> sum = new ArrayList<>();
        carried.forEach((factors, c) -> sum.add(new Monomial(c, factors)));
        deal(Relaxation.CARRIED, sum);
        crossing.forEach((cluster, products) -> products.forEach((later, earlier) -> {
            Table function = Objects.requireNonNull(functions.product(later));
            double ratio = Double.NaN;
            if (!carried.keySet().containsAll(earlier.keySet())) {
                throw new Refused("two different sums would have to be carried");
            }
            for (var part : carried.entrySet()) {
                if (home(part.getKey()) >= cluster) {
                    continue;
                }
                Interval mine = earlier.getOrDefault(part.getKey(), Interval.ZERO);
                ratio = Double.isNaN(ratio) ? mine.over(part.getValue()).middle() : ratio;
                // what is left when the ratio is not quite the same for all: rounding, or a refusal in disguise
                Interval left = mine.minus(part.getValue().times(ratio));
                rest = rest.plus(magnitude(new Monomial(
                        left.times(new Interval(-function.magnitude(), function.magnitude())), part.getKey())));
            }
            Table weighted = function.times(constant(ratio, function));
            weights[cluster] = weights[cluster] == null ? weighted : weights[cluster].plus(weighted);
        }));
    }

    private static Table constant(double value, Table like) {
        double[] all = new double[like.lo().length];
        Arrays.fill(all, value);
        return new Table(all, all);
    }
}
