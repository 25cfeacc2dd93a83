package mad.network;

import mad.diagnostic.Diagnostic;

/** The answer to a question about a network. */
public sealed interface Evaluation {
    record Known(Value value) implements Evaluation {}

    /** An index outside its list, a layer asked for what it has not, too much work … */
    record Unknown(Diagnostic diagnostic) implements Evaluation {}
}
