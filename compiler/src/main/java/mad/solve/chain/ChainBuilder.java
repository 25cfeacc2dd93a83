package mad.solve.chain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import mad.program.Constraint;
import mad.program.Program;
import org.jspecify.annotations.Nullable;

/** Lines the variables of a program up, and gives every monomial of its rows a cluster. */
final class ChainBuilder {
    /** Cells of the tables of one bound over the whole box, for one weight: about ten seconds of work. */
    private static final double MOST_CELLS = 1e9;

    private final Program program;
    private final Rows rows;
    private final boolean withObjective;
    private final Set<Integer> apart;
    private final boolean tables;
    private final StringBuilder why;
    private final Functions functions;
    private Groups groups = new Groups(List.of());
    private int[] right = new int[0];
    private int start = -1;

    /**
     * @param withObjective whether variables that only the objective couples belong together; else it may couple distant ones
     * @param apart budgets that may couple distant variables as well
     * @param tables whether clusters may be tabulated that have no closed form
     */
    ChainBuilder(
            Program program, Rows rows, boolean withObjective, Set<Integer> apart, boolean tables, StringBuilder why) {
        this.apart = apart;
        this.tables = tables;
        this.withObjective = withObjective;
        this.program = program;
        this.rows = rows;
        this.why = why;
        this.functions = new Functions(program.variables());
    }

    @Nullable
    Chain build() {
        groups = new Groups(Components.chain(graph(), v -> functions.size(v) <= LineCluster.NARROW));
        if (groups.all().isEmpty()) {
            why.append("the variables do not hang together in a chain");
            return null;
        }
        int n = groups.all().size();
        right = new int[n];
        for (int i = 0; i < n; i++) {
            right[i] = i + 1 < n ? shared(groups.all().get(i), groups.all().get(i + 1)) : -1;
        }
        promoteEnds();
        CarriedTerms terms = CarriedTerms.of(sums(), groups, right, functions);
        if (terms == null) {
            why.append("distant variables are coupled by more than one quantity");
            return null;
        }
        List<List<Monomial>> quantities = new ArrayList<>();
        quantities.add(terms.locals().getFirst());
        quantities.add(terms.carried());
        quantities.addAll(terms.locals().subList(1, terms.locals().size()));
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
                int home = groups.home(m);
                if (home < 0) {
                    why.append("a limit couples variables of distant clusters");
                    return null;
                }
                parts.get(home).add(new Cluster.Part(q, m));
            }
        }
        List<Cluster> clusters = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            Cluster cluster = cluster(i, parts.get(i));
            if (cluster == null) {
                return null;
            }
            clusters.add(cluster);
        }
        double[][] weightOf = new double[n][];
        terms.weights().forEach((i, table) -> weightOf[i] = table);
        return new Chain(
                program, rows, functions, clusters, weightOf, terms.shares(), constants, null, terms.eagerness());
    }

    /** The objective, then the budgets. */
    private List<List<Monomial>> sums() {
        List<List<Monomial>> sums = new ArrayList<>(List.of(rows.objective()));
        rows.budgets().forEach(b -> sums.add(b.sum()));
        return sums;
    }

    private @Nullable Cluster cluster(int i, List<Cluster.Part> parts) {
        int left = i == 0 ? start : right[i - 1];
        StringBuilder noLines = new StringBuilder();
        Cluster cluster =
                LineCluster.of(program, functions, groups.all().get(i), left, right[i], parts, rows.local(), noLines);
        if (cluster != null || !tables) {
            why.append(noLines);
            return cluster;
        }
        List<Integer> group = List.copyOf(groups.all().get(i));
        return TableCluster.of(group, left, right[i], parts, rows.local(), functions, why);
    }

    /** The variables at the two ends of the chain: the widest of those that only their cluster has, apart from the widest of all. */
    private void promoteEnds() {
        start = widest(groups.all().getFirst(), right[0], -1);
        int n = groups.all().size();
        for (int i = 0; i < n; i++) {
            if (right[i] < 0) {
                int before = i == 0 ? start : right[i - 1];
                int crossing = crossing(i, before);
                right[i] = crossing < 0 && i == n - 1 ? widest(groups.all().get(i), before, -1) : crossing;
            }
        }
    }

    /**
     * A private variable of a cluster that the objective or a limit multiplies with other clusters, the first of those that it multiplies with
     * earlier ones, if there is one: it is their weight. -1 for none.
     */
    private int crossing(int cluster, int taken) {
        TreeSet<Integer> group = groups.all().get(cluster);
        int any = -1;
        for (List<Monomial> sum : sums()) {
            for (Monomial m : sum) {
                if (m.factors().isEmpty() || groups.home(m) >= 0) {
                    continue;
                }
                boolean weighs = groups.all().subList(0, cluster).stream()
                        .anyMatch(earlier -> earlier.stream().anyMatch(m.variables()::contains));
                for (int v : group) {
                    if (v != taken && m.variables().contains(v) && (weighs || any < 0)) {
                        any = v;
                        if (weighs) {
                            return v;
                        }
                    }
                }
            }
        }
        return any;
    }

    /** Of the wide private variables of an end cluster the one whose removal leaves the smaller one inside; -1 where one is enough. */
    private int widest(TreeSet<Integer> group, int taken, int none) {
        List<Integer> wide = group.stream()
                .filter(v -> v != taken && functions.size(v) > LineCluster.NARROW && !affineEverywhere(v))
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
        return LineCluster.isAffine(variable, functions, allMonomials());
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
        if (withObjective) {
            rows.objective().forEach(m -> clique(adjacent, m));
        }
        for (int i = 0; i < rows.budgets().size(); i++) {
            if (!apart.contains(i)) {
                rows.budgets().get(i).sum().forEach(m -> clique(adjacent, m));
            }
        }
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
}
