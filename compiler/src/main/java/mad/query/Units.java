package mad.query;

import mad.model.Type;
import mad.model.Unit;

/** The symbols of dimensions: {@code B}, {@code s}, {@code B/s}; empty for a plain number. */
public final class Units {
    private Units() {}

    public static String symbol(Type type) {
        return type instanceof Type.Num num ? symbol(num.unit()) : "";
    }

    private static String symbol(Unit unit) {
        String above = power("B", unit.bytes()) + power("s", unit.seconds()) + power("J", unit.joules());
        String below = power("B", -unit.bytes()) + power("s", -unit.seconds()) + power("J", -unit.joules());
        return below.isEmpty() ? above : (above.isEmpty() ? "1" : above) + "/" + below;
    }

    private static String power(String symbol, int exponent) {
        return exponent <= 0 ? "" : exponent == 1 ? symbol : symbol + "^" + exponent;
    }
}
