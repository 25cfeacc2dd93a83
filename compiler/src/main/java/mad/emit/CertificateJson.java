package mad.emit;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import mad.program.Constraint;
import mad.program.Domain;
import mad.program.Objective;
import mad.program.Operation;
import mad.program.Program;
import mad.program.Term;
import mad.program.Variable;
import mad.query.Certified;
import mad.query.Translation;
import mad.solve.proof.Proof;

/** A proof as lines of JSON, for a checker that knows nothing of MAD. {@code docs/optimality.md} describes them. */
public final class CertificateJson {
    /** What rounding may add to the bound of a box, relative: the checker rounds otherwise than the solver. */
    private static final double ROUNDING = 5e-10;

    private CertificateJson() {}

    /** The program that a text means, as it stands in its certificates. */
    public static String program(Translation translation) {
        return program(translation.program());
    }

    private static String program(Program program) {
        return line(o -> o.object("program", p -> write(p, program)));
    }

    public static List<String> lines(Certified certified) {
        Program program = certified.program();
        List<String> lines = new ArrayList<>();
        lines.add(line(o -> head(o, certified)));
        lines.add(program(program));
        if (!certified.isInfeasible()) {
            lines.add(line(o -> o.array("design", numbers(certified.design()), Json::number)));
        }
        Proof.Line chain = certified.proof().line();
        if (chain != null) {
            lines.add(line(o -> o.object(
                    "chain",
                    c -> c.put("eager", chain.eager())
                            .put("eagerLimits", chain.eagerLimits())
                            .array("clusters", chain.clusters(), CertificateJson::cluster))));
        }
        for (Proof.Step step : certified.proof().steps()) {
            lines.add(line(o -> step(o, step)));
        }
        lines.add(line(o -> o.put("end", true)));
        return lines;
    }

    private static String line(Json.Part members) {
        return Json.text(json -> json.object(members));
    }

    private static void head(Json o, Certified certified) throws IOException {
        o.put("certificate", 1).put("name", certified.name());
        o.put("claim", certified.isInfeasible() ? "infeasible" : "bound");
        if (!certified.isInfeasible()) {
            int sign = certified.program().objective().sense().sign();
            double bound = certified.bound();
            o.put("objective", certified.objective());
            o.put("bound", bound + sign * ROUNDING * Math.max(1e-9, Math.abs(bound)));
        }
    }

    private static void cluster(Json json, Proof.Cluster cluster) throws IOException {
        json.object(o -> o.array("ends", List.of(cluster.left(), cluster.right(), cluster.wide()), Json::number)
                .array("narrow", Arrays.stream(cluster.narrow()).boxed().toList(), Json::number)
                .array("affine", Arrays.stream(cluster.affine()).boxed().toList(), Json::number));
    }

    private static void step(Json o, Proof.Step step) throws IOException {
        o.put("node", step.box());
        switch (step) {
            case Proof.Step.Split split ->
                o.put("split", split.variable())
                        .put("at", split.at())
                        .array("into", List.of(split.low(), split.high()), Json::number);
            case Proof.Step.Keep keep -> {
                o.array(
                        "keep",
                        keep.sides(),
                        (j, side) -> j.array(List.of((double) side.variable(), side.lo(), side.hi()), Json::number));
                if (keep.relaxation() instanceof Proof.Relaxation relaxation) {
                    relaxation(o, relaxation);
                }
            }
            case Proof.Step.Close close -> relaxation(o, close.relaxation());
        }
    }

    private static void relaxation(Json json, Proof.Relaxation relaxation) throws IOException {
        json.put("grid", relaxation.grid());
        json.object(
                "by",
                o -> o.array("budgets", numbers(relaxation.budgets()), Json::number)
                        .array("ratios", numbers(relaxation.ratios()), Json::number)
                        .array("slopes", numbers(relaxation.slopes()), Json::number)
                        .array(
                                "points",
                                List.of(relaxation.points()),
                                (j, point) -> j.array(numbers(point), Json::number)));
    }

