package mad.lower;

import java.util.List;
import mad.model.Primitive;
import mad.program.Term;
import mad.program.Terms;

/**
 * Shapes and costs of the primitive layers as terms. Written apart from the numeric ones on purpose: each checks the other.
 * Arguments stand in the order of {@link Primitive#parameters()}.
 */
record LayerFormulas(Terms t) {
    private Term one() {
        return t.constant(1);
    }

    /** What leaves a layer without branches. */
    Extent output(Primitive primitive, List<Term> args, Extent in) {
        return switch (primitive) {
            case CONV ->
                new Extent(
                        args.get(0),
                        positions(in.frames(), args.get(8), args.get(9), args.get(4), t.constant(-1)),
                        positions(in.rows(), args.get(1), args.get(2), args.get(4), args.get(6)),
                        positions(in.columns(), kernelWidth(args), args.get(2), args.get(4), args.get(6)));
            case LINEAR, SLICE -> in.withChannels(args.get(0));
            case MAXPOOL, AVGPOOL ->
                new Extent(
                        in.channels(),
                        in.frames(),
                        positions(in.rows(), args.get(0), poolStride(args), one(), args.get(2)),
                        positions(in.columns(), args.get(0), poolStride(args), one(), args.get(2)));
            case GLOBALPOOL, PICK -> in.vector(in.channels(), t);
            case FLATTEN -> in.vector(in.elements(t), t);
            case TRANSPOSE -> new Extent(in.pixels(t), one(), one(), in.channels());
            case TOKENS -> new Extent(in.channels(), one(), one(), t.add(args.get(0), in.pixels(t)));
            case UPSAMPLE ->
                new Extent(
                        in.channels(),
                        in.frames(),
                        t.multiply(in.rows(), args.get(0)),
                        t.multiply(in.columns(), args.get(0)));
            case SPACE_TO_DEPTH ->
                new Extent(
                        t.product(List.of(in.channels(), args.get(0), args.get(0))),
                        in.frames(),
                        t.floor(t.divide(in.rows(), args.get(0))),
                        t.floor(t.divide(in.columns(), args.get(0))));
            case BN,
                    LN,
                    GRN,
                    SCALE,
                    RELU,
                    RELU6,
                    GELU,
                    SILU,
                    HSWISH,
                    HSIGMOID,
                    SIGMOID,
                    TANH,
                    SOFTMAX,
                    SHUFFLE,
                    DROPOUT,
                    DROP_PATH -> in;
            case ADD, GATE, CONCAT, ATTEND -> throw new IllegalArgumentException("a join has branches");
        };
    }

    private Term kernelWidth(List<Term> args) {
        return t.ifThenElse(t.eq(args.get(7), t.constant(0)), args.get(1), args.get(7));
    }

    private Term poolStride(List<Term> args) {
        return t.ifThenElse(t.eq(args.get(1), t.constant(0)), args.get(0), args.get(1));
    }

    /**
     * {@code floor((h + 2p - d(k - 1) - 1) / s) + 1}. With the default padding and a kernel whose every value is odd the
     * padding cancels and {@code floor((h - 1) / s) + 1} is left: sizes stay known where kernels are decisions.
     */
    private Term positions(Term h, Term kernel, Term stride, Term dilation, Term padding) {
        Term reach = t.multiply(dilation, t.subtract(kernel, one()));
        Term half = t.floor(t.divide(reach, t.constant(2)));
        boolean defaultPadding = padding.is(-1);
        if (defaultPadding && Remainder.of(reach, 2) == 0) {
            return t.add(t.floor(t.divide(t.subtract(h, one()), stride)), one());
        }
        Term around = defaultPadding ? half : t.ifThenElse(t.eq(padding, t.constant(-1)), half, padding);
        Term span = t.sum(List.of(h, t.multiply(t.constant(2), around), t.negate(reach), t.constant(-1)));
        return t.add(t.floor(t.divide(span, stride)), one());
    }

