package mad.solve.chain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.function.IntPredicate;

/** Splits a graph of variables at its cut vertices into clusters, and lines these up where they form chains. */
final class Components {
    private final boolean[][] adjacent;
    private final int[] depth;
    private final int[] low;
    private final List<int[]> stack = new ArrayList<>();
    private final List<TreeSet<Integer>> clusters = new ArrayList<>();
    private int time;

    private Components(boolean[][] adjacent) {
        this.adjacent = adjacent;
        this.depth = new int[adjacent.length];
        this.low = new int[adjacent.length];
    }

    /**
     * The biconnected components in an order in which neighbours share one vertex or none; empty where they branch.
     * A vertex without neighbours is a cluster of its own. Where components branch only because others hang on one vertex, these go to its
     * other component: those of small vertices, or if that does not do any.
     *
     * @param small vertices that a cluster has room for beside those it needs
     */
    static List<TreeSet<Integer>> chain(boolean[][] adjacent, IntPredicate small) {
        Components components = new Components(adjacent);
        for (int v = 0; v < adjacent.length; v++) {
            if (components.depth[v] == 0) {
                boolean alone = true;
                for (boolean edge : adjacent[v]) {
                    alone &= !edge;
                }
                if (alone) {
                    components.depth[v] = ++components.time;
                    components.clusters.add(new TreeSet<>(List.of(v)));
                } else {
                    components.visit(v, -1);
                }
            }
        }
        List<TreeSet<Integer>> line = line(components.clusters);
        List<TreeSet<Integer>> pruned = components.clusters;
        for (boolean branches : new boolean[] {false, true}) {
            if (line.isEmpty()) {
                pruned = withoutTwigs(pruned, branches ? v -> true : small, branches ? 2 : 1);
                line = line(pruned);
            }
        }
        return line;
    }

    /** @param least other components at the vertex that a twig hangs on */
    private static List<TreeSet<Integer>> withoutTwigs(List<TreeSet<Integer>> clusters, IntPredicate small, int least) {
        List<TreeSet<Integer>> kept = new ArrayList<>(clusters);
        for (TreeSet<Integer> twig : clusters) {
            List<TreeSet<Integer>> near = neighbours(twig, kept);
            List<Integer> shared = twig.stream()
                    .filter(v -> near.stream().anyMatch(other -> other.contains(v)))
                    .toList();
            boolean hangs = shared.size() == 1
                    && near.size() >= least
                    && twig.stream().filter(v -> !shared.contains(v)).allMatch(small::test);
            if (hangs) {
                // towards the beginning, so that each finds a component of its own
                near.reversed().stream()
                        .min(Comparator.comparingInt(TreeSet::size))
                        .orElseThrow()
                        .addAll(twig);
                kept.removeIf(other -> other == twig);
            }
        }
        return kept;
    }

    private void visit(int v, int parent) {
        depth[v] = ++time;
        low[v] = depth[v];
        for (int w = 0; w < adjacent.length; w++) {
            if (!adjacent[v][w] || w == parent) {
                continue;
            }
            if (depth[w] == 0) {
                stack.add(new int[] {v, w});
                visit(w, v);
                low[v] = Math.min(low[v], low[w]);
                if (low[w] >= depth[v]) {
                    pop(v, w);
                }
            } else if (depth[w] < depth[v]) {
                stack.add(new int[] {v, w});
                low[v] = Math.min(low[v], depth[w]);
            }
        }
    }

    private void pop(int v, int w) {
        TreeSet<Integer> cluster = new TreeSet<>();
        int[] edge;
        do {
            edge = stack.removeLast();
            cluster.add(edge[0]);
            cluster.add(edge[1]);
        } while (edge[0] != v || edge[1] != w);
        clusters.add(cluster);
    }

    private static List<TreeSet<Integer>> line(List<TreeSet<Integer>> clusters) {
        List<TreeSet<Integer>> open = new ArrayList<>(clusters);
        List<TreeSet<Integer>> chain = new ArrayList<>();
        while (!open.isEmpty()) {
            TreeSet<Integer> end = end(open);
            if (end == null) {
                return List.of();
            }
            TreeSet<Integer> at = end;
            while (at != null) {
                open.remove(at);
                chain.add(at);
                List<TreeSet<Integer>> next = neighbours(at, open);
                if (next.size() > 1) {
                    return List.of();
                }
                at = next.isEmpty() ? null : next.getFirst();
            }
        }
        return chain;
    }

    /** A cluster with at most one neighbour; the one with the smallest variable, so that the order is the program's. */
    private static @org.jspecify.annotations.Nullable TreeSet<Integer> end(List<TreeSet<Integer>> open) {
        TreeSet<Integer> best = null;
        for (TreeSet<Integer> cluster : open) {
            if (neighbours(cluster, open).size() <= 1 && (best == null || cluster.first() < best.first())) {
                best = cluster;
            }
        }
        return best;
    }

    private static List<TreeSet<Integer>> neighbours(TreeSet<Integer> cluster, List<TreeSet<Integer>> open) {
        return open.stream()
                .filter(other -> other != cluster && other.stream().anyMatch(cluster::contains))
                .toList();
    }
}
