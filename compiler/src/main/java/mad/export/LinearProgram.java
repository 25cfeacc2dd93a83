package mad.export;

import java.util.ArrayList;
import java.util.List;
import mad.program.Constraint;
import mad.program.Objective;
import mad.program.Origin;
import mad.program.Program;
import mad.program.Term;
import mad.program.Variable;

/** A program in which everything is linear, with names that a linear format can read. */
record LinearProgram(
        String name, List<Column> columns, boolean maximize, List<Entry> objective, double constant, List<Row> rows) {

    /** A variable. */
    record Column(String name, double lo, double hi, boolean whole) {}

    record Entry(double coefficient, String column) {}

    /** {@code Σ entries relation bound}. */
    record Row(String name, List<Entry> entries, Constraint.Relation relation, double bound) {}

    /** @throws Inexpressible when something is not linear */
    static LinearProgram of(Program program, Format format) {
        Identifiers names = new Identifiers(
                format == Format.LP ? "._" : "._[]", java.util.Set.of("obj", "free", "inf", "infinity", "one"));
        List<Column> columns = new ArrayList<>();
        for (Variable variable : program.variables()) {
            columns.add(new Column(
                    names.of(variable.name()),
                    variable.domain().min(),
                    variable.domain().max(),
                    variable.domain().integral()));
        }
        Identifiers rowNames = new Identifiers("._", java.util.Set.of("obj"));
        List<Row> rows = new ArrayList<>();
        for (Constraint constraint : program.constraints()) {
            LinearForm form = linear(constraint.body(), constraint.origin());
            rows.add(new Row(
                    rowNames.of(constraint.name()),
                    entries(form, names),
                    constraint.relation(),
                    constraint.bound() - form.constant()));
        }
        LinearForm goal = linear(program.objective().term(), program.objective().origin());
        return new LinearProgram(
                program.name(),
                columns,
                program.objective().sense() == Objective.Sense.MAXIMIZE,
                entries(goal, names),
                goal.constant(),
                rows);
    }

    private static LinearForm linear(Term term, Origin origin) {
        LinearForm form = LinearForm.of(term);
        if (!form.isLinear()) {
            throw new Inexpressible(form.others().getFirst().term(), origin);
        }
        return form;
    }

    private static List<Entry> entries(LinearForm form, Identifiers names) {
        return form.parts().stream()
                .map(part ->
                        new Entry(part.coefficient(), names.of(part.variable().name())))
                .toList();
    }
}
