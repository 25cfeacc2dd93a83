package mad.network;

import mad.model.Primitive;
import org.jspecify.annotations.Nullable;

/** A layer that reorders, drops or repeats elements; of them only {@link Tokens} learns anything. */
sealed interface Reshape extends Chained {
    @Override
    default @Nullable Problem misfit(Shape in) {
        return null;
    }

    /** {@code out} of the channels, from the one numbered {@code from}, counted from 0. */
    record Slice(long out, long from) implements Reshape {
        @Override
        public Primitive primitive() {
            return Primitive.SLICE;
        }

        @Override
        public @Nullable Problem misfit(Shape in) {
            return Exact.sum(from, out) <= in.channels()
                    ? null
                    : NetworkMessages.sliceTooLong(out, from, in.channels());
        }

        @Override
        public Shape output(Shape in) {
            return in.withChannels(out);
        }
    }

    /** Channel shuffle: the channels of {@code groups} groups, one of each in turn. */
    record Shuffle(long shuffled) implements Reshape {
        @Override
        public Primitive primitive() {
            return Primitive.SHUFFLE;
        }

        @Override
        public @Nullable Problem misfit(Shape in) {
            return in.channels() % shuffled == 0
                    ? null
                    : NetworkMessages.groupsDoNotDivide(shuffled, in.channels(), "enter");
        }

        @Override
        public Shape output(Shape in) {
            return in;
        }
    }

    record Upsample(long scale) implements Reshape {
        @Override
        public Primitive primitive() {
            return Primitive.UPSAMPLE;
        }

        @Override
        public Shape output(Shape in) {
            return new Shape(
                    in.channels(), in.frames(), Exact.product(scale, in.rows()), Exact.product(scale, in.columns()));
        }
    }

    /** Blocks of {@code block} x {@code block} positions become channels. */
    record SpaceToDepth(long block) implements Reshape {
        @Override
        public Primitive primitive() {
            return Primitive.SPACE_TO_DEPTH;
        }

        @Override
        public @Nullable Problem misfit(Shape in) {
            return in.rows() % block == 0 && in.columns() % block == 0
                    ? null
                    : NetworkMessages.blockDoesNotDivide(block, in);
        }

        @Override
        public Shape output(Shape in) {
            return new Shape(
                    Exact.product(in.channels(), block, block), in.frames(), in.rows() / block, in.columns() / block);
        }
    }

    /** All elements as channels at one position: another view of the same numbers. */
    record Flatten() implements Reshape {
        @Override
        public Primitive primitive() {
            return Primitive.FLATTEN;
        }

        @Override
        public Shape output(Shape in) {
            return Shape.vector(in.elements());
        }

        @Override
        public boolean inPlace() {
            return true;
        }
    }

    /** Positions in one row after {@code extra} learned ones; with {@code positions} a learned vector is added to each. */
    record Tokens(long extra, boolean positions) implements Reshape {
        @Override
        public Primitive primitive() {
            return Primitive.TOKENS;
        }

        @Override
        public Shape output(Shape in) {
            return new Shape(in.channels(), 1, 1, Math.addExact(extra, in.pixels()));
        }

        @Override
        public long params(Shape in) {
            long learned = positions ? Exact.sum(extra, extra, in.pixels()) : extra;
            return Exact.product(learned, in.channels());
        }
    }

    /** Positions become channels and channels positions of one row. */
    record Transpose() implements Reshape {
        @Override
        public Primitive primitive() {
            return Primitive.TRANSPOSE;
        }

        @Override
        public Shape output(Shape in) {
            return new Shape(in.pixels(), 1, 1, in.channels());
        }
    }

    /** One position, counted from 0 along frames, rows and columns. */
    record Pick(long position) implements Reshape {
        @Override
        public Primitive primitive() {
            return Primitive.PICK;
        }

        @Override
        public @Nullable Problem misfit(Shape in) {
            return position < in.pixels() ? null : NetworkMessages.positionOutside(position, in.pixels());
        }

        @Override
        public Shape output(Shape in) {
            return Shape.vector(in.channels());
        }
    }
}
