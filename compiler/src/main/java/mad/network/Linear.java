package mad.network;

import mad.model.Primitive;
import org.jspecify.annotations.Nullable;

/** Fully connected over channels, the same at every position. */
record Linear(long out, boolean bias, long weightBits, long actBits) implements Chained {
    @Override
    public Primitive primitive() {
        return Primitive.LINEAR;
    }

    @Override
    public @Nullable Problem misfit(Shape in) {
        return null;
    }

    @Override
    public Shape output(Shape in) {
        return in.withChannels(out);
    }

    @Override
    public long params(Shape in) {
        return Math.addExact(Exact.product(in.channels(), out), bias ? out : 0);
    }

    @Override
    public long macs(Shape in) {
        return Exact.product(in.channels(), out, in.pixels());
    }

    @Override
    public long width(Shape in) {
        return in.channels();
    }
}
