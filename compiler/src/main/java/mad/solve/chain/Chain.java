package mad.solve.chain;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import mad.program.Constraint;
import mad.program.Domain;
import mad.program.Program;
import mad.program.Term;
import org.jspecify.annotations.Nullable;

/**
 * A program as a chain of clusters. Neighbouring clusters share one variable; all rows are sums over clusters; and objective
 * terms that couple distant clusters are products of a function of one later shared variable and one common quantity of each
 * earlier cluster, the <em>carried</em> quantity.
 *
 * @param quantities 0 is the objective, 1 the carried quantity, then budgets, ratios' depths and logs, pieces' arguments
 * @param constants what each quantity has besides its clusters
 */
public final class Chain {
    /** Cells of the tables of one bound over the whole box, for one weight: about ten seconds of work. */
    private static final double MOST_CELLS = 1e9;

    static final int OBJECTIVE = 0;
    static final int CARRIED = 1;

    final Program program;
    final Rows rows;
    final Functions functions;
    final List<Cluster> clusters;
    /** For each cluster what its right variable adds to the weight of everything carried so far, by position; null for nothing. */
    final double[] @Nullable [] weightOf;

    final double[] constants;
    final int quantities;

    private Chain(
            Program program,
            Rows rows,
            Functions functions,
            List<Cluster> clusters,
            double[] @Nullable [] weightOf,
            double[] constants) {
        this.program = program;
        this.rows = rows;
        this.functions = functions;
        this.clusters = clusters;
        this.weightOf = weightOf;
        this.constants = constants;
        this.quantities = constants.length;
    }

    int budget(int i) {
        return 2 + i;
    }

    int ratioDepth(int i) {
        return 2 + rows.budgets().size() + 2 * i;
    }

    int ratioLogs(int i) {
        return ratioDepth(i) + 1;
    }

    int argument(int piece, int i) {
        int at = 2 + rows.budgets().size() + 2 * rows.ratios().size();
        for (int p = 0; p < piece; p++) {
            at += rows.pieces().get(p).arguments().size();
        }
        return at + i;
    }

    /** An interval. */
    record Range(double lo, double hi) {
        double clamp(double x) {
            return Math.max(lo, Math.min(hi, x));
        }

        Range times(Range other) {
            double a = lo * other.lo;
            double b = lo * other.hi;
            double c = hi * other.lo;
            double d = hi * other.hi;
            return new Range(Math.min(Math.min(a, b), Math.min(c, d)), Math.max(Math.max(a, b), Math.max(c, d)));
        }

        static Range of(double[] table, int from, int to) {
            double least = table[from];
            double most = table[from];
            for (int i = from + 1; i <= to; i++) {
                least = Math.min(least, table[i]);
                most = Math.max(most, table[i]);
            }
            return new Range(least, most);
        }
    }

