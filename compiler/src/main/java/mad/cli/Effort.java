package mad.cli;

import java.util.Map;
import mad.query.Designs;
import mad.query.Question;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How a design is solved, and how much may be spent on it. */
final class Effort {
    @Option(
            names = "--method",
            paramLabel = "METHOD",
            defaultValue = "exact",
            description = {
                "exact proves its answer; annealing only searches; evolution",
                "searches as in the DeepMAD paper. Default: ${DEFAULT-VALUE}."
            })
    String method = "exact";

    @Option(
            names = "--seed",
            paramLabel = "NUMBER",
            defaultValue = "1",
            description = "The same seed gives the same design, whatever --threads.")
    long seed = 1;

    @Option(
            names = "--work",
            paramLabel = "COUNT",
            converter = Amounts.class,
            description = {"Stop after so many evaluations. Default: 5M, and 1G where", "the method is exact."})
    @Nullable
    Double work;

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
            names = "--nodes",
            paramLabel = "COUNT",
            converter = Amounts.class,
            description = "Stop after so many boxes of branch and bound.")
    @Nullable
    Double nodes;

    @Option(
            names = "--memory",
            paramLabel = "BYTES",
            defaultValue = "256M",
            converter = Amounts.class,
            description = {"Stop when the open boxes take more than this, by", "estimate. Default: ${DEFAULT-VALUE}."})
    Double memory = (double) Question.USUAL_BYTES;

    @Option(
            names = "--gap",
            paramLabel = "SHARE",
            defaultValue = "0.0001%",
            converter = Amounts.class,
            description = {
                "Proof enough: no design is better by more than this. Stop",
                "there and exit with 0. Default: ${DEFAULT-VALUE}."
            })
    Double gap = 1e-6;

    @Option(
            names = "--threads",
            paramLabel = "COUNT",
            description = "Default: one per processor, here ${DEFAULT-VALUE}.")
    int threads = Runtime.getRuntime().availableProcessors();

    Question question(String file, String design, Map<String, Double> arguments) {
        require(work == null || work >= 1, "--work wants at least 1 evaluation");
        require(seconds > 0, "--seconds wants a time above 0");
        require(nodes == null || nodes >= 1, "--nodes wants at least 1 box");
        require(memory >= 1, "--memory wants at least 1 byte");
        require(gap >= 0, "--gap wants a share of at least 0");
        require(Designs.methods().contains(method), "--method wants " + String.join(" or ", Designs.methods()));
        long boxes = nodes == null ? Long.MAX_VALUE : nodes.longValue();
        return new Question(file, design, arguments, method, seed, seconds, work(), boxes, memory.longValue(), gap);
    }

    private long work() {
        return work == null ? Designs.usualWork(method) : work.longValue();
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
