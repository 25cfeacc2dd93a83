package mad.export;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import mad.program.Constraint;
import mad.program.Domain;
import mad.program.Objective;
import mad.program.Operation;
import mad.program.Origin;
import mad.program.Program;
import mad.program.Term;
import mad.program.Variable;

/** SCIP's own format: algebra, with a variable for the objective and for each long term that is read more than once. */
final class CipWriter {
    private static final int LONG = 40;

    private final Program program;
    private final Identifiers names = new Identifiers("._", Set.of());
    private final Map<Term, String> shared = new HashMap<>();
    private final List<String> variables = new ArrayList<>();
    private final List<String> rows = new ArrayList<>();
    private Origin origin;

    private CipWriter(Program program) {
        this.program = program;
        this.origin = program.objective().origin();
    }

    static String write(Program program) {
        return new CipWriter(program).all();
    }

    private String all() {
        program.variables().forEach(this::variable);
        share();
        for (Constraint constraint : program.constraints()) {
            origin = constraint.origin();
            row(constraint.name(), constraint.body(), "", constraint.relation(), constraint.bound());
        }
        Objective objective = program.objective();
        origin = objective.origin();
        boolean maximize = objective.sense() == Objective.Sense.MAXIMIZE;
        String goal = names.of("objective");
        variables.add("  [continuous] <" + goal + ">: obj=1, original bounds=[-inf,+inf]");
        row("goal", objective.term(), goal, Constraint.Relation.EQ, 0);
        return "STATISTICS\n  Problem name     : " + names.of(program.name()) + "\n  Variables        : "
                + variables.size()
                + "\n  Constraints      : " + rows.size() + "\nOBJECTIVE\n  Sense            : "
                + (maximize ? "maximize" : "minimize") + "\nVARIABLES\n" + String.join("\n", variables)
                + "\nCONSTRAINTS\n" + String.join("\n", rows) + "\nEND\n";
    }

    private void variable(Variable variable) {
        Domain domain = variable.domain();
        boolean binary = domain.integral() && domain.min() == 0 && domain.max() == 1;
        String kind = binary ? "binary" : domain.integral() ? "integer" : "continuous";
        variables.add("  [" + kind + "] <" + names.of(variable.name()) + ">: obj=0, original bounds=["
                + Text.number(domain.min()) + "," + Text.number(domain.max()) + "]");
    }

    private void share() {
        Map<Term, Integer> readers = new HashMap<>();
        List<Term> terms = program.terms();
        terms.forEach(term -> term.operation().operands().forEach(o -> readers.merge(o, 1, Integer::sum)));
        for (Term term : terms) {
            boolean compound = !term.operation().operands().isEmpty();
            if (compound && readers.getOrDefault(term, 0) > 1 && text(term).length() > LONG) {
                String name = names.of("term");
                for (int i = 2; shared.containsValue(name); i++) {
                    name = names.of("term_" + i);
                }
                variables.add("  [continuous] <" + name + ">: obj=0, original bounds=["
                        + end(term.interval().lo(), "-inf") + ","
                        + end(term.interval().hi(), "+inf") + "]");
                row("is " + name, term, name, Constraint.Relation.EQ, 0);
                shared.put(term, name);
            }
        }
    }

    private static String end(double end, String infinite) {
        return Math.abs(end) < 1e15 ? Text.number(end) : infinite;
    }

    /** {@code body - minus relation bound}. */
    private void row(String name, Term body, String minus, Constraint.Relation relation, double bound) {
        LinearForm form = LinearForm.of(body);
        boolean linear = form.isLinear();
        StringBuilder text = new StringBuilder();
        for (LinearForm.Part part : form.parts()) {
            String read = "<" + names.of(part.variable().name()) + ">";
            String size = Text.number(Math.abs(part.coefficient()));
            text.append(linear ? (part.coefficient() < 0 ? "-" : "+") + size + read : addend(part.coefficient(), read));
        }
        form.others().forEach(other -> text.append(addend(other.coefficient(), factor(other.term()))));
        if (!minus.isEmpty()) {
            text.append("-").append(linear ? "1" : "").append("<").append(minus).append(">");
        }
        String left = text.isEmpty() ? "0" : text.toString().replaceFirst("^\\+", "");
        String sign = switch (relation) {
            case LE -> " <= ";
            case EQ -> " == ";
        };
        rows.add("  [" + (linear ? "linear" : "nonlinear") + "] <" + names.of("c " + name) + ">: " + left + sign
                + Text.number(bound - form.constant()) + ";");
    }

    private static String addend(double coefficient, String what) {
        double size = Math.abs(coefficient);
        return (coefficient < 0 ? "-" : "+") + (size == 1 ? "" : Text.number(size) + "*") + what;
    }

    private String factor(Term term) {
        String name = shared.get(term);
        return name != null ? "<" + name + ">" : text(term);
    }

    private String text(Term term) {
        return switch (term.operation()) {
            case Operation.Constant(double value)
            when Double.isFinite(value) -> value < 0 ? "(" + Text.number(value) + ")" : Text.number(value);
            case Operation.Value(Variable variable) -> "<" + names.of(variable.name()) + ">";
            case Operation.Sum sum -> {
                String parts = sum.addends().stream()
                        .map(a -> addend(a.coefficient(), factor(a.term())))
                        .collect(Collectors.joining());
                String constant = sum.constant() == 0 ? "" : addend(sum.constant(), "1");
                yield "(" + (parts + constant).replaceFirst("^\\+", "") + ")";
            }
            case Operation.Product product -> {
                String powers = product.factors().stream().map(this::power).collect(Collectors.joining("*"));
                double scale = product.numerator() / product.denominator();
                yield scale == 1 ? "(" + powers + ")" : "(" + Text.number(scale) + "*" + powers + ")";
            }
            case Operation.Log(Term of) -> "log(" + factor(of) + ")";
            case Operation.Exp(Term of) -> "exp(" + factor(of) + ")";
            case Operation.Abs(Term of) -> "abs(" + factor(of) + ")";
            case Operation other -> throw new Inexpressible(term, origin);
        };
    }

    private String power(Operation.Factor factor) {
        String base = factor(factor.base());
        double exponent = factor.exponent();
        if (exponent == 1) {
            return base;
        }
        return base + "^" + (exponent < 0 ? "(" + Text.number(exponent) + ")" : Text.number(exponent));
    }
}
