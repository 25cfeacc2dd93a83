package mad.network;

import org.jspecify.annotations.Nullable;

/** A layer of one feature map. Ask {@link #output} and the costs only where {@link #misfit} is null. */
public sealed interface Chained extends Layer permits Conv, Linear, Elementwise, Pool, Reshape {
    /** Why {@code in} cannot enter this layer; null where it can. */
    @Nullable
    Problem misfit(Shape in);

    Shape output(Shape in);

    /** Trainable numbers, biases included. */
    default long params(Shape in) {
        return 0;
    }

    /** Multiply-accumulates, without those of biases. */
    default long macs(Shape in) {
        return 0;
    }

    /** The paper's width: input channels times kernel area over groups; 0 for a layer without weights of that kind. */
    default long width(Shape in) {
        return 0;
    }
}
