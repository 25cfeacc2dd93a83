package mad.lower;

import mad.diagnostic.Diagnostic;

/** Carries a diagnostic out of a deep evaluation to {@link Lowering}, which catches it; never leaves this package. */
final class Refusal extends RuntimeException {
    private final transient Diagnostic diagnostic;

    Refusal(Diagnostic diagnostic) {
        super(diagnostic.message(), null, false, false);
        this.diagnostic = diagnostic;
    }

    Diagnostic diagnostic() {
        return diagnostic;
    }
}
