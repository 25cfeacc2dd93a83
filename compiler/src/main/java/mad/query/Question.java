package mad.query;

import java.util.Map;

/**
 * A design problem to answer.
 *
 * @param file the file that defines the design
 * @param arguments values for the design's parameters, by name; in base units
 * @param method a solver's name, {@code annealing} or {@code evolution}
 * @param seconds a safety net: the solver stops then even if its work is not done
 * @param work elementary evaluations after which the solver stops; answers depend on this, never on time
 * @param gap stop when the gap is at most this
 */
public record Question(
        String file,
        String design,
        Map<String, Double> arguments,
        String method,
        long seed,
        double seconds,
        long work,
        double gap,
        int threads) {}
