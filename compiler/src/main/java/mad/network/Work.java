package mad.network;

import mad.source.Span;

/** Counts primitive steps, so that a definition that explodes ends with a sentence instead of a hang. */
final class Work {
    /** Seventy times what the largest network of the examples takes, and a second. */
    static final long STEPS = 5_000_000;

    static final int LAYERS = 100_000;

    /** That a range may list. */
    static final int NUMBERS = 100_000;

    /** Nested expressions and blocks; each costs up to a kilobyte of a stack that is 1 MiB unless somebody chose otherwise. */
    static final int DEPTH = 600;

    private long steps;
    private int depth;

    void step(Span span) {
        steps(1, span);
    }

    void steps(long more, Span span) {
        steps += more;
        if (steps > STEPS) {
            throw Stopped.at(span, NetworkMessages.tooMuchWork(STEPS));
        }
    }

    void enter(Span span) {
        step(span);
        depth++;
        if (depth > DEPTH) {
            throw Stopped.at(span, NetworkMessages.tooDeep(DEPTH));
        }
    }

    void leave() {
        depth--;
    }
}