    private static void write(Json o, Program program) throws IOException {
        List<Term> terms = program.terms();
        Map<Term, Integer> index = new HashMap<>();
        for (Term term : terms) {
            index.put(term, index.size());
        }
        o.array("variables", program.variables(), CertificateJson::variable);
        o.array("terms", terms, (j, term) -> term(j, term.operation(), index));
        o.put("maximize", program.objective().sense() == Objective.Sense.MAXIMIZE);
        o.put("objective", at(program.objective().term(), index));
        o.array(
                "limits",
                program.constraints(),
                (j, c) -> j.object(l -> l.put("name", c.name())
                        .put("term", at(c.body(), index))
                        .put("equal", c.relation() == Constraint.Relation.EQ)
                        .put("bound", c.bound())
                        .put("slack", c.slack())));
    }

    private static long at(Term term, Map<Term, Integer> index) {
        return java.util.Objects.requireNonNull(index.get(term));
    }

    private static void variable(Json json, Variable variable) throws IOException {
        json.object(o -> {
            o.put("name", variable.name());
            switch (variable.domain()) {
                case Domain.Integers range ->
                    o.put("from", range.lo()).put("step", range.step()).put("count", range.size());
                case Domain.Values values -> o.array("values", values.values(), Json::number);
                case Domain.Choice choice -> o.put("from", 0).put("step", 1).put("count", choice.size());
                case Domain.Reals reals -> o.array("reals", List.of(reals.lo(), reals.hi()), Json::number);
            }
        });
    }

    /** Its kind, its numbers, and the terms it reads. */
    private static void term(Json json, Operation operation, Map<Term, Integer> index) throws IOException {
        json.array(j -> {
            j.text(kind(operation));
            // JSON has no infinity; NaN is null
            j.array(constants(operation), (k, n) -> {
                if (n.isInfinite()) {
                    k.text("infinite");
                } else {
                    k.number(n);
                }
            });
            j.array(operation.operands(), (k, operand) -> k.number(at(operand, index)));
        });
    }

    private static String kind(Operation operation) {
        return switch (operation) {
            case Operation.Constant c -> "CONSTANT";
            case Operation.Value v -> "VARIABLE";
            case Operation.Sum s -> "SUM";
            case Operation.Product p -> "PRODUCT";
            case Operation.Log l -> "LOG";
            case Operation.Exp e -> "EXP";
            case Operation.Max m -> "MAX";
            case Operation.Min m -> "MIN";
            case Operation.Floor f -> "FLOOR";
            case Operation.Ceil c -> "CEIL";
            case Operation.Round r -> "ROUND";
            case Operation.Abs a -> "ABS";
            case Operation.Compare c -> c.comparison().name();
            case Operation.And a -> "AND";
            case Operation.Or o -> "OR";
            case Operation.Not n -> "NOT";
            case Operation.IfThenElse i -> "IF";
            case Operation.Variance v -> "VARIANCE";
            case Operation.StandardDeviation d -> "DEVIATION";
            case Operation.Lookup l -> "TABLE";
        };
    }

    private static List<Double> constants(Operation operation) {
        List<Double> numbers = new ArrayList<>();
        switch (operation) {
            case Operation.Constant(double value) -> numbers.add(value);
            case Operation.Value(Variable variable) -> numbers.add((double) variable.index());
            case Operation.Sum sum -> {
                numbers.add(sum.constant());
                sum.addends().forEach(a -> numbers.add(a.coefficient()));
            }
            case Operation.Product product -> {
                numbers.add(product.numerator());
                numbers.add(product.denominator());
                product.factors().forEach(f -> numbers.add(f.exponent()));
            }
            case Operation.Lookup lookup -> {
                lookup.grid().axes().forEach(axis -> {
                    numbers.add((double) axis.size());
                    numbers.addAll(axis);
                });
                numbers.addAll(lookup.grid().values());
            }
            default -> {}
        }
        return numbers;
    }

    private static List<Double> numbers(double[] all) {
        return Arrays.stream(all).boxed().toList();
    }
}
