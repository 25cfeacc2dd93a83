package mad.network;

import mad.model.Attribute;
import mad.source.Span;

/** What can be asked of layers, parts and levels, answered. */
final class Attributes {
    private Attributes() {}

    static Value of(PlacedLayer placed, Attribute.OfLayer attribute) {
        Layer layer = placed.layer();
        return switch (attribute) {
            case IN -> Value.of(placed.in().channels());
            case OUT -> Value.of(placed.out().channels());
            case IN_SIZE -> Value.of(placed.in().rows());
            case SIZE -> Value.of(placed.out().rows());
            case IN_PIXELS -> Value.of(placed.in().pixels());
            case PIXELS -> Value.of(placed.out().pixels());
            case IN_ELEMENTS -> Value.of(placed.in().elements());
            case ELEMENTS -> Value.of(placed.out().elements());
            case KERNEL -> Value.of(layer.kernel());
            case KERNEL_AREA -> Value.of(layer.kernelArea());
            case KERNEL_FRAMES -> Value.of(layer.kernelFrames());
            case STRIDE -> Value.of(layer.stride());
            case GROUPS -> Value.of(layer.groups());
            case BIAS -> Value.of(layer.bias() ? 1.0 : 0.0);
            case PARAMS -> Value.of(placed.params());
            case WEIGHTS -> Value.of(placed.weights());
            case MACS -> Value.of(placed.macs());
            case WIDTH -> Value.of(placed.width());
            case LIVE -> Value.of(placed.live());
            case WEIGHT_BITS -> Value.of(layer.weightBits());
            case ACT_BITS -> Value.of(layer.actBits());
            case WEIGHTED -> Value.of(placed.weighted());
            case MAIN -> Value.of(placed.place().main());
            case FIRST -> Value.of(placed.place().repetition() == 0);
            case KIND -> new Value.Text(layer.primitive().text());
        };
    }

    static Value of(PlacedPart part, Attribute.OfPart attribute) {
        return switch (attribute) {
            case IN -> Value.of(part.in().channels());
            case OUT -> Value.of(part.out().channels());
            case IN_SIZE -> Value.of(part.in().rows());
            case SIZE -> Value.of(part.out().rows());
            case IN_PIXELS -> Value.of(part.in().pixels());
            case PIXELS -> Value.of(part.out().pixels());
            case DEPTH -> Value.of(part.depth());
            case INDEX -> Value.of(part.ordinal());
        };
    }

    static Value of(Level level, Attribute.OfLevel attribute) {
        return switch (attribute) {
            case CHANNELS -> Value.of(level.out().channels());
            case SIZE -> Value.of(level.out().rows());
            case PIXELS -> Value.of(level.out().pixels());
            case DEPTH -> Value.of(level.depth());
            case INDEX -> Value.of(level.index());
        };
    }

    /** The number that {@code value} is as the index of a list: a stage or level stands for its own index. */
    static double index(Value value, Span span) {
        return switch (value) {
            case Value.PartValue part -> part.part().ordinal();
            case Value.LevelValue level -> level.level().index();
            case Value.Num number -> number.value();
            case Value.Bool b -> throw noIndex(b, span);
            case Value.Text t -> throw noIndex(t, span);
            case Value.ListOf l -> throw noIndex(l, span);
            case Value.Rec r -> throw noIndex(r, span);
            case Value.LayerValue l -> throw noIndex(l, span);
        };
    }

    private static Stopped noIndex(Value value, Span span) {
        return Stopped.at(span, NetworkMessages.wrongType("a number, a stage or a level", value));
    }
}
