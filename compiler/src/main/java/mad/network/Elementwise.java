package mad.network;

import mad.model.Primitive;
import org.jspecify.annotations.Nullable;

/** A layer that keeps the shape and can overwrite what it reads. */
sealed interface Elementwise extends Chained {
    @Override
    default @Nullable Problem misfit(Shape in) {
        return null;
    }

    @Override
    default Shape output(Shape in) {
        return in;
    }

    @Override
    default boolean inPlace() {
        return true;
    }

    /** Batch, layer or response norm: a scale and a shift per channel. */
    record Norm(Primitive primitive) implements Elementwise {
        @Override
        public long params(Shape in) {
            return Exact.product(2, in.channels());
        }
    }

    /** A learned factor per channel. */
    record Scale() implements Elementwise {
        @Override
        public Primitive primitive() {
            return Primitive.SCALE;
        }

        @Override
        public long params(Shape in) {
            return in.channels();
        }
    }

    record Activation(Primitive primitive) implements Elementwise {}

    /** Nothing but a name once the network is trained. */
    record Dropout(Primitive primitive, double rate) implements Elementwise {}
}
