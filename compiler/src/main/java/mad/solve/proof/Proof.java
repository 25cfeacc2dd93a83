package mad.solve.proof;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * The tree of boxes into which a search split a program's domains, as it grows. Boxes are numbered; 0 is the whole space. Those that are
 * neither split nor closed in the end are closed by propagation alone.
 */
public final class Proof {
    private final boolean kept;
    private final List<Step> steps = new ArrayList<>();
    private @Nullable Line line;
    private @Nullable String waived;
    private int boxes = 1;
    private OptionalDouble bound = OptionalDouble.empty();

    private Proof(boolean kept) {
        this.kept = kept;
    }

    /** One that is written down. */
    public static Proof kept() {
        return new Proof(true);
    }

    /** One that nobody asks for. */
    public static Proof forgotten() {
        return new Proof(false);
    }

    /** What happens to a box. */
    public sealed interface Step {
        int box();

        /** It becomes two: at most {@code at}, and the values beyond. */
        record Split(int box, int variable, double at, int low, int high) implements Step {}

        /** Nothing outside these sides of it is good enough, by the relaxation, or by propagation where there is none. */
        record Keep(int box, List<Side> sides, @Nullable Relaxation relaxation) implements Step {}

        /** Nothing in it is good enough. */
        record Close(int box, Relaxation relaxation) implements Step {}
    }

    public record Side(int variable, double lo, double hi) {}

    /**
     * A Lagrangian relaxation.
     *
     * @param grid weights at which what is carried is tabulated
     * @param slopes by ratio, of the tangent that takes the place of {@code d log(d / limit)}
     * @param points by convex piece, the point of tangency
     */
    public record Relaxation(int grid, double[] budgets, double[] ratios, double[] slopes, double[][] points) {}

    /** A cluster's variables by the part they play; -1 for none. */
    public record Cluster(int left, int right, int wide, int[] narrow, int[] affine) {}

    /** @param eager see the certificate's format; {@code eagerLimits} the same of limits */
    public record Line(List<Cluster> clusters, boolean eager, boolean eagerLimits) {}

    /** Begins anew, with a program that is a chain. */
    public void begin(Line chain) {
        steps.clear();
        waived = null;
        boxes = 1;
        line = chain;
    }

    /** Goes on without being written down, for a reason that ends "there is no certificate: ". */
    public void waive(String reason) {
        steps.clear();
        waived = reason;
    }

    /** Why it was not written down; null where it was. */
    public @Nullable String waived() {
        return waived;
    }

    /** Splits a box and answers with the number of its lower part; that of the upper one is the next. */
    public int split(int box, int variable, double at) {
        int low = boxes;
        boxes += 2;
        add(new Step.Split(box, variable, at, low, low + 1));
        return low;
    }

    public void add(Step step) {
        if (kept && waived == null) {
            steps.add(step);
        }
    }

    /** Every box is closed: nothing is better than {@code value}. */
    public void finish(double value) {
        bound = OptionalDouble.of(value);
    }

    public List<Step> steps() {
        return steps;
    }

    public @Nullable Line line() {
        return line;
    }

    /** What the tree proves; empty where it is not finished, or proves that nothing is feasible. */
    public OptionalDouble bound() {
        return bound;
    }
}
