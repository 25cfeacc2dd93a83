package mad.solve.chain;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import mad.program.Constraint;
import org.jspecify.annotations.Nullable;

/**
 * A cluster whose quantities may be any functions of its variables: all combinations of its private variables are tabulated, by position
 * of the right and the left variable. Variables that do not matter under a combination, such as those of a block that is not
 * chosen, have no position in it.
 */
final class TableCluster implements Cluster {
    final int left;
    final int right;
    final int[] privates;
    /** By private variable: whether every quantity is affine in it. */
    final boolean[] ends;

    private final Map<Integer, List<LocalFunction>> functions;
    final int lefts;
    final int rights;
    /** A position for each private variable, -1 where it does not matter. */
    final List<int[]> choices;
    /** By position of the right variable the first entry; one more for the end. */
    final int[] start;

    final int[] choiceOf;
    /** By quantity, then entry: what does not depend on the left variable; null for nothing. */
    final double[] @Nullable [] byEntry;
    /** By quantity, then entry times {@link #lefts} plus left position; null for nothing. */
    final double[] @Nullable [] byCell;
    /** By entry times {@link #lefts} plus left position: what the conditions leave. */
    final boolean[] allowed;

    TableCluster(TableBuilder from, int[] start, int[] choiceOf) {
        this.left = from.left;
        this.right = from.right;
        this.privates = from.privates;
        this.ends = from.ends;
        this.functions = from.functions;
        this.lefts = from.lefts;
        this.rights = from.rights;
        this.choices = from.choices;
        this.start = start;
        this.choiceOf = choiceOf;
        int quantities = functions.keySet().stream().mapToInt(q -> q + 1).max().orElse(0);
        byEntry = new double[quantities][];
        byCell = new double[quantities][];
        allowed = new boolean[choiceOf.length * lefts];
    }

    static @Nullable Cluster of(
            List<Integer> group,
            int left,
            int right,
            List<Part> parts,
            List<Constraint> local,
            Functions functions,
            StringBuilder why) {
        return new TableBuilder(group, left, right, parts, local, functions, why).build();
    }

    @Override
    public int left() {
        return left;
    }

    @Override
    public int right() {
        return right;
    }

    /** The private variables in which every quantity is affine, or the others. */
    int[] privates(boolean affine) {
        return IntStream.range(0, privates.length)
                .filter(k -> ends[k] == affine)
                .map(k -> privates[k])
                .toArray();
    }

    @Override
    public double cells(Functions functions) {
        return allowed.length;
    }

    @Override
    public void add(int[] point, double[] all) {
        functions.forEach((q, parts) -> parts.forEach(f -> all[q] += f.at(point)));
    }

    @Override
    public Range range(int quantity, int[] lo, int[] hi) {
        return functions.containsKey(quantity) ? Range.ENTIRE : new Range(0, 0);
    }

    @Override
    public boolean carries() {
        return functions.containsKey(Chain.CARRIED);
    }

    @Override
    public ClusterMaximum maximum(Functions functions, double @Nullable [] weightOf, @Nullable ClusterMaximum before) {
        return new TableMaximum(this, functions, weightOf, before);
    }
}
