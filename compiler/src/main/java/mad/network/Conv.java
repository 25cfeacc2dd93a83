package mad.network;

import mad.model.Primitive;
import org.jspecify.annotations.Nullable;

/** Convolution: each of {@code out} channels is a weighted sum over a window of the {@code in / groups} channels of its group. */
record Conv(
        long out,
        Window rowWindow,
        Window columnWindow,
        Window frameWindow,
        long groups,
        boolean bias,
        long weightBits,
        long actBits)
        implements Chained {
    @Override
    public Primitive primitive() {
        return Primitive.CONV;
    }

    @Override
    public @Nullable Problem misfit(Shape in) {
        if (in.channels() % groups != 0) {
            return NetworkMessages.groupsDoNotDivide(groups, in.channels(), "enter");
        }
        if (out % groups != 0) {
            return NetworkMessages.groupsDoNotDivide(groups, out, "leave");
        }
        if (!rowWindow.fits(in.rows())) {
            return NetworkMessages.kernelDoesNotFit(rowWindow, in.rows(), "rows");
        }
        if (!columnWindow.fits(in.columns())) {
            return NetworkMessages.kernelDoesNotFit(columnWindow, in.columns(), "columns");
        }
        return frameWindow.fits(in.frames())
                ? null
                : NetworkMessages.kernelDoesNotFit(frameWindow, in.frames(), "frames");
    }

    @Override
    public Shape output(Shape in) {
        return new Shape(
                out,
                frameWindow.positions(in.frames()),
                rowWindow.positions(in.rows()),
                columnWindow.positions(in.columns()));
    }

    @Override
    public long params(Shape in) {
        return Math.addExact(Exact.product(width(in), out), bias ? out : 0);
    }

    @Override
    public long macs(Shape in) {
        return Exact.product(width(in), output(in).elements());
    }

    @Override
    public long width(Shape in) {
        return Exact.product(in.channels() / groups, kernelArea());
    }

    @Override
    public long kernel() {
        return rowWindow.kernel();
    }

    @Override
    public long kernelArea() {
        return Exact.product(frameWindow.kernel(), rowWindow.kernel(), columnWindow.kernel());
    }

    @Override
    public long kernelFrames() {
        return frameWindow.kernel();
    }

    @Override
    public long stride() {
        return rowWindow.stride();
    }
}
