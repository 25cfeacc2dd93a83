package mad.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import mad.diagnostic.Code;
import mad.model.Primitive;
import mad.source.Span;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Shapes and costs of single layers, against worked numbers and published ones. */
class LayersTest {
    private static final Span HERE = new Span("test.mad", 0, 0);

    @Test
    void convolutionOfAResNetStem() {
        Chained conv = chained(Primitive.CONV, Map.of("out", 64, "kernel", 7, "stride", 2));
        Shape in = image(3, 224);
        assertEquals(image(64, 112), conv.output(in));
        assertEquals(9408, conv.params(in));
        assertEquals(118_013_952, conv.macs(in));
        assertEquals(147, conv.width(in));
    }

    @Test
    void depthwiseConvolutionReadsOneChannelEach() {
        Chained conv = chained(Primitive.CONV, Map.of("out", 32, "kernel", 3, "groups", 32, "bias", 1));
        Shape in = image(32, 56);
        assertEquals(9, conv.width(in));
        assertEquals(9 * 32 + 32, conv.params(in));
        assertEquals(56 * 56 * 9 * 32, conv.macs(in));
    }

    @Test
    void oddSizesFollowTheFloorFormula() {
        Chained conv = chained(Primitive.CONV, Map.of("out", 8, "kernel", 3, "stride", 2));
        assertEquals(image(8, 150), conv.output(image(3, 299)));
        assertEquals(
                image(8, 149),
                chained(Primitive.CONV, Map.of("out", 8, "kernel", 3, "stride", 2, "padding", 0))
                        .output(image(3, 299)));
        assertEquals(
                image(8, 99), chained(Primitive.AVGPOOL, Map.of("kernel", 3)).output(image(8, 297)));
    }

    @Test
    void kernelsOfThreeAxes() {
        Chained conv = chained(
                Primitive.CONV,
                Map.of("out", 8, "kernel", 1, "kernel_width", 5, "kernel_frames", 3, "stride_frames", 2));
        Shape in = new Shape(4, 16, 10, 20);
        assertEquals(new Shape(8, 8, 10, 20), conv.output(in));
        assertEquals(4 * 15, conv.width(in));
        assertEquals(1, conv.kernel());
        assertEquals(3, conv.kernelFrames());
    }

    @Test
    void dilationKeepsTheSize() {
        Chained conv = chained(Primitive.CONV, Map.of("out", 8, "kernel", 3, "dilation", 4));
        assertEquals(image(8, 28), conv.output(image(8, 28)));
    }

    @Test
    void whatDoesNotFitIsSaidWithItsNumbers() {
        Problem groups = chained(Primitive.CONV, Map.of("out", 12, "groups", 5)).misfit(image(10, 8));
        assertEquals(Code.DIVISIBILITY, said(groups).code());
        Problem kernel = chained(Primitive.CONV, Map.of("out", 12, "kernel", 7, "padding", 0))
                .misfit(image(10, 6));
        assertEquals(
                "A kernel that spans 7 rows does not fit a feature map of 6 rows padded by 0 on each side.",
                said(kernel).message());
        assertNull(chained(Primitive.CONV, Map.of("out", 12, "kernel", 7)).misfit(image(10, 6)));
    }

    @Test
    void linearWorksAtEveryPosition() {
        Chained linear = chained(Primitive.LINEAR, Map.of("out", 1000));
        assertEquals(2_049_000, linear.params(Shape.vector(2048)));
        assertEquals(2_048_000, linear.macs(Shape.vector(2048)));
        assertEquals(197L * 768 * 1000, linear.macs(new Shape(768, 1, 1, 197)));
    }

    @Test
    void normsAndScalesLearnPerChannel() {
        assertEquals(128, chained(Primitive.BN, Map.of()).params(image(64, 7)));
        assertEquals(128, chained(Primitive.GRN, Map.of()).params(image(64, 7)));
        assertEquals(64, chained(Primitive.SCALE, Map.of()).params(image(64, 7)));
        assertEquals(0, chained(Primitive.GELU, Map.of()).params(image(64, 7)));
    }

    @Test
    void tokensOfAVisionTransformer() {
        Chained tokens = chained(Primitive.TOKENS, Map.of("extra", 1));
        assertEquals(new Shape(768, 1, 1, 197), tokens.output(image(768, 14)));
        assertEquals(768 + 197 * 768, tokens.params(image(768, 14)));
    }

    @Test
    void attentionMultipliesTwice() {
        Join attend = join(Primitive.ATTEND, Map.of("heads", 12));
        Shape tokens = new Shape(768, 1, 1, 197);
        assertEquals(2L * 197 * 197 * 768, attend.macs(List.of(tokens, tokens, tokens)));
        Problem heads = join(Primitive.ATTEND, Map.of("heads", 7)).misfit(List.of(tokens, tokens, tokens));
        assertEquals(Code.DIVISIBILITY, said(heads).code());
    }

    @Test
    void reshapes() {
        Shape in = new Shape(12, 1, 8, 6);
        assertEquals(
                new Shape(48, 1, 4, 3),
                chained(Primitive.SPACE_TO_DEPTH, Map.of()).output(in));
        assertEquals(
                new Shape(12, 1, 16, 12), chained(Primitive.UPSAMPLE, Map.of()).output(in));
        assertEquals(Shape.vector(576), chained(Primitive.FLATTEN, Map.of()).output(in));
        assertEquals(Shape.vector(12), chained(Primitive.PICK, Map.of()).output(in));
        assertEquals(
                new Shape(5, 1, 8, 6),
                chained(Primitive.SLICE, Map.of("out", 5, "from", 7)).output(in));
        assertNotNull(chained(Primitive.SLICE, Map.of("out", 5, "from", 8)).misfit(in));
        assertNotNull(chained(Primitive.SPACE_TO_DEPTH, Map.of("block", 4)).misfit(in));
    }

    @Test
    void joins() {
        Shape a = image(8, 4);
        Join add = join(Primitive.ADD, Map.of());
        assertEquals(a, add.output(List.of(a, a)));
        assertNotNull(add.misfit(List.of(a, image(8, 2))));
        Join gate = join(Primitive.GATE, Map.of());
        assertNull(gate.misfit(List.of(a, Shape.vector(8))));
        assertNotNull(gate.misfit(List.of(a, Shape.vector(4))));
        assertEquals(image(20, 4), join(Primitive.CONCAT, Map.of()).output(List.of(a, image(12, 4))));
    }

    private static Problem said(@Nullable Problem problem) {
        return Objects.requireNonNull(problem);
    }

    private static Shape image(long channels, long size) {
        return new Shape(channels, 1, size, size);
    }

    private static Chained chained(Primitive primitive, Map<String, Integer> given) {
        return (Chained) layer(primitive, given);
    }

    private static Join join(Primitive primitive, Map<String, Integer> given) {
        return (Join) layer(primitive, given);
    }

    private static Layer layer(Primitive primitive, Map<String, Integer> given) {
        List<Value> args = new ArrayList<>();
        for (Primitive.Slot slot : primitive.parameters()) {
            @Nullable Integer number = given.get(slot.name());
            args.add(
                    switch (slot.fallback()) {
                        case Boolean flag -> Value.of(number == null ? flag : number == 1);
                        case Double fallback -> Value.of(number == null ? fallback : number);
                        case null, default -> Value.of(Objects.requireNonNull(number));
                    });
        }
        return Layers.of(new LayerArguments(primitive, args, HERE));
    }
}
