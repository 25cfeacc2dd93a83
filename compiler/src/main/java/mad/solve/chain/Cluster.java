package mad.solve.chain;

import org.jspecify.annotations.Nullable;

/** The variables between two shared ones, and what they contribute to each quantity. */
sealed interface Cluster permits LineCluster, TableCluster {
    /** The variable shared with the cluster before, -1 for none. */
    int left();

    /** The variable shared with the next cluster, -1 for none. */
    int right();

    /** Cells that a maximisation over the whole domains fills. */
    double cells(Functions functions);

    /** Adds what the cluster contributes at a point of positions to every quantity. */
    void add(int[] point, double[] all);

    /** What the cluster may contribute to a quantity over a box; wider than need be. */
    Range range(int quantity, int[] lo, int[] hi);

    /** Whether it contributes to the carried quantity. */
    boolean carries();

    ClusterMaximum maximum(Functions functions, double @Nullable [] weightOf, @Nullable ClusterMaximum before);

    /** What a cluster adds to a quantity. */
    record Part(int quantity, Monomial monomial) {}
}
