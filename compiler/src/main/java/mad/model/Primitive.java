package mad.model;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The primitive layers: their names, parameters and number of branches. Their shapes and costs are given twice, independently:
 * numerically in {@code mad.network} and symbolically in {@code mad.lower}.
 */
public enum Primitive {
    /**
     * Convolution. {@code kernel_width} 0 means {@code kernel}; {@code padding} -1 means {@code (dilation * (kernel - 1)) / 2}
     * rounded down, on each side (columns and frames likewise from their own kernels).
     */
    CONV(
            "conv",
            "conv",
            0,
            whole("out"),
            whole("kernel", 1),
            whole("stride", 1),
            whole("groups", 1),
            whole("dilation", 1),
            flag("bias", false),
            any("padding", -1),
            any("kernel_width", 0),
            whole("kernel_frames", 1),
            whole("stride_frames", 1),
            whole("weight_bits", 32),
            whole("act_bits", 32)),
    /** Fully connected over channels, at every position. */
    LINEAR("linear", "linear", 0, whole("out"), flag("bias", true), whole("weight_bits", 32), whole("act_bits", 32)),

    /** Batch norm: a scale and a shift per channel. */
    BN("bn", "norm", 0),
    /** Layer norm: a scale and a shift per channel. */
    LN("ln", "norm", 0),
    /** Global response norm: a scale and a shift per channel. */
    GRN("grn", "norm", 0),
    /** A learned factor per channel. */
    SCALE("scale", "scale", 0),

    RELU("relu", "activation", 0),
    RELU6("relu6", "activation", 0),
    GELU("gelu", "activation", 0),
    SILU("silu", "activation", 0),
    HSWISH("hswish", "activation", 0),
    HSIGMOID("hsigmoid", "activation", 0),
    SIGMOID("sigmoid", "activation", 0),
    TANH("tanh", "activation", 0),
    SOFTMAX("softmax", "activation", 0),

    /** {@code stride} 0 means {@code kernel}; {@code padding} -1 means {@code (kernel - 1) / 2} rounded down. */
    MAXPOOL("maxpool", "pool", 0, whole("kernel", 2), any("stride", 0), any("padding", -1)),
    AVGPOOL("avgpool", "pool", 0, whole("kernel", 2), any("stride", 0), any("padding", -1)),
    /** The mean over all positions: 1 x 1 x 1. */
    GLOBALPOOL("globalpool", "pool", 0),

    /** The sum of its branches; the first is the main path. Branches leave feature maps of one shape. */
    ADD("add", "join", 2),
    /** The product of its branches; the first is the main path, the others are broadcast over positions. */
    GATE("gate", "join", 2),
    /** The branches' channels one after the other. */
    CONCAT("concat", "join", 2),
    /** Attention of three branches: queries, keys and values, split into heads. 2 T^2 D multiply-accumulates on T positions. */
    ATTEND("attend", "attention", 3, whole("heads", 1)),

    /** Keeps {@code out} of the channels, from the one numbered {@code from}. */
    SLICE("slice", "reshape", 0, whole("out"), any("from", 0)),
    SHUFFLE("shuffle", "reshape", 0, whole("groups", 2)),
    UPSAMPLE("upsample", "reshape", 0, whole("scale", 2)),
    /** Blocks of {@code block} x {@code block} positions become channels. */
    SPACE_TO_DEPTH("space_to_depth", "reshape", 0, whole("block", 2)),
    /** All elements become channels at one position. */
    FLATTEN("flatten", "reshape", 0),
    /** Positions in one row, after {@code extra} learned ones; a learned position vector for each where {@code positions}. */
    TOKENS("tokens", "reshape", 0, any("extra", 0), flag("positions", true)),
    /** Exchanges channels and positions: {@code c x T} becomes {@code T x c} in one row. What mixes channels then mixes positions. */
    TRANSPOSE("transpose", "reshape", 0),
    /** Keeps one position. */
    PICK("pick", "reshape", 0, any("position", 0)),
    DROPOUT("dropout", "dropout", 0, real("rate", 0.5)),
    /** Stochastic depth. */
    DROP_PATH("drop_path", "dropout", 0, real("rate", 0.0));

    private final String text;
    private final String family;
    private final int minBranches;
    private final List<Slot> parameters;

    Primitive(String text, String family, int minBranches, Slot... parameters) {
        this.text = text;
        this.family = family;
        this.minBranches = minBranches;
        this.parameters = List.of(parameters);
    }

    /** Its name in the language. */
    public String text() {
        return text;
    }

    /** The name under which {@code l is activation} finds it, besides its own. */
    public String family() {
        return family;
    }

    /** 0 for a layer without branches; joins take this many or more, {@code attend} exactly three. */
    public int minBranches() {
        return minBranches;
    }

    public boolean isJoin() {
        return minBranches > 0;
    }

    public List<Slot> parameters() {
        return parameters;
    }

    public boolean is(String kind) {
        return text.equals(kind) || family.equals(kind);
    }

    public static Optional<Primitive> byName(String name) {
        return Arrays.stream(values()).filter(p -> p.text.equals(name)).findFirst();
    }

    /** A parameter of a primitive: its type, its range and its default (a Double or Boolean), null where it must be given. */
    public record Slot(
            String name,
            Type type,
            Parameter.Range range,
            @Nullable Object fallback) {}

    private static Slot whole(String name) {
        return new Slot(name, Type.INT, Parameter.Range.AT_LEAST_ONE, null);
    }

    private static Slot whole(String name, int fallback) {
        return new Slot(name, Type.INT, Parameter.Range.AT_LEAST_ONE, (double) fallback);
    }

    private static Slot any(String name, int fallback) {
        return new Slot(name, Type.INT, Parameter.Range.ANY, (double) fallback);
    }

    private static Slot real(String name, double fallback) {
        return new Slot(name, Type.REAL, Parameter.Range.AT_LEAST_ZERO, fallback);
    }

    private static Slot flag(String name, boolean fallback) {
        return new Slot(name, Type.BOOL, Parameter.Range.ANY, fallback);
    }
}
