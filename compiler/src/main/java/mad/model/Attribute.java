package mad.model;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What can be asked of layers, parts and levels; in the language each is its name in lower case. */
public final class Attribute {
    private Attribute() {}

    /** Of one layer. {@code in} and {@code out} are channels; sizes are rows; pixels are frames times rows times columns. */
    public enum OfLayer {
        IN,
        OUT,
        IN_SIZE,
        SIZE,
        IN_PIXELS,
        PIXELS,
        /** Channels times pixels that enter. */
        IN_ELEMENTS,
        /** Channels times pixels that leave. */
        ELEMENTS,
        /** Rows of the kernel; 1 where there is none. */
        KERNEL,
        /** Frames times rows times columns of the kernel; 1 where there is none. */
        KERNEL_AREA,
        KERNEL_FRAMES,
        STRIDE,
        GROUPS,
        /** 1 or 0. */
        BIAS,
        /** All trainable numbers, biases included. */
        PARAMS,
        /** Trainable numbers without biases. */
        WEIGHTS,
        /** Multiply-accumulates of convolution, linear and attention products; 0 for all else. */
        MACS,
        /** The paper's width: input channels times kernel area over groups for conv, input channels for linear; 0 for all else. */
        WIDTH,
        /** Elements alive while this layer runs: its input, its output unless it works in place, and what waits for a later join. */
        LIVE,
        WEIGHT_BITS,
        ACT_BITS,
        /** Whether it has a width: conv and linear. */
        WEIGHTED,
        /** Whether it lies on the main path: in the first branch of every enclosing {@code add} and {@code gate}. */
        MAIN,
        /** Whether it belongs to the first repetition of its part. */
        FIRST,
        /** The name of the primitive, {@code "conv"}. */
        KIND;

        public static Optional<OfLayer> byName(String name) {
            return Arrays.stream(values()).filter(a -> a.text().equals(name)).findFirst();
        }

        public String text() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Of one stem, stage or head. */
    public enum OfPart {
        IN,
        OUT,
        IN_SIZE,
        SIZE,
        IN_PIXELS,
        PIXELS,
        /** Repetitions of the block. */
        DEPTH,
        /** From 1: among the stages for a stage, among its own kind otherwise. */
        INDEX;

        public static Optional<OfPart> byName(String name) {
            return Arrays.stream(values()).filter(a -> a.text().equals(name)).findFirst();
        }

        public String text() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Of one level: a maximal run of neighbouring stems and stages that leave feature maps of one size. */
    public enum OfLevel {
        /** Channels that leave the last part of the level. */
        CHANNELS,
        SIZE,
        PIXELS,
        /** Repetitions of all its parts together. */
        DEPTH,
        /** From 1. */
        INDEX;

        public static Optional<OfLevel> byName(String name) {
            return Arrays.stream(values()).filter(a -> a.text().equals(name)).findFirst();
        }

        public String text() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
