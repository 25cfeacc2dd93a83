package mad.solve;

import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Random points and random steps on a lattice. */
final class Moves {
    private final Lattice lattice;
    private final SplittableRandom random;
    /** The variables that have more than one position. */
    private final int[] free;

    Moves(Lattice lattice, SplittableRandom random) {
        this.lattice = lattice;
        this.random = random;
        this.free = free(lattice);
    }

    static int[] free(Lattice lattice) {
        return IntStream.range(0, lattice.variables())
                .filter(v -> lattice.last(v) > lattice.first(v))
                .toArray();
    }

    static long[] randomPoint(Lattice lattice, SplittableRandom random) {
        long[] point = new long[lattice.variables()];
        for (int v = 0; v < point.length; v++) {
            point[v] = random.nextLong(lattice.first(v), lattice.last(v) + 1);
        }
        return point;
    }

    boolean isPossible() {
        return free.length > 0;
    }

    /** Applies a random move: one variable, or with probability 0.4 two, by steps that are mostly small. */
    void apply(IncrementalEvaluator evaluator) {
        int variable = free[random.nextInt(free.length)];
        if (free.length > 1 && random.nextInt(10) < 4) {
            int other = free[random.nextInt(free.length)];
            if (other != variable) {
                evaluator.move(
                        variable,
                        step(variable, evaluator.position(variable)),
                        other,
                        step(other, evaluator.position(other)));
                return;
            }
        }
        evaluator.move(variable, step(variable, evaluator.position(variable)));
    }

    /** Another position of a variable that has several. */
    private long step(int variable, long from) {
        long first = lattice.first(variable);
        long last = lattice.last(variable);
        if (last - first == 1) {
            return first + last - from;
        }
        int kind = random.nextInt(16);
        if (kind == 0) {
            long to = random.nextLong(first, last);
            return to >= from ? to + 1 : to;
        }
        // lengths whose logarithms are uniform: every scale of step is as likely
        long length = kind < 9 ? 1 : 1 + scale(last - first);
        long to = random.nextBoolean() ? from + length : from - length;
        // off one end: turn round, as far as there is room
        if (to > last) {
            to = Math.max(first, from - length);
        } else if (to < first) {
            to = Math.min(last, from + length);
        }
        return to;
    }

    private long scale(long range) {
        int bits = 64 - Long.numberOfLeadingZeros(range);
        long below = 1L << random.nextInt(bits);
        return random.nextLong(below);
    }
}
