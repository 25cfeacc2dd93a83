package mad.solve.chain;

import java.util.List;
import mad.program.Constraint;
import mad.program.Domain;
import mad.program.Program;
import org.jspecify.annotations.Nullable;

/**
 * A program as a chain of clusters. Neighbouring clusters share one variable; all rows are sums over clusters; and objective
 * terms that couple distant clusters are products of a function of one later shared variable and one common quantity of each
 * earlier cluster, the <em>carried</em> quantity.
 *
 * @param quantities 0 is the objective, 1 the carried quantity, then budgets, ratios' depths and logs, pieces' arguments
 * @param constants what each quantity has besides its clusters
 */
public final class Chain {
    static final int OBJECTIVE = 0;
    static final int CARRIED = 1;

    final Program program;
    final Rows rows;
    final Functions functions;
    final List<Cluster> clusters;
    /** For each cluster what its right variable adds to the weight of everything carried so far, by position; null for nothing. */
    final double[] @Nullable [] weightOf;

    final double[] constants;
    final int quantities;

    Chain(
            Program program,
            Rows rows,
            Functions functions,
            List<Cluster> clusters,
            double[] @Nullable [] weightOf,
            double[] constants) {
        this.program = program;
        this.rows = rows;
        this.functions = functions;
        this.clusters = clusters;
        this.weightOf = weightOf;
        this.constants = constants;
        this.quantities = constants.length;
    }

    int budget(int i) {
        return 2 + i;
    }

    int ratioDepth(int i) {
        return 2 + rows.budgets().size() + 2 * i;
    }

    int ratioLogs(int i) {
        return ratioDepth(i) + 1;
    }

    int argument(int piece, int i) {
        int at = 2 + rows.budgets().size() + 2 * rows.ratios().size();
        for (int p = 0; p < piece; p++) {
            at += rows.pieces().get(p).arguments().size();
        }
        return at + i;
    }

    /** What a quantity may be over a box of positions, constant included; wider than need be where variables repeat. */
    Range range(int quantity, int[] lo, int[] hi) {
        double least = constants[quantity];
        double most = least;
        for (Cluster cluster : clusters) {
            for (Cluster.Shape s : cluster.shapes()) {
                for (Cluster.Member m : s.members()) {
                    if (m.quantity() != quantity) {
                        continue;
                    }
                    Range r = new Range(m.coefficient(), m.coefficient());
                    if (s.left() != null) {
                        r = r.times(Range.of(s.left(), lo[cluster.left()], hi[cluster.left()]));
                    }
                    if (s.right() != null) {
                        r = r.times(Range.of(s.right(), lo[cluster.right()], hi[cluster.right()]));
                    }
                    if (s.wide() != null) {
                        r = r.times(Range.of(s.wide(), lo[cluster.wide()], hi[cluster.wide()]));
                    }
                    for (Cluster.Small small : m.small()) {
                        r = r.times(Range.of(small.table(), lo[small.variable()], hi[small.variable()]));
                    }
                    if (s.pair() != null) {
                        return new Range(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
                    }
                    least += r.lo();
                    most += r.hi();
                }
            }
        }
        return new Range(least, most);
    }

    /** The clusters in their order, in terms of the program's variables. */
    public List<Link> links() {
        return Link.of(this);
    }

    /** How the objective is bounded, in words. */
    public String objective() {
        StringBuilder text = new StringBuilder("a sum over clusters");
        boolean carries = clusters.stream()
                .flatMap(c -> c.shapes().stream())
                .flatMap(s -> s.members().stream())
                .anyMatch(m -> m.quantity() == CARRIED);
        if (carries) {
            text.append(", and what is carried along the chain times functions of shared variables");
        }
        int pieces = rows.pieces().size();
        if (pieces > 0) {
            text.append(", less ").append(pieces).append(pieces == 1 ? " convex penalty" : " convex penalties");
        }
        return text.toString();
    }

    /** The form in which the bound of a chain uses a constraint. */
    public static RowKind.Parts kind(Constraint constraint) {
        return Rows.kind(constraint);
    }

    /** Whether a program is a chain. */
    public sealed interface Recognition {
        record Recognised(Chain chain) implements Recognition {}

        /** @param reason ends a sentence such as "the program is no chain: " */
        record Refused(String reason) implements Recognition {}
    }

    public static Recognition of(Program program) {
        return of(program, true);
    }

    /** The same with an objective that is 0 everywhere. */
    public static Recognition ofConstraints(Program program) {
        return of(program, false);
    }

    private static Recognition of(Program program, boolean withObjective) {
        for (var v : program.variables()) {
            if (!(v.domain() instanceof Domain.Discrete d) || d.size() > 100_000) {
                return new Recognition.Refused("`" + v.name() + "` is not a choice among at most 100,000 numbers");
            }
        }
        Rows rows = Rows.of(program, withObjective);
        if (rows == null) {
            return new Recognition.Refused("the objective is no sum of products of functions of one variable");
        }
        StringBuilder why = new StringBuilder();
        Chain chain = program.variables().isEmpty() ? null : new ChainBuilder(program, rows, false, why).build();
        if (chain == null && !program.variables().isEmpty()) {
            chain = new ChainBuilder(program, rows, true, new StringBuilder()).build();
        }
        return chain == null ? new Recognition.Refused(why.toString()) : new Recognition.Recognised(chain);
    }
}
