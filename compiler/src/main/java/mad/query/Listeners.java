package mad.query;

/** Listeners between a solver and whoever watches it. */
final class Listeners {
    private Listeners() {}

    /** Progress under another name. */
    static Progress.Listener named(String name, Progress.Listener listener) {
        return p -> listener.on(new Progress(
                name, p.incumbent(), p.bound(), p.gap(), p.seconds(), p.evaluations(), p.nodes(), p.decisions()));
    }
}
