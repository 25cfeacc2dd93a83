package mad.network;

import mad.diagnostic.Code;
import mad.diagnostic.Diagnostic;
import mad.source.Span;

/** What is wrong, before it is known where. Made by {@link NetworkMessages}. */
record Problem(Code code, String message) {
    Diagnostic at(Span span) {
        return Diagnostic.of(code, span, message);
    }
}
