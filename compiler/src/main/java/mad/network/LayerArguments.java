package mad.network;

import java.util.List;
import mad.model.Primitive;
import mad.source.Span;

/**
 * The evaluated arguments of a primitive, in the order of {@code primitive.parameters()}.
 *
 * @param span where to report a number outside its range
 */
record LayerArguments(Primitive primitive, List<Value> values, Span span) {
    /** The largest number an argument may be; it keeps products of two of them exact. */
    static final long LARGEST = 1L << 31;

    long whole(int index, long least) {
        double value = values.get(index).number(span);
        if (!Numerals.isWhole(value) || value < least || value > LARGEST) {
            throw refused(index, value, "a whole number, at least " + least);
        }
        return (long) value;
    }

    double real(int index) {
        return values.get(index).number(span);
    }

    boolean flag(int index) {
        return values.get(index).truth(span);
    }

    private Stopped refused(int index, double value, String wanted) {
        String name = primitive.parameters().get(index).name();
        return Stopped.at(span, NetworkMessages.layerArgument(primitive, name, value, wanted));
    }
}
