package mad.cli;

/** What the command was asked cannot be done, and one sentence says why. */
final class Unusable extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** @param message without a full stop */
    Unusable(String message) {
        super(message + ".");
    }

    /** @param suggestion what may have been meant, as {@link mad.query.Suggestions} has it */
    Unusable(String message, String suggestion) {
        super(message + "." + suggestion);
    }
}
