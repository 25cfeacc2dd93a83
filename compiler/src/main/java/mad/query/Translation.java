package mad.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Function;
import mad.lower.Lowered;
import mad.network.Instantiation;
import mad.program.Assignment;
import mad.program.Domain;
import mad.program.Evaluation;
import mad.program.Program;

/**
 * Whether a program means what its text says: at a design, and at other points of the space, the program and the concrete layers must give
 * the same numbers. They share no formula.
 */
public final class Translation {
    private static final int TRIALS = 5_000;

    private final Lowered.Lowering lowering;
    private final Function<Map<String, Double>, Instantiation> build;

    Translation(Lowered.Lowering lowering, Function<Map<String, Double>, Instantiation> build) {
        this.lowering = lowering;
        this.build = build;
    }

    public Program program() {
        return lowering.program();
    }

    /** On what the two disagree at a design; nothing where all is well. */
    public List<String> differences(double[] design) {
        Assignment assignment = Assignment.of(design);
        return switch (build.apply(lowering.decisions(assignment))) {
            case Instantiation.Invalid invalid -> List.of(invalid.diagnostic().message());
            case Instantiation.Built built -> new Agreement(lowering, assignment).with(built);
        };
    }

    /** The same at {@code most} other feasible points, found by changing a few variables of one, again and again. */
    public Sample sample(double[] start, int most) {
        SplittableRandom random = new SplittableRandom(1);
        List<String> differences = new ArrayList<>();
        double[] point = start;
        int points = 0;
        for (int trial = 0; trial < TRIALS && points < most && differences.isEmpty(); trial++) {
            double[] next = point.clone();
            for (int i = 0; i < 2; i++) {
                int v = random.nextInt(next.length);
                next[v] = value(program().variables().get(v).domain(), random);
            }
            if (Evaluation.of(program(), Assignment.of(next)).isFeasible()) {
                points++;
                point = next;
                differences.addAll(differences(point));
            }
        }
        return new Sample(points, differences);
    }

    /** @param points that were compared */
    public record Sample(int points, List<String> differences) {}

    private static double value(Domain domain, SplittableRandom random) {
        return switch (domain) {
            case Domain.Discrete discrete -> discrete.value(random.nextLong(discrete.size()));
            case Domain.Reals reals -> reals.lo() + (reals.hi() - reals.lo()) * random.nextDouble();
        };
    }
}
