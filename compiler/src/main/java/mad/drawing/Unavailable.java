package mad.drawing;

/** Something that drawing needs is missing here; the message says what, and how to get it. */
public final class Unavailable extends RuntimeException {
    private static final long serialVersionUID = 1;

    Unavailable(String message) {
        super(message);
    }
}