    /** What a quantity may be over a box of positions, constant included; wider than need be where variables repeat. */
    Range range(int quantity, int[] lo, int[] hi) {
        double least = constants[quantity];
        double most = least;
        for (Cluster cluster : clusters) {
            for (Cluster.Shape s : cluster.shapes()) {
                for (Cluster.Member m : s.members()) {
                    if (m.quantity() != quantity) {
                        continue;
                    }
                    Range r = new Range(m.coefficient(), m.coefficient());
                    if (s.left() != null) {
                        r = r.times(Range.of(s.left(), lo[cluster.left()], hi[cluster.left()]));
                    }
                    if (s.right() != null) {
                        r = r.times(Range.of(s.right(), lo[cluster.right()], hi[cluster.right()]));
                    }
                    if (s.wide() != null) {
                        r = r.times(Range.of(s.wide(), lo[cluster.wide()], hi[cluster.wide()]));
                    }
                    for (Cluster.Small small : m.small()) {
                        r = r.times(Range.of(small.table(), lo[small.variable()], hi[small.variable()]));
                    }
                    if (s.pair() != null) {
                        return new Range(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
                    }
                    least += r.lo;
                    most += r.hi;
                }
            }
        }
        return new Range(least, most);
    }

    /** Whether a program is a chain. */
    public sealed interface Recognition {
        record Recognised(Chain chain) implements Recognition {}

        /** @param reason ends a sentence such as "the program is no chain: " */
        record Refused(String reason) implements Recognition {}
    }

    public static Recognition of(Program program) {
        return of(program, true);
    }

    /** The same with an objective that is 0 everywhere. */
    public static Recognition ofConstraints(Program program) {
        return of(program, false);
    }

    private static Recognition of(Program program, boolean withObjective) {
        for (var v : program.variables()) {
            if (!(v.domain() instanceof Domain.Discrete d) || d.size() > 100_000) {
                return new Recognition.Refused("`" + v.name() + "` is not a choice among at most 100,000 numbers");
            }
        }
        Rows rows = Rows.of(program, withObjective);
        if (rows == null) {
            return new Recognition.Refused("the objective is no sum of products of functions of one variable");
        }
        StringBuilder why = new StringBuilder();
        Chain chain = program.variables().isEmpty() ? null : new Builder(program, rows, why).build();
        return chain == null ? new Recognition.Refused(why.toString()) : new Recognition.Recognised(chain);
    }

    private static final class Builder {
        private final Program program;
        private final Rows rows;
        private final StringBuilder why;
        private final Functions functions;
        private List<TreeSet<Integer>> groups = List.of();
        private int[] right = new int[0];

        Builder(Program program, Rows rows, StringBuilder why) {
            this.program = program;
            this.rows = rows;
            this.why = why;
            this.functions = new Functions(program.variables());
        }

        @Nullable
        Chain build() {
            groups = Components.chain(graph());
            if (groups.isEmpty()) {
                why.append("the variables do not hang together in a chain");
                return null;
            }
            int n = groups.size();
            right = new int[n];
            for (int i = 0; i < n; i++) {
                right[i] = i + 1 < n ? shared(groups.get(i), groups.get(i + 1)) : -1;
            }
            promoteEnds();
            List<List<Monomial>> quantities = new ArrayList<>();
            Map<Integer, double[]> carriedBy = new HashMap<>();
            List<Monomial> local = new ArrayList<>();
            List<Monomial> carried = new ArrayList<>();
            if (!split(true, local, carried, carriedBy) && !split(false, local, carried, carriedBy)) {
                why.append("distant variables are coupled by more than one quantity");
                return null;
            }
            quantities.add(local);
            quantities.add(carried);
            rows.budgets().forEach(b -> quantities.add(b.sum()));
            rows.ratios().forEach(r -> {
                quantities.add(r.depth());
                quantities.add(r.logs());
            });
            rows.pieces().forEach(p -> quantities.addAll(p.arguments()));
            double[] constants = new double[quantities.size()];
            List<List<Cluster.Part>> parts = new ArrayList<>();
            for (int i = 0; i < n; i++) {
                parts.add(new ArrayList<>());
            }
            for (int q = 0; q < quantities.size(); q++) {
                for (Monomial m : quantities.get(q)) {
                    if (m.factors().isEmpty()) {
                        constants[q] += m.coefficient();
                        continue;
                    }
                    int home = home(m);
                    if (home < 0) {
                        why.append("a limit couples variables of distant clusters");
                        return null;
                    }
                    parts.get(home).add(new Cluster.Part(q, m));
                }
            }
            List<Cluster> clusters = new ArrayList<>();
            for (int i = 0; i < n; i++) {
                Cluster cluster = Cluster.of(
                        program,
                        functions,
                        groups.get(i),
                        i == 0 ? start : right[i - 1],
                        right[i],
                        parts.get(i),
                        rows.local(),
                        why);
                if (cluster == null) {
                    return null;
                }
                clusters.add(cluster);
            }
            double[][] weightOf = new double[n][];
            carriedBy.forEach((i, table) -> weightOf[i] = table);
            return new Chain(program, rows, functions, clusters, weightOf, constants);
        }

        private int start = -1;

        /** The variables at the two ends of the chain: the widest of those that only their cluster has, apart from the widest of all. */
        private void promoteEnds() {
            start = widest(groups.getFirst(), right[0], -1);
            int n = groups.size();
            for (int i = 0; i < n; i++) {
                if (right[i] < 0) {
                    int before = i == 0 ? start : right[i - 1];
                    int crossing = crossing(groups.get(i), before);
                    right[i] = crossing < 0 && i == n - 1 ? widest(groups.get(i), before, -1) : crossing;
                }
            }
        }

        /** A private variable of a cluster that the objective multiplies with other clusters; -1 for none. */
        private int crossing(TreeSet<Integer> group, int taken) {
            for (Monomial m : rows.objective()) {
                if (!m.factors().isEmpty() && home(m) < 0) {
                    for (int v : group) {
                        if (v != taken && m.variables().contains(v)) {
                            return v;
                        }
                    }
                }
            }
            return -1;
        }

        /** Of the wide private variables of an end cluster the one whose removal leaves the smaller one inside; -1 where one is enough. */
        private int widest(TreeSet<Integer> group, int taken, int none) {
            List<Integer> wide = group.stream()
                    .filter(v -> v != taken && functions.size(v) > Cluster.NARROW && !affineEverywhere(v))
                    .sorted(Comparator.comparingInt((Integer v) -> degree(v)).thenComparingInt(v -> v))
                    .toList();
            return wide.size() > 1 ? wide.getFirst() : none;
        }

        private int degree(int variable) {
            int degree = 0;
            for (Rows.Budget b : rows.budgets()) {
                for (Monomial m : b.sum()) {
                    degree += m.variables().contains(variable) ? 1 : 0;
                }
            }
            return degree;
        }

        private boolean affineEverywhere(int variable) {
            return Cluster.isAffine(variable, functions, allMonomials());
        }

        private List<Monomial> allMonomials() {
            List<Monomial> all = new ArrayList<>(rows.objective());
            rows.budgets().forEach(b -> all.addAll(b.sum()));
            rows.ratios().forEach(r -> {
                all.addAll(r.depth());
                all.addAll(r.logs());
            });
            return all;
        }

        private boolean[][] graph() {
            int n = program.variables().size();
            boolean[][] adjacent = new boolean[n][n];
            rows.budgets().forEach(b -> b.sum().forEach(m -> clique(adjacent, m)));
            rows.ratios().forEach(r -> {
                r.depth().forEach(m -> clique(adjacent, m));
                r.logs().forEach(m -> clique(adjacent, m));
            });
            for (Constraint c : rows.local()) {
                int[] v = c.body().variables().indices().toArray();
                for (int a : v) {
                    for (int b : v) {
                        adjacent[a][b] |= a != b;
                    }
                }
            }
            return adjacent;
        }

        private static void clique(boolean[][] adjacent, Monomial m) {
            int[] v = m.variables().indices().toArray();
            for (int a : v) {
                for (int b : v) {
                    adjacent[a][b] |= a != b;
                }
            }
        }

        private static int shared(TreeSet<Integer> a, TreeSet<Integer> b) {
            return a.stream().filter(b::contains).findFirst().orElse(-1);
        }

        /** The first cluster that holds all variables of a monomial; -1 where none does. */
        private int home(Monomial m) {
            int[] v = m.variables().indices().toArray();
            for (int i = 0; i < groups.size(); i++) {
                TreeSet<Integer> group = groups.get(i);
                if (Arrays.stream(v).allMatch(group::contains)) {
                    return i;
                }
            }
            return -1;
        }

        /**
         * Objective terms within one cluster are local; the others must have the form that {@link Chain} describes.
         *
         * @param eager whether a product of a shared variable's function and one of the cluster before counts as carried, though
         *     it would fit into the shared variable's own cluster
         */
        private boolean split(
                boolean eager, List<Monomial> local, List<Monomial> carried, Map<Integer, double[]> carriedBy) {
            local.clear();
            carried.clear();
            carriedBy.clear();
            Map<Integer, Map<List<Term>, Map<List<Term>, Double>>> crossing = new LinkedHashMap<>();
            for (Monomial m : rows.objective()) {
                int last = lastShared(m);
                int shared = last < 0 ? -1 : right[last];
                List<Term> later = m.factors().stream()
                        .filter(f -> f.variables().contains(shared))
                        .toList();
                List<Term> earlier = m.factors().stream()
                        .filter(f -> !f.variables().contains(shared))
                        .toList();
                boolean single = later.stream().allMatch(f -> f.variables().size() == 1);
                boolean before = last >= 0 && single && !earlier.isEmpty() && home(new Monomial(1, earlier)) < last;
                boolean fits = m.factors().isEmpty() || home(m) >= 0;
                if (fits && !(eager && before)) {
                    local.add(m);
                } else if (before && home(new Monomial(1, earlier)) >= 0) {
                    crossing.computeIfAbsent(last, k -> new LinkedHashMap<>())
                            .computeIfAbsent(later, k -> new LinkedHashMap<>())
                            .merge(earlier, m.coefficient(), Double::sum);
                } else {
                    return false;
                }
            }
            return crossing.isEmpty() || carry(crossing, carried, carriedBy);
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

        private boolean carry(
                Map<Integer, Map<List<Term>, Map<List<Term>, Double>>> crossing,
                List<Monomial> carried,
                Map<Integer, double[]> carriedBy) {
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
                        return false;
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
            return true;
        }

        /** The factor between two left sides, which must agree on all clusters before {@code position}. */
        private @Nullable Double ratio(Map<List<Term>, Double> left, Map<List<Term>, Double> reference, int position) {
            Double ratio = null;
            for (var e : reference.entrySet()) {
                if (home(new Monomial(1, e.getKey())) >= position) {
                    continue;
                }
                Double mine = left.get(e.getKey());
                if (mine == null) {
                    return null;
                }
                double r = mine / e.getValue();
                if (ratio != null && Math.abs(r - ratio) > 1e-9 * Math.abs(ratio)) {
                    return null;
                }
                ratio = ratio == null ? Double.valueOf(r) : ratio;
            }
            boolean more = left.keySet().stream().anyMatch(k -> !reference.containsKey(k));
            return more ? null : ratio;
        }
    }
}
