package mad.solve;

import java.util.List;
import mad.program.Assignment;

/**
 * What a solver may spend, when it may stop, and what it may start from.
 *
 * @param seed of all random choices; the same seed gives the same answer
 * @param evaluations the work limit: points evaluated; deterministic
 * @param seconds a safety net in wall-clock seconds, may be infinite; an answer that it cut short says so
 * @param gap the relative gap, at least 0, at which a solution counts as optimal
 * @param nodes boxes that branch and bound may look into; deterministic
 * @param bytes that the boxes still open may take, by estimate; deterministic
 * @param starts points to begin with, the likeliest first, such as the answers of neighbouring programs; values outside their
 *     domains are moved to the nearest inside
 */
public record Limits(
        long seed, long evaluations, double seconds, double gap, long nodes, long bytes, List<Assignment> starts) {
    public Limits {
        starts = List.copyOf(starts);
        if (evaluations < 1 || !(seconds > 0) || !(gap >= 0) || nodes < 1 || bytes < 1) {
            throw new IllegalArgumentException("limits: %d evaluations, %s s, gap %s, %d nodes, %d bytes"
                    .formatted(evaluations, seconds, gap, nodes, bytes));
        }
    }

    /** Without limits of nodes and memory, and without anything to start from. */
    public Limits(long seed, long evaluations, double seconds, double gap) {
        this(seed, evaluations, seconds, gap, Long.MAX_VALUE, Long.MAX_VALUE, List.of());
    }

    /** Seed 1, five million evaluations, no time limit, a gap of 1e-9. */
    public static Limits defaults() {
        return new Limits(1, 5_000_000, Double.POSITIVE_INFINITY, 1e-9);
    }

    public Limits withSeed(long seed) {
        return new Limits(seed, evaluations, seconds, gap, nodes, bytes, starts);
    }

    public Limits withEvaluations(long evaluations) {
        return new Limits(seed, evaluations, seconds, gap, nodes, bytes, starts);
    }

    public Limits withSeconds(double seconds) {
        return new Limits(seed, evaluations, seconds, gap, nodes, bytes, starts);
    }

    public Limits withGap(double gap) {
        return new Limits(seed, evaluations, seconds, gap, nodes, bytes, starts);
    }

    public Limits withTree(long nodes, long bytes) {
        return new Limits(seed, evaluations, seconds, gap, nodes, bytes, starts);
    }

    public Limits withStarts(List<Assignment> starts) {
        return new Limits(seed, evaluations, seconds, gap, nodes, bytes, starts);
    }
}
