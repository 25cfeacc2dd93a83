package mad.network;

import mad.model.Primitive;

/** One primitive layer with its numbers fixed. Its position in a network is added by {@link PlacedLayer}. */
public sealed interface Layer permits Chained, Join {
    Primitive primitive();

    /** Rows of the kernel; 1 where there is none. */
    default long kernel() {
        return 1;
    }

    /** Frames times rows times columns of the kernel; 1 where there is none. */
    default long kernelArea() {
        return 1;
    }

    default long kernelFrames() {
        return 1;
    }

    default long stride() {
        return 1;
    }

    default long groups() {
        return 1;
    }

    /** Whether it adds a learned number to each output channel, besides its weights. */
    default boolean bias() {
        return false;
    }

    default long weightBits() {
        return 32;
    }

    default long actBits() {
        return 32;
    }

    /** Whether what leaves can overwrite what enters (for a join: what its first branch left). */
    default boolean inPlace() {
        return false;
    }
}
