package mad.export;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import mad.program.Constraint;
import mad.program.Domain;
import mad.program.Objective;
import mad.program.Operation;
import mad.program.Origin;
import mad.program.Program;
import mad.program.Term;
import mad.program.Variable;
import mad.program.VariableSet;

/**
 * AMPL's {@code .nl} as text. Terms that are read more than once are defined variables; names stand in comments, behind the bounds
 * of variables and rows.
 */
final class NlWriter {
    private final Program program;
    private final List<LinearForm> rows = new ArrayList<>();
    private final List<Constraint> constraints;
    private final LinearForm goal;
    private final VariableSet bent;
    private final List<Variable> order;
    private final Map<Variable, Integer> columns = new HashMap<>();
    private final Map<Term, Integer> defined = new LinkedHashMap<>();
    private final StringBuilder out = new StringBuilder();

    private NlWriter(Program program) {
        this.program = program;
        // rows that are not linear come first
        constraints = program.constraints().stream()
                .sorted(Comparator.comparing(c -> LinearForm.of(c.body()).isLinear()))
                .toList();
        constraints.forEach(constraint -> rows.add(LinearForm.of(constraint.body())));
        goal = LinearForm.of(program.objective().term());
        bent = Stream.concat(rows.stream(), Stream.of(goal))
                .map(NlWriter::bent)
                .reduce(VariableSet.EMPTY, VariableSet::union);
        order = program.variables().stream()
                .sorted(Comparator.comparing((Variable v) -> !bent.contains(v.index()))
                        .thenComparing(v -> kind(v).ordinal()))
                .toList();
        for (Variable variable : order) {
            columns.put(variable, columns.size());
        }
        define();
    }

    /** @throws Inexpressible when the format has no operator for a term */
    static String write(Program program) {
        program.constraints().forEach(constraint -> require(constraint.body(), constraint.origin()));
        require(program.objective().term(), program.objective().origin());
        NlWriter writer = new NlWriter(program);
        writer.header();
        writer.body();
        return writer.out.toString();
    }

    private static void require(Term root, Origin origin) {
        for (Term term : Below.of(List.of(root))) {
            if (!NlExpressions.knows(term)) {
                throw new Inexpressible(term, origin);
            }
        }
    }

    /** In the order that the format wants within linear variables. */
    private enum Kind {
        CONTINUOUS,
        BINARY,
        WHOLE
    }

    private static Kind kind(Variable variable) {
        Domain domain = variable.domain();
        boolean binary = domain.min() >= 0 && domain.max() <= 1;
        return !domain.integral() ? Kind.CONTINUOUS : binary ? Kind.BINARY : Kind.WHOLE;
    }

    /** The variables that a form reads otherwise than linearly. */
    private static VariableSet bent(LinearForm form) {
        return form.others().stream().map(o -> o.term().variables()).reduce(VariableSet.EMPTY, VariableSet::union);
    }

    private void define() {
        Map<Term, Integer> readers = new HashMap<>();
        Stream<Term> roots = Stream.concat(rows.stream(), Stream.of(goal))
                .flatMap(form -> form.others().stream())
                .map(Operation.Addend::term);
        roots.forEach(term -> readers.merge(term, 1, Integer::sum));
        program.terms().forEach(t -> t.operation().operands().forEach(o -> readers.merge(o, 1, Integer::sum)));
        for (Term term : program.terms()) {
            if (readers.getOrDefault(term, 0) > 1
                    && !term.operation().operands().isEmpty()
                    && term.variables().indices().allMatch(bent::contains)) {
                defined.put(term, order.size() + defined.size());
            }
        }
    }

