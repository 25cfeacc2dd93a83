package mad.query;

import java.util.Map;

/**
 * A design problem to answer.
 *
 * @param file the file that defines the design
 * @param arguments values for the design's parameters by name, in base units, conditions as 0 or 1; those left out have their defaults. Also bounds for its
 *     limits, by names such as {@code Phone.macs}
 * @param method a solver's name, see {@link Designs#methods()}
 * @param seconds a safety net: the solver stops then even if its work is not done
 * @param work evaluations after which the solver stops; answers depend on this, never on time
 * @param nodes boxes of branch and bound after which the solver stops
 * @param bytes that the boxes still open may take, by estimate, before the solver stops
 * @param gap a design is optimal when its relative gap is at most this
 */
public record Question(
        String file,
        String design,
        Map<String, Double> arguments,
        String method,
        long seed,
        double seconds,
        long work,
        long nodes,
        long bytes,
        double gap) {
    /** What open boxes may take where nobody says otherwise, in bytes: more than any example needs, and half of what a Java of 512 MB has. */
    public static final long USUAL_BYTES = 256_000_000;

    public Question {
        arguments = Map.copyOf(arguments);
    }

    /** Without a limit of boxes, and with the usual memory for them. */
    public Question(
            String file,
            String design,
            Map<String, Double> arguments,
            String method,
            long seed,
            double seconds,
            long work,
            double gap) {
        this(file, design, arguments, method, seed, seconds, work, Long.MAX_VALUE, USUAL_BYTES, gap);
    }

    /** Annealing with seed 1, five million evaluations, no time limit, a gap of 1e-6. */
    public static Question of(String file, String design) {
        return new Question(
                file, design, Map.of(), "exact", 1, Double.POSITIVE_INFINITY, Designs.usualWork("exact"), 1e-6);
    }

    public Question withArguments(Map<String, Double> arguments) {
        return new Question(file, design, arguments, method, seed, seconds, work, nodes, bytes, gap);
    }

    public Question withDesign(String design) {
        return new Question(file, design, arguments, method, seed, seconds, work, nodes, bytes, gap);
    }
}
