package mad.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import mad.query.Report;
import mad.query.Report.ActiveBound;
import mad.query.Report.BudgetUse;
import mad.query.Report.Failure;
import mad.query.Report.Objective;
import mad.query.Report.Quantity;
import mad.query.Report.Row;
import mad.query.Report.SolverFacts;
import mad.query.Report.Status;
import mad.source.Span;
import org.jspecify.annotations.Nullable;

/** Hand-made reports with the shape of real ones. */
public final class Reports {
    private static final Span HERE = new Span("r18.mad", 0, 6);
    private static final double MACS = 1_816_604_672;
    private static final double PARAMS = 11_153_088;

    private Reports() {}

    /** Five stages within two budgets, near the bound. */
    public static Report r18() {
        return r18(Status.FEASIBLE, 34_492.882, List.of());
    }

    public static Report proved() {
        return r18(Status.OPTIMAL, 34_012.5271, List.of());
    }

    /** The published network: over its own budget. */
    public static Report violated() {
        Failure failure = new Failure("`macs <= 1.82 G` does not hold: macs is 1.837 G.", HERE);
        return r18(Status.VIOLATED, 34_492.882, List.of(failure));
    }

    private static Report r18(Status status, double bound, List<Failure> violations) {
        double value = 34_012.5271;
        double macs = violations.isEmpty() ? MACS : 1.837e9;
        Map<String, Quantity> metrics = new LinkedHashMap<>();
        metrics.put("macs", new Quantity(macs, ""));
        metrics.put("params", new Quantity(PARAMS, ""));
        metrics.put("effectiveness", new Quantity(0.299_87, ""));
        metrics.put("depth_imbalance", new Quantity(12.4021, ""));
        metrics.put("peak_memory", new Quantity(3_211_264, "B"));
        Map<String, Object> variables = new LinkedHashMap<>();
        variables.put("stem.out", 32.0);
        variables.put("s1.out", 96.0);
        variables.put("s1.depth", 1.0);
        variables.put("s2.block", "K1KXK1");
        return new Report(
                "R18",
                "K1KXK1Net",
                Map.of(),
                status,
                new Objective("score([1, 1, 1, 1, 8], stages.depth)", true, value, bound, (bound - value) / value),
                metrics,
                List.of(
                        new BudgetUse("ResNet18", "macs", macs, true, 1.82e9, macs / 1.82e9, "", HERE),
                        new BudgetUse("ResNet18", "params", PARAMS, true, 11.69e6, PARAMS / 11.69e6, "", HERE)),
                variables,
                rows(),
                violations.isEmpty() ? active(macs) : List.of(),
                violations,
                new SolverFacts("annealing", 1, 3.214, 1_204_551, "work limit reached"));
    }

    private static List<ActiveBound> active(double macs) {
        return List.of(
                new ActiveBound("macs", ActiveBound.Kind.BUDGET, macs, 1.82e9, 1.82e9 - macs, HERE),
                new ActiveBound("effectiveness <= 0.3", ActiveBound.Kind.CONSTRAINT, 0.299_87, 0.3, 1.3e-4, HERE),
                new ActiveBound("s1.depth", ActiveBound.Kind.LOWER_END, 1, 1, 0, HERE),
                new ActiveBound("s5.kernel", ActiveBound.Kind.UPPER_END, 5, 5, 0, HERE));
    }

    private static List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        rows.add(row("stem", "stem", "ConvBnRelu", 1, 3, 32, 224, 112, null, 3, 2, 928, 12_443_648, 1, 42.5));
        rows.add(row("s1", "stage", "K1KXK1", 1, 32, 96, 112, 56, 40, 5, 2, 49_744, 160_000_000, 3, 203.4));
        rows.add(row("s2", "stage", "K1KXK1", 6, 96, 384, 56, 28, 40, 5, 2, 461_000, 379_000_000, 18, 1_411.2));
        rows.add(row("s3", "stage", "K1KXK1", 9, 384, 384, 28, 14, 64, 5, 2, 1_380_000, 300_161_024, 27, 2_801.9));
        rows.add(row("s4", "stage", "K1KXK1", 10, 384, 1024, 14, 14, 104, 3, 1, 3_440_000, 674_000_000, 30, 3_517.0));
        rows.add(row("s5", "stage", "K1KXK1", 12, 1024, 672, 14, 7, 104, 5, 2, 5_821_416, 291_000_000, 36, 26_036.5));
        rows.add(row("head", "head", "globalpool", 1, 672, 672, 7, 1, null, null, null, 0, 0, 1, 0));
        return rows;
    }

    private static Row row(
            String name,
            String kind,
            String block,
            long depth,
            long in,
            long out,
            long inSize,
            long size,
            @Nullable Integer mid,
            @Nullable Integer kernel,
            @Nullable Integer stride,
            long params,
            long macs,
            int layers,
            double entropy) {
        Map<String, Object> arguments = new LinkedHashMap<>();
        if (kernel != null) {
            arguments.put("out", (double) out);
        }
        if (mid != null) {
            arguments.put("mid", (double) mid);
        }
        if (kernel != null && stride != null) {
            arguments.put("kernel", (double) kernel);
            arguments.put("stride", (double) stride);
        }
        Map<String, Double> metrics = new LinkedHashMap<>();
        metrics.put("macs", (double) macs);
        metrics.put("params", (double) params);
        Map<String, Double> share = new LinkedHashMap<>();
        share.put("macs", macs / MACS);
        share.put("params", params / PARAMS);
        return new Row(
                name, kind, block, depth, in, out, inSize, size, arguments, params, macs, layers, entropy, metrics,
                share, HERE);
    }
}
