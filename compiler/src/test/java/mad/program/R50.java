package mad.program;

import java.util.ArrayList;
import java.util.List;
import mad.source.Span;

/**
 * The R50 program of the authors' code, written out by hand: the reference instance of the solvers' tests. Five bottleneck
 * stages behind a stem, with two budgets, an effectiveness limit and a depth penalty; logarithms of widths are halved.
 */
public final class R50 {
    /** The best value known, proved by an independent prototype. */
    public static final double OPTIMUM = 52048.4355;

    private static final int[] STRIDES = {2, 2, 2, 1, 2};
    private static final double[] ALPHA = {1, 1, 1, 1, 8};

    private final Terms terms = new Terms();
    private final List<Term> flops = new ArrayList<>();
    private final List<Term> params = new ArrayList<>();
    private final List<Term> logs = new ArrayList<>();
    private final List<Term> scores = new ArrayList<>();
    private final List<Term> rhos = new ArrayList<>();
    private final List<Term> depths = new ArrayList<>();
    private final List<Constraint> constraints = new ArrayList<>();

    public final Term totalFlops;
    public final Term totalParams;
    public final Term rho;
    public final Term penalty;
    public final Program program;

    private R50(double maxFlops, double maxParams, double maxRho) {
        Term in = variable("c0", new Domain.Integers(8, 32, 8));
        Term layers = c(1);
        params.add(terms.sum(List.of(times(27, in), times(2, in))));
        flops.add(times(112 * 112, terms.sum(List.of(times(27, in), times(3, in)))));
        logs.add(c(StrictMath.log(27) / 2));
        closeLevel(in, 112, layers);
        int size = 112;
        for (int i = 1; i <= 5; i++) {
            Term out = variable("out" + i, new Domain.Integers(8, 2048, 8));
            Term mid = variable("mid" + i, new Domain.Integers(8, 2048, 8));
            Term k = variable("k" + i, Domain.Values.of(3, 5));
            Term depth = variable("L" + i, new Domain.Integers(1, i == 1 ? 3 : 30));
            require("grow" + i, terms.le(in, out));
            require("at-most-4x" + i, terms.le(out, times(4, in)));
            Term tenth = terms.divide(out, c(10));
            Term rounded = terms.max(List.of(c(8), times(8, terms.round(terms.divide(tenth, c(8))))));
            require("mid-low" + i, terms.le(rounded, mid));
            require("mid-high" + i, terms.le(mid, out));
            int stride = STRIDES[i - 1];
            stage(in, out, mid, k, depth, size, stride);
            size /= stride;
            layers = terms.add(layers, times(3, depth));
            in = out;
            depths.add(depth);
            if (i == 5 || STRIDES[i] == 2) {
                closeLevel(out, size, layers);
            }
        }
        totalFlops = terms.sum(flops);
        totalParams = terms.sum(params);
        rho = terms.max(rhos);
        penalty = times(10, terms.exp(terms.std(depths.subList(2, 5))));
        budget("flops", totalFlops, c(maxFlops));
        budget("params", totalParams, c(maxParams));
        budget("rho", rho, c(maxRho));
        Objective objective =
                new Objective(Objective.Sense.MAXIMIZE, terms.subtract(terms.sum(scores), penalty), origin("score"));
        program = new Program("R50", terms.variables(), objective, constraints, List.of());
    }

    /** The program with budgets of 4.13 G, 25.55 M and 0.3. */
    public static R50 create() {
        return new R50(4.13e9, 25.55e6, 0.3);
    }

    public static R50 withBudgets(double maxFlops, double maxParams, double maxRho) {
        return new R50(maxFlops, maxParams, maxRho);
    }

    /** An assignment from the stem's channels and out, mid, kernel and depth of each stage. */
    public Assignment design(int stem, int[] out, int[] mid, int[] kernel, int[] depth) {
        double[] values = new double[21];
        values[0] = stem;
        for (int i = 0; i < 5; i++) {
            values[4 * i + 1] = out[i];
            values[4 * i + 2] = mid[i];
            values[4 * i + 3] = kernel[i];
            values[4 * i + 4] = depth[i];
        }
        return Assignment.of(values);
    }

    public Assignment published() {
        return design(
                32,
                new int[] {128, 512, 872, 1024, 1232},
                new int[] {40, 48, 88, 104, 120},
                new int[] {5, 5, 5, 5, 5},
                new int[] {1, 11, 12, 13, 15});
    }

    public Assignment optimum() {
        return design(
                32,
                new int[] {128, 256, 896, 912, 1232},
                new int[] {56, 88, 88, 88, 120},
                new int[] {5, 5, 5, 5, 5},
                new int[] {1, 1, 20, 21, 13});
    }

    /** The first block has the stride and a projected shortcut; the others, {@code depth - 1} of them, repeat. */
    private void stage(Term in, Term out, Term mid, Term k, Term depth, int size, int stride) {
        double before = (double) size * size;
        double after = before / stride / stride;
        Term rest = terms.subtract(depth, c(1));
        Term square = terms.product(List.of(k, k));
        Term middle = conv(mid, mid, square);
        Term expand = conv(mid, out, c(1));
        Term first = terms.sum(List.of(conv(in, mid, c(1)), middle, expand, conv(in, out, c(1))));
        Term inner = terms.sum(List.of(conv(out, mid, c(1)), middle, expand));
        params.add(terms.add(first, terms.multiply(rest, inner)));
        // one activation after each convolution, and one more on the projected shortcut
        Term firstFlops = terms.sum(List.of(
                times(before, terms.add(conv(in, mid, c(1)), mid)),
                times(after, terms.sum(List.of(middle, expand, conv(in, out, c(1)), mid, out, out))),
                stride == 2 ? times(before, in) : c(0)));
        Term innerFlops = times(after, terms.sum(List.of(inner, mid, mid, out)));
        flops.add(terms.add(firstFlops, terms.multiply(rest, innerFlops)));
        Term width = terms.add(terms.log(terms.product(List.of(mid, k, k))), terms.log(mid));
        logs.add(times(0.5, terms.add(terms.log(in), width)));
        logs.add(times(0.5, terms.multiply(rest, terms.add(terms.log(out), width))));
    }

    private Term conv(Term in, Term out, Term square) {
        return terms.add(terms.product(List.of(in, out, square)), times(2, out));
    }

    private void closeLevel(Term channels, int size, Term layers) {
        Term sum = terms.sum(logs);
        Term resolution = terms.log(terms.multiply(channels, c((double) size * size)));
        scores.add(times(ALPHA[scores.size()], terms.multiply(resolution, sum)));
        Term meanLog = terms.divide(times(2, sum), layers);
        rhos.add(terms.multiply(layers, terms.exp(terms.negate(meanLog))));
    }

    private Term variable(String name, Domain domain) {
        return terms.variable(terms.newVariable(name, domain, origin(name)));
    }

    private void require(String name, Term condition) {
        constraints.addAll(Requirement.of(terms, name, condition, origin(name)));
    }

    private void budget(String name, Term use, Term limit) {
        constraints.add(Requirement.of(terms, name, Operation.Comparison.LE, use, limit, origin(name)));
    }

    private Term c(double value) {
        return terms.constant(value);
    }

    private Term times(double factor, Term term) {
        return terms.multiply(c(factor), term);
    }

    private static Origin origin(String text) {
        return new Origin(new Span("r50.mad", 0, 0), text);
    }
}
