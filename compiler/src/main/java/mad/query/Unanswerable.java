package mad.query;

import mad.diagnostic.Diagnostic;

/** A study that cannot be run, and why. Never leaves {@link Studies}. */
final class Unanswerable extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient Diagnostic diagnostic;

    Unanswerable(Diagnostic diagnostic) {
        super(diagnostic.message(), null, false, false);
        this.diagnostic = diagnostic;
    }

    Diagnostic diagnostic() {
        return diagnostic;
    }
}
