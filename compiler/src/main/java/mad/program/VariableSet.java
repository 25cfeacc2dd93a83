package mad.program;

import java.util.Arrays;
import java.util.BitSet;
import java.util.stream.IntStream;

/** An immutable set of variable indices. */
public final class VariableSet {
    public static final VariableSet EMPTY = new VariableSet(new long[0]);

    private final long[] words;

    private VariableSet(long[] words) {
        this.words = words;
    }

    public static VariableSet of(int index) {
        BitSet bits = new BitSet();
        bits.set(index);
        return new VariableSet(bits.toLongArray());
    }

    public VariableSet union(VariableSet other) {
        if (other.words.length > words.length) {
            return other.union(this);
        }
        if (containsAll(other)) {
            return this;
        }
        long[] all = words.clone();
        for (int i = 0; i < other.words.length; i++) {
            all[i] |= other.words[i];
        }
        return new VariableSet(all);
    }

    public boolean contains(int index) {
        return index / 64 < words.length && (words[index / 64] >>> index & 1) != 0;
    }

    public boolean containsAll(VariableSet other) {
        for (int i = 0; i < other.words.length; i++) {
            if ((other.words[i] & ~(i < words.length ? words[i] : 0)) != 0) {
                return false;
            }
        }
        return true;
    }

    public boolean intersects(VariableSet other) {
        for (int i = 0; i < Math.min(words.length, other.words.length); i++) {
            if ((words[i] & other.words[i]) != 0) {
                return true;
            }
        }
        return false;
    }

    public boolean isEmpty() {
        return size() == 0;
    }

    public int size() {
        return Arrays.stream(words).mapToInt(Long::bitCount).sum();
    }

    /** The indices in increasing order. */
    public IntStream indices() {
        return BitSet.valueOf(words).stream();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof VariableSet set && containsAll(set) && set.containsAll(this);
    }

    @Override
    public int hashCode() {
        return BitSet.valueOf(words).hashCode();
    }

    @Override
    public String toString() {
        return BitSet.valueOf(words).toString();
    }
}
