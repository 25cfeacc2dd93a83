package mad.network;

import mad.model.Primitive;
import org.jspecify.annotations.Nullable;

/** Many positions become few, channel by channel. */
sealed interface Pool extends Chained {
    /** Maximum or mean of square windows, frame by frame. */
    record Windowed(Primitive primitive, Window window) implements Pool {
        @Override
        public @Nullable Problem misfit(Shape in) {
            if (!window.fits(in.rows())) {
                return NetworkMessages.kernelDoesNotFit(window, in.rows(), "rows");
            }
            return window.fits(in.columns()) ? null : NetworkMessages.kernelDoesNotFit(window, in.columns(), "columns");
        }

        @Override
        public Shape output(Shape in) {
            return new Shape(in.channels(), in.frames(), window.positions(in.rows()), window.positions(in.columns()));
        }

        @Override
        public long kernel() {
            return window.kernel();
        }

        @Override
        public long kernelArea() {
            return Exact.product(window.kernel(), window.kernel());
        }

        @Override
        public long stride() {
            return window.stride();
        }
    }

    /** The mean over all positions. */
    record Global() implements Pool {
        @Override
        public Primitive primitive() {
            return Primitive.GLOBALPOOL;
        }

        @Override
        public @Nullable Problem misfit(Shape in) {
            return null;
        }

        @Override
        public Shape output(Shape in) {
            return Shape.vector(in.channels());
        }
    }
}