    SymbolicLayer.Facts facts(Primitive primitive, List<Term> args, Extent in, Extent out) {
        Term zero = t.constant(0);
        Term full = t.constant(32);
        return switch (primitive) {
            case CONV -> {
                Term area = t.product(List.of(args.get(8), args.get(1), kernelWidth(args)));
                Term width = t.divide(t.multiply(in.channels(), area), args.get(3));
                yield new SymbolicLayer.Facts(
                        args.get(1),
                        area,
                        args.get(8),
                        args.get(2),
                        args.get(3),
                        args.get(5),
                        t.multiply(width, args.get(0)),
                        t.add(t.multiply(width, args.get(0)), t.multiply(args.get(5), args.get(0))),
                        t.multiply(width, out.elements(t)),
                        width,
                        args.get(10),
                        args.get(11));
            }
            case LINEAR -> {
                Term weights = t.multiply(in.channels(), args.get(0));
                yield new SymbolicLayer.Facts(
                        one(),
                        one(),
                        one(),
                        one(),
                        one(),
                        args.get(1),
                        weights,
                        t.add(weights, t.multiply(args.get(1), args.get(0))),
                        t.multiply(weights, in.pixels(t)),
                        in.channels(),
                        args.get(2),
                        args.get(3));
            }
            case BN, LN, GRN -> plain(t.multiply(t.constant(2), in.channels()), zero, full);
            case SCALE -> plain(in.channels(), zero, full);
            case TOKENS -> {
                Term extra = t.multiply(args.get(0), in.channels());
                Term vectors = t.product(List.of(args.get(1), t.add(in.pixels(t), args.get(0)), in.channels()));
                yield plain(t.add(extra, vectors), zero, full);
            }
            case MAXPOOL, AVGPOOL ->
                new SymbolicLayer.Facts(
                        args.get(0),
                        t.power(args.get(0), 2),
                        one(),
                        poolStride(args),
                        one(),
                        zero,
                        zero,
                        zero,
                        zero,
                        zero,
                        full,
                        full);
            case GLOBALPOOL,
                    RELU,
                    RELU6,
                    GELU,
                    SILU,
                    HSWISH,
                    HSIGMOID,
                    SIGMOID,
                    TANH,
                    SOFTMAX,
                    ADD,
                    GATE,
                    CONCAT,
                    ATTEND,
                    SLICE,
                    SHUFFLE,
                    UPSAMPLE,
                    SPACE_TO_DEPTH,
                    FLATTEN,
                    TRANSPOSE,
                    PICK,
                    DROPOUT,
                    DROP_PATH -> plain(zero, zero, full);
        };
    }

    /** A layer without kernel, bias and width. */
    SymbolicLayer.Facts plain(Term weights, Term macs, Term bits) {
        Term one = one();
        Term zero = t.constant(0);
        return new SymbolicLayer.Facts(one, one, one, one, one, zero, weights, weights, macs, zero, bits, bits);
    }

    /** Whether a layer writes its result where its input stood. */
    static boolean inPlace(Primitive primitive) {
        return switch (primitive) {
            case BN,
                    LN,
                    GRN,
                    SCALE,
                    RELU,
                    RELU6,
                    GELU,
                    SILU,
                    HSWISH,
                    HSIGMOID,
                    SIGMOID,
                    TANH,
                    SOFTMAX,
                    FLATTEN,
                    DROPOUT,
                    DROP_PATH,
                    ADD,
                    GATE -> true;
            case CONV,
                    LINEAR,
                    MAXPOOL,
                    AVGPOOL,
                    GLOBALPOOL,
                    CONCAT,
                    ATTEND,
                    SLICE,
                    SHUFFLE,
                    UPSAMPLE,
                    SPACE_TO_DEPTH,
                    TOKENS,
                    TRANSPOSE,
                    PICK -> false;
        };
    }
}
