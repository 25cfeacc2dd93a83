package mad.solve;

import java.util.List;
import mad.program.Assignment;
import mad.program.Domain;
import mad.program.Variable;

/**
 * The points a search visits: every variable has positions 0, 1, …, in increasing order of its values. A discrete variable has
 * one per value; a real one has 2^30 + 1 at equal distances, both ends included.
 */
final class Lattice {
    private static final long REAL_POSITIONS = 1L << 30;

    private final Domain[] domains;
    private final long[] first;
    private final long[] last;

    /** All positions inside a box; a real variable keeps those of its whole domain that lie inside. */
    Lattice(List<Variable> variables, Box box) {
        domains = variables.stream().map(Variable::domain).toArray(Domain[]::new);
        first = new long[domains.length];
        last = new long[domains.length];
        for (int v = 0; v < domains.length; v++) {
            double lo = box.get(v).lo();
            double hi = box.get(v).hi();
            long low = position(v, lo);
            long high = position(v, hi);
            first[v] = value(v, low) < lo && low < size(v) - 1 ? low + 1 : low;
            last[v] = value(v, high) > hi && high > first[v] ? high - 1 : Math.max(high, first[v]);
        }
    }

    int variables() {
        return domains.length;
    }

    /** The number of positions of the whole domain. */
    long size(int variable) {
        return switch (domains[variable]) {
            case Domain.Discrete discrete -> discrete.size();
            case Domain.Reals reals -> reals.lo() == reals.hi() ? 1 : REAL_POSITIONS + 1;
        };
    }

    /** The smallest position inside the box. */
    long first(int variable) {
        return first[variable];
    }

    /** The largest position inside the box. */
    long last(int variable) {
        return last[variable];
    }

    double value(int variable, long position) {
        return switch (domains[variable]) {
            case Domain.Discrete discrete -> discrete.value(position);
            case Domain.Reals(double lo, double hi) ->
                position == 0
                        ? lo
                        : position == REAL_POSITIONS ? hi : lo + (hi - lo) * ((double) position / REAL_POSITIONS);
        };
    }

    /** The position whose value is closest. */
    long position(int variable, double value) {
        return switch (domains[variable]) {
            case Domain.Discrete discrete -> discrete.indexOfNearest(value);
            case Domain.Reals(double lo, double hi) ->
                lo == hi
                        ? 0
                        : Math.max(0, Math.min(REAL_POSITIONS, Math.round((value - lo) / (hi - lo) * REAL_POSITIONS)));
        };
    }

    /** The closest position inside the box. */
    long clamp(int variable, long position) {
        return Math.max(first[variable], Math.min(last[variable], position));
    }

    /** The point of smallest values. */
    long[] lowest() {
        return first.clone();
    }

    Assignment assignment(long[] positions) {
        double[] values = new double[positions.length];
        for (int v = 0; v < values.length; v++) {
            values[v] = value(v, positions[v]);
        }
        return Assignment.of(values);
    }
}
