package mad.model;

/** The dimension of a number, as exponents of bytes, seconds and joules; all zero for a plain number. */
public record Unit(int bytes, int seconds, int joules) {
    public static final Unit NONE = new Unit(0, 0, 0);
    public static final Unit BYTES = new Unit(1, 0, 0);
    public static final Unit SECONDS = new Unit(0, 1, 0);
    public static final Unit JOULES = new Unit(0, 0, 1);

    public Unit times(Unit other) {
        return new Unit(bytes + other.bytes, seconds + other.seconds, joules + other.joules);
    }

    public Unit over(Unit other) {
        return new Unit(bytes - other.bytes, seconds - other.seconds, joules - other.joules);
    }

    public Unit power(int exponent) {
        return new Unit(bytes * exponent, seconds * exponent, joules * exponent);
    }

    public boolean isNone() {
        return equals(NONE);
    }

    /** The unit of one in the language, {@code B}, {@code s} or {@code J}; empty for a plain number and for products. */
    public String symbol() {
        return equals(BYTES) ? "B" : equals(SECONDS) ? "s" : equals(JOULES) ? "J" : "";
    }

    /** As a reader says it: {@code a plain number}, {@code a time}, {@code bytes/time}. */
    public String describe() {
        if (isNone()) {
            return "a plain number";
        }
        if (!symbol().isEmpty()) {
            return equals(BYTES) ? "a number of bytes" : equals(SECONDS) ? "a time" : "an energy";
        }
        String above = product(Math.max(bytes, 0), Math.max(seconds, 0), Math.max(joules, 0));
        String below = product(Math.max(-bytes, 0), Math.max(-seconds, 0), Math.max(-joules, 0));
        return below.isEmpty() ? above : (above.isEmpty() ? "1" : above) + "/" + below;
    }

    String many() {
        return equals(BYTES)
                ? "numbers of bytes"
                : equals(SECONDS) ? "times" : equals(JOULES) ? "energies" : describe();
    }

    private static String product(int bytes, int seconds, int joules) {
        return (" bytes".repeat(bytes) + " time".repeat(seconds) + " energy".repeat(joules))
                .strip()
                .replace(' ', '·');
    }
}
