package mad.cli;

import java.util.Map;
import mad.query.Designs;
import mad.query.Question;
import picocli.CommandLine.Option;

/** How a design is solved, and how much may be spent on it. */
final class Effort {
    @Option(
            names = "--method",
            paramLabel = "METHOD",
            defaultValue = "annealing",
            description = "annealing, or evolution as in the DeepMAD paper.")
    String method = "annealing";

    @Option(
            names = "--seed",
            paramLabel = "NUMBER",
            defaultValue = "1",
            description = "The same seed gives the same design, whatever --threads.")
    long seed = 1;

    @Option(
            names = "--work",
            paramLabel = "COUNT",
            defaultValue = "5M",
            converter = Amounts.class,
            description = "Stop after so many evaluations. Default: ${DEFAULT-VALUE}.")
    Double work = 5e6;

    @Option(
            names = "--seconds",
            paramLabel = "TIME",
            defaultValue = "60",
            converter = Amounts.class,
            description = {
                "Stop after this time even if --work is not done; answers",
                "then depend on the machine. Default: ${DEFAULT-VALUE}."
            })
    Double seconds = 60.0;

    @Option(
            names = "--gap",
            paramLabel = "SHARE",
            defaultValue = "0.01%",
            converter = Amounts.class,
            description = {
                "Proof enough: no design is better by more than this. Stop",
                "there and exit with 0. Default: ${DEFAULT-VALUE}."
            })
    Double gap = 1e-4;

    @Option(
            names = "--threads",
            paramLabel = "COUNT",
            description = "Default: one per processor, here ${DEFAULT-VALUE}.")
    int threads = Runtime.getRuntime().availableProcessors();

    Question question(String file, String design, Map<String, Double> arguments) {
        require(work >= 1, "--work wants at least 1 evaluation");
        require(seconds > 0, "--seconds wants a time above 0");
        require(gap >= 0, "--gap wants a share of at least 0");
        require(Designs.methods().contains(method), "--method wants " + String.join(" or ", Designs.methods()));
        return new Question(file, design, arguments, method, seed, seconds, work.longValue(), gap);
    }

    int threads() {
        require(threads >= 1, "--threads wants at least 1");
        return threads;
    }

    private static void require(boolean condition, String otherwise) {
        if (!condition) {
            throw new Unusable(otherwise);
        }
    }
}