    private void header() {
        long bentRows = rows.stream().filter(form -> !form.isLinear()).count();
        boolean bentGoal = !goal.isLinear();
        int bentColumns = bent.size();
        // every variable that is not linear counts as such in both, where both have any: the order is then the same for
        // all readers
        int inRows = bentRows > 0 ? bentColumns : 0;
        int inGoal = bentGoal ? bentColumns : 0;
        long wholeBent = count(true, Kind.WHOLE) + count(true, Kind.BINARY);
        boolean both = bentRows > 0 && bentGoal;
        long entries = rows.stream().mapToLong(form -> gradient(form).size()).sum();
        long equations = constraints.stream()
                .filter(c -> c.relation() == Constraint.Relation.EQ)
                .count();
        line("g3 1 1 0\t# " + program.name().replaceAll("\\s", " ") + ", written by MAD");
        line(" " + order.size() + " " + rows.size() + " 1 0 " + equations
                + "\t# variables, rows, objectives, ranges, equations");
        line(" " + bentRows + " " + (bentGoal ? 1 : 0) + "\t# nonlinear rows, objectives");
        line(" 0 0\t# network rows");
        line(" " + inRows + " " + inGoal + " " + Math.min(inRows, inGoal)
                + "\t# nonlinear variables in rows, objectives, both");
        line(" 0 0 0 1\t# network variables, functions, arithmetic, flags");
        line(" " + count(false, Kind.BINARY) + " " + count(false, Kind.WHOLE) + " " + (both ? wholeBent : 0) + " "
                + (bentRows > 0 && !both ? wholeBent : 0) + " " + (bentGoal && !both ? wholeBent : 0)
                + "\t# discrete variables: binary, integer, nonlinear in both, rows, objectives");
        line(" " + entries + " " + gradient(goal).size() + "\t# nonzeros in rows, objectives");
        line(" 0 0\t# longest names: rows, variables");
        line(" " + defined.size() + " 0 0 0 0\t# defined variables");
    }

    private long count(boolean nonlinear, Kind kind) {
        return order.stream()
                .filter(v -> bent.contains(v.index()) == nonlinear && kind(v) == kind)
                .count();
    }

    /** The linear coefficient by column of every variable that a row reads. */
    private Map<Integer, Double> gradient(LinearForm form) {
        Map<Integer, Double> gradient = new TreeMap<>();
        bent(form)
                .indices()
                .forEach(i -> gradient.put(column(program.variables().get(i)), 0.0));
        form.parts().forEach(part -> gradient.merge(column(part.variable()), part.coefficient(), Double::sum));
        return gradient;
    }

    private int column(Variable variable) {
        return java.util.Objects.requireNonNull(columns.get(variable));
    }

    private void body() {
        NlExpressions expressions = new NlExpressions(columns, defined, out);
        defined.forEach((term, index) -> {
            line("V" + index + " 0 0");
            expressions.definition(term);
        });
        for (int i = 0; i < rows.size(); i++) {
            line("C" + i + "\t# " + comment(constraints.get(i).name()));
            expressions.sum(rows.get(i).others(), 0);
        }
        Objective objective = program.objective();
        line("O0 " + (objective.sense() == Objective.Sense.MAXIMIZE ? 1 : 0));
        expressions.sum(goal.others(), goal.constant());
        line("r");
        for (int i = 0; i < rows.size(); i++) {
            Constraint c = constraints.get(i);
            line(NlExpressions.digit(c.relation()) + " "
                    + Text.number(c.bound() - rows.get(i).constant()) + "\t# " + comment(c.name()));
        }
        line("b");
        for (Variable v : order) {
            line("0 " + Text.number(v.domain().min()) + " "
                    + Text.number(v.domain().max()) + "\t# " + comment(v.name()));
        }
        jacobian();
    }

    private void jacobian() {
        List<Map<Integer, Double>> gradients = rows.stream().map(this::gradient).toList();
        line("k" + (order.size() - 1));
        long total = 0;
        for (int i = 0; i < order.size() - 1; i++) {
            int column = i;
            total += gradients.stream().filter(g -> g.containsKey(column)).count();
            line(Long.toString(total));
        }
        for (int i = 0; i < gradients.size(); i++) {
            gradient("J" + i, gradients.get(i));
        }
        gradient("G0", gradient(goal));
    }

    private void gradient(String segment, Map<Integer, Double> gradient) {
        if (!gradient.isEmpty()) {
            line(segment + " " + gradient.size());
            gradient.forEach((column, value) -> line(column + " " + Text.number(value)));
        }
    }

    private static String comment(String name) {
        return name.replaceAll("\\s+", " ");
    }

    private void line(String text) {
        out.append(text).append('\n');
    }
}
