package mad.network;

import mad.diagnostic.Diagnostic;
import mad.source.Span;

/** Unwinds an assembly or evaluation to the entrance of this package, which turns it into a result. Never leaves the package. */
final class Stopped extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient Diagnostic diagnostic;

    Stopped(Diagnostic diagnostic) {
        super(diagnostic.message(), null, false, false);
        this.diagnostic = diagnostic;
    }

    static Stopped at(Span span, Problem problem) {
        return new Stopped(problem.at(span));
    }

    Diagnostic diagnostic() {
        return diagnostic;
    }
}
