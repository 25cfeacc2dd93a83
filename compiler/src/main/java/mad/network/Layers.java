package mad.network;

import mad.model.Primitive;

/** Reads the arguments of a primitive as the layer they describe. */
final class Layers {
    /** Stands for a padding that keeps the size. */
    private static final long DEFAULT_PADDING = -1;

    private Layers() {}

    static Layer of(LayerArguments args) {
        Primitive primitive = args.primitive();
        return switch (primitive) {
            case CONV -> conv(args);
            case LINEAR -> new Linear(args.whole(0, 1), args.flag(1), args.whole(2, 1), args.whole(3, 1));
            case BN, LN, GRN -> new Elementwise.Norm(primitive);
            case SCALE -> new Elementwise.Scale();
            case RELU, RELU6, GELU, SILU, HSWISH, HSIGMOID, SIGMOID, TANH, SOFTMAX ->
                new Elementwise.Activation(primitive);
            case MAXPOOL, AVGPOOL -> pool(args);
            case GLOBALPOOL -> new Pool.Global();
            case ADD -> new Join.Add();
            case GATE -> new Join.Gate();
            case CONCAT -> new Join.Concat();
            case ATTEND -> new Join.Attend(args.whole(0, 1));
            case SLICE -> new Reshape.Slice(args.whole(0, 1), args.whole(1, 0));
            case SHUFFLE -> new Reshape.Shuffle(args.whole(0, 1));
            case UPSAMPLE -> new Reshape.Upsample(args.whole(0, 1));
            case SPACE_TO_DEPTH -> new Reshape.SpaceToDepth(args.whole(0, 1));
            case FLATTEN -> new Reshape.Flatten();
            case TOKENS -> new Reshape.Tokens(args.whole(0, 0), args.flag(1));
            case TRANSPOSE -> new Reshape.Transpose();
            case PICK -> new Reshape.Pick(args.whole(0, 0));
            case DROPOUT, DROP_PATH -> new Elementwise.Dropout(primitive, args.real(0));
        };
    }

    private static Conv conv(LayerArguments args) {
        long kernel = args.whole(1, 1);
        long stride = args.whole(2, 1);
        long dilation = args.whole(4, 1);
        long padding = args.whole(6, DEFAULT_PADDING);
        long givenWidth = args.whole(7, 0);
        long kernelWidth = givenWidth == 0 ? kernel : givenWidth;
        return new Conv(
                args.whole(0, 1),
                window(kernel, stride, dilation, padding),
                window(kernelWidth, stride, dilation, padding),
                window(args.whole(8, 1), args.whole(9, 1), dilation, DEFAULT_PADDING),
                args.whole(3, 1),
                args.flag(5),
                args.whole(10, 1),
                args.whole(11, 1));
    }

    private static Pool pool(LayerArguments args) {
        long kernel = args.whole(0, 1);
        long givenStride = args.whole(1, 0);
        long stride = givenStride == 0 ? kernel : givenStride;
        return new Pool.Windowed(args.primitive(), window(kernel, stride, 1, args.whole(2, DEFAULT_PADDING)));
    }

    private static Window window(long kernel, long stride, long dilation, long padding) {
        long around = padding == DEFAULT_PADDING ? Window.samePadding(kernel, dilation) : padding;
        return new Window(kernel, stride, dilation, around);
    }
}
