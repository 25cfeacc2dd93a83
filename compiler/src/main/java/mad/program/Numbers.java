package mad.program;

/** Numbers as text: integers without a fraction, everything else in the shortest form that reads back as the same double. */
public final class Numbers {
    private Numbers() {}

    public static String text(double value) {
        boolean whole = value == Math.rint(value) && Math.abs(value) < 1e16;
        return whole ? Long.toString((long) value) : Double.toString(value);
    }
}
