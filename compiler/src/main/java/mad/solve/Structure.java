package mad.solve;

import java.util.List;
import mad.program.Constraint;
import mad.program.Curvature;
import mad.program.Domain;
import mad.program.Objective;
import mad.program.Program;
import mad.program.Variable;
import mad.solve.chain.Chain;
import mad.solve.chain.Link;
import mad.solve.chain.RowKind;

/**
 * What the exact solver sees in a program, and what it will do with it.
 *
 * @param magnitude the decimal logarithm of the number of points; infinite with real variables
 * @param objective how it is bounded
 * @param curvature of the objective's term
 * @param why what keeps the program from a better engine; empty where nothing does
 * @param links of the chain, in its order; empty for other engines
 */
public record Structure(
        double magnitude,
        String objective,
        Curvature curvature,
        List<Row> rows,
        Engine engine,
        String why,
        List<Link> links) {

    /** How a program is bounded. */
    public enum Engine {
        CHAIN("chain", "Lagrangian dynamic programming along the chain, inside branch and bound"),
        BOX("box", "interval propagation and linear relaxations inside branch and bound");

        private final String word;
        private final String method;

        Engine(String word, String method) {
            this.word = word;
            this.method = method;
        }

        public String word() {
            return word;
        }

        public String method() {
            return method;
        }
    }

    /** @param parts sums or tangents it gives to the bound; 0 where it is left out of that */
    public record Row(Constraint constraint, RowKind kind, int parts, Curvature curvature) {}

    public Structure {
        rows = List.copyOf(rows);
        links = List.copyOf(links);
    }

    public static Structure of(Program program) {
        Chain.Recognition recognition = Chain.of(program);
        List<Row> rows = program.constraints().stream()
                .map(c -> row(
                        c,
                        recognition instanceof Chain.Recognition.Recognised(Chain chain)
                                ? chain.kind(c)
                                : Chain.likelyKind(c)))
                .toList();
        Objective objective = program.objective();
        Curvature curvature = Curvature.of(objective.term());
        double magnitude =
                program.variables().stream().mapToDouble(Structure::magnitude).sum();
        return switch (recognition) {
            case Chain.Recognition.Recognised(Chain chain) ->
                new Structure(magnitude, chain.objective(), curvature, rows, Engine.CHAIN, "", chain.links());
            case Chain.Recognition.Refused(String reason) ->
                new Structure(
                        magnitude, "an expression", curvature, rows, Engine.BOX, "no chain: " + reason, List.of());
        };
    }

    private static Row row(Constraint constraint, RowKind.Parts parts) {
        return new Row(constraint, parts.kind(), parts.count(), Curvature.of(constraint.body()));
    }

    private static double magnitude(Variable variable) {
        return switch (variable.domain()) {
            case Domain.Discrete discrete -> StrictMath.log10(discrete.size());
            case Domain.Reals(double lo, double hi) -> lo == hi ? 0 : Double.POSITIVE_INFINITY;
        };
    }
}
