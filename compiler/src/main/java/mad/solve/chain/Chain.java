package mad.solve.chain;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import mad.program.Constraint;
import mad.program.Domain;
import mad.program.Program;
import mad.solve.proof.Proof;
import org.jspecify.annotations.Nullable;

/**
 * A program as a chain of clusters. Neighbouring clusters share one variable; all rows are sums over clusters; and objective
 * terms that couple distant clusters are products of a function of one later shared variable and one common quantity of each
 * earlier cluster, the <em>carried</em> quantity.
 *
 * @param shares of the objective and each budget: how many times it has the products of what is carried
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

    private final double[] shares;
    final double[] constants;
    final int quantities;
    private final @Nullable Joints joints;
    /** See {@link CarriedTerms}. */
    private final CarriedTerms.Eagerness eagerness;

    Chain(
            Program program,
            Rows rows,
            Functions functions,
            List<Cluster> clusters,
            double[] @Nullable [] weightOf,
            double[] shares,
            double[] constants,
            @Nullable Joints joints,
            CarriedTerms.Eagerness eagerness) {
        this.eagerness = eagerness;
        this.program = program;
        this.rows = rows;
        this.functions = functions;
        this.clusters = clusters;
        this.weightOf = weightOf;
        this.shares = shares;
        this.constants = constants;
        this.quantities = constants.length;
        this.joints = joints;
    }

    private Chain with(Joints joints) {
        return new Chain(program, rows, functions, clusters, weightOf, shares, constants, joints, eagerness);
    }

    /** The variables of the program that was asked for; behind them the chain may have some of its own. */
    int decisions() {
        return program.variables().size() - (joints == null ? 0 : joints.terms().size());
    }

    /** About what an open box takes: its sides, its multipliers, and the few maximisers that its parent does not have. */
    long nodeBytes() {
        long variables = program.variables().size();
        return 256 + 8 * variables + 16L * quantities + 6 * (64 + 4 * variables + 8L * quantities);
    }

    /** The position of every variable at a point of the program that was asked for. */
    int[] lift(int[] point) {
        return joints == null ? point : joints.lift(point, functions);
    }

    /** Why a certificate cannot state it; null where one can. */
    @Nullable
    String unstated() {
        if (joints != null) {
            return "later stages read the width of a choice between blocks";
        }
        if (rows.widest() > 2 || !clusters.stream().allMatch(LineCluster.class::isInstance)) {
            return "stages are tabulated";
        }
        return rows.pieces().stream().allMatch(Rows.Piece::isOfManyNumbers)
                ? null
                : "the objective has a largest of several sums, or a convex function of one";
    }

    /** How it looks in a certificate that can state it. */
    Proof.Line line() {
        List<Proof.Cluster> parts = clusters.stream()
                .map(LineCluster.class::cast)
                .map(c -> new Proof.Cluster(c.left(), c.right(), c.wide(), c.narrow(), c.affine()))
                .toList();
        return new Proof.Line(
                parts, eagerness == CarriedTerms.Eagerness.OBJECTIVE, eagerness != CarriedTerms.Eagerness.NEVER);
    }

    /** How many times the objective has the products of what is carried. */
    double share() {
        return shares[0];
    }

    /** The same of a budget. */
    double share(int budget) {
        return shares[1 + budget];
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
            Range r = cluster.range(quantity, lo, hi);
            least += r.lo();
            most += r.hi();
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
        if (share() != 0 && clusters.stream().anyMatch(Cluster::carries)) {
            text.append(", and what is carried along the chain times functions of shared variables");
        }
        int pieces = rows.pieces().size();
        if (pieces > 0) {
            text.append(", less ").append(pieces).append(pieces == 1 ? " convex penalty" : " convex penalties");
        }
        return text.toString();
    }

    /** The form in which the bound uses a constraint of the program that was asked for. */
    public RowKind.Parts kind(Constraint constraint) {
        return program.constraints().stream()
                .filter(c -> c.name().equals(constraint.name()))
                .map(c -> Rows.kind(c, rows.widest()))
                .findFirst()
                .orElseThrow();
    }

    /** The form in which the bound of a chain would use a constraint. */
    public static RowKind.Parts likelyKind(Constraint constraint) {
        return Rows.kind(constraint, Expansion.NARROW);
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
        if (program.variables().isEmpty()) {
            return new Recognition.Refused("it has no variables");
        }
        StringBuilder why = new StringBuilder();
        for (Couplings couplings : Couplings.values()) {
            Chain chain = best(program, withObjective, couplings, why);
            if (chain != null) {
                return new Recognition.Recognised(chain);
            }
        }
        return new Recognition.Refused(why.toString());
    }

    /** What may couple distant variables. */
    private enum Couplings {
        OBJECTIVE,
        /** The objective, and all limits of one thing. */
        LIMITS
    }

    /** @param why receives the reason where it is still empty */
    private static @Nullable Chain best(
            Program program, boolean withObjective, Couplings couplings, StringBuilder why) {
        StringBuilder whyNoLines = new StringBuilder();
        Chain lines = lines(program, withObjective, couplings, whyNoLines);
        if (lines != null && lines.leftOut() == 0) {
            return lines;
        }
        StringBuilder whyNoTables = new StringBuilder();
        Chain tables = tables(program, withObjective, couplings, whyNoTables);
        if (why.isEmpty()) {
            why.append(whyNoLines.isEmpty() ? whyNoTables : whyNoLines);
        }
        return lines == null || tables != null && tables.leftOut() < lines.leftOut() ? tables : lines;
    }

    /** Clusters whose maxima have closed forms. */
    private static @Nullable Chain lines(
            Program program, boolean withObjective, Couplings couplings, StringBuilder why) {
        Chain tabulated = lines(program, withObjective, couplings, false, why);
        if (tabulated == null || tabulated.rows.pieces().isEmpty()) {
            return tabulated;
        }
        // a penalty of one variable keeps it from being affine: dualised, the tables may be much smaller
        Chain dualised = lines(program, withObjective, couplings, true, new StringBuilder());
        return dualised != null && 2 * dualised.cells() < tabulated.cells() ? dualised : tabulated;
    }

    private static @Nullable Chain lines(
            Program program, boolean withObjective, Couplings couplings, boolean dualise, StringBuilder why) {
        Rows rows = Rows.of(program, withObjective, Expansion.NARROW, dualise);
        if (rows == null) {
            why.append("the objective is no sum of products of functions of one variable");
            return null;
        }
        return built(program, rows, couplings, false, why);
    }

    /** Null as well where the bound would use less than half of the limits on many variables: propagation uses them all. */
    private static @Nullable Chain built(
            Program program, Rows rows, Couplings couplings, boolean tables, StringBuilder why) {
        List<RowKind> limits = program.constraints().stream()
                .map(c -> Rows.kind(c, rows.widest()).kind())
                .filter(kind -> kind != RowKind.LOCAL)
                .toList();
        if (2 * Collections.frequency(limits, RowKind.OTHER) > limits.size()) {
            why.append("its bound would leave most limits out");
            return null;
        }
        return switch (couplings) {
            case OBJECTIVE -> {
                Chain chain = new ChainBuilder(program, rows, false, Set.of(), tables, why).build();
                yield chain != null
                        ? chain
                        : new ChainBuilder(program, rows, true, Set.of(), tables, new StringBuilder()).build();
            }
            case LIMITS -> {
                Chain chain = null;
                for (int i = 0; i < 2 * rows.budgets().size() && chain == null; i++) {
                    chain = new ChainBuilder(
                                    program,
                                    rows,
                                    i % 2 == 1,
                                    rows.like(i / 2),
                                    tables,
                                    why.isEmpty() ? why : new StringBuilder())
                            .build();
                }
                yield chain;
            }
        };
    }

    private double cells() {
        return clusters.stream().mapToDouble(c -> c.cells(functions)).sum();
    }

    /** Clusters some of which are tabulated; with variables of their own for what later ones read of earlier ones, where that helps. */
    private static @Nullable Chain tables(
            Program program, boolean withObjective, Couplings couplings, StringBuilder why) {
        Joints joints = Joints.of(program);
        Chain best = null;
        for (boolean dualise : new boolean[] {false, true}) {
            for (Joints named :
                    joints == null ? new @Nullable Joints[] {null} : new @Nullable Joints[] {null, joints}) {
                Chain chain = tables(
                        program,
                        named,
                        withObjective,
                        couplings,
                        dualise,
                        best == null && why.isEmpty() ? why : new StringBuilder());
                best = best == null || chain != null && chain.leftOut() < best.leftOut() ? chain : best;
                if (best != null && best.leftOut() == 0) {
                    return best;
                }
            }
        }
        return best;
    }

    private static @Nullable Chain tables(
            Program program,
            @Nullable Joints joints,
            boolean withObjective,
            Couplings couplings,
            boolean dualise,
            StringBuilder why) {
        Program named = joints == null ? program : joints.program();
        Rows rows = Rows.of(named, withObjective, Expansion.WIDE, dualise);
        if (rows == null) {
            why.append("the objective is no sum of products of functions of few variables");
            return null;
        }
        Chain chain = built(named, rows, couplings, true, why);
        return chain == null || joints == null ? chain : chain.with(joints);
    }

    /** Constraints that the bound does not use. */
    private long leftOut() {
        return program.constraints().stream()
                .filter(c -> Rows.kind(c, rows.widest()).kind() == RowKind.OTHER)
                .count();
    }
}
