package mad.export;

import java.util.LinkedHashMap;
import java.util.Map;
import mad.program.Constraint;

/** The free MPS format, with its sense. */
final class MpsWriter {
    private final LinearProgram program;
    private final StringBuilder out = new StringBuilder();
    private final Map<String, StringBuilder> entries = new LinkedHashMap<>();

    private MpsWriter(LinearProgram program) {
        this.program = program;
    }

    static String write(LinearProgram program) {
        MpsWriter writer = new MpsWriter(program);
        writer.all();
        return writer.out.toString();
    }

    private void all() {
        line("NAME " + program.name());
        line("OBJSENSE");
        line("    " + (program.maximize() ? "MAX" : "MIN"));
        line("ROWS");
        line(" N obj");
        program.rows().forEach(row -> line(" " + kind(row.relation()) + " " + row.name()));
        line("COLUMNS");
        columns();
        line("RHS");
        for (LinearProgram.Row row : program.rows()) {
            if (row.bound() != 0) {
                line(" rhs " + row.name() + " " + Text.number(row.bound()));
            }
        }
        line("BOUNDS");
        program.columns().forEach(this::bounds);
        if (program.constant() != 0) {
            line(" FX bound one 1");
        }
        line("ENDATA");
    }

    private static String kind(Constraint.Relation relation) {
        return switch (relation) {
            case LE -> "L";
            case EQ -> "E";
        };
    }

    /** Column by column; whole ones stand between markers. A constant of the objective is a column that is 1. */
    private void columns() {
        program.columns().forEach(column -> entries.put(column.name(), new StringBuilder()));
        program.objective().forEach(entry -> entry("obj", entry));
        program.rows().forEach(row -> row.entries().forEach(entry -> entry(row.name(), entry)));
        boolean within = false;
        int markers = 0;
        for (LinearProgram.Column column : program.columns()) {
            if (column.whole() != within) {
                within = column.whole();
                marker(++markers, within);
            }
            StringBuilder own = entries.get(column.name());
            out.append(own == null || own.isEmpty() ? " " + column.name() + " obj 0\n" : own);
        }
        if (within) {
            marker(++markers, false);
        }
        if (program.constant() != 0) {
            line(" one obj " + Text.number(program.constant()));
        }
    }

    private void marker(int number, boolean begins) {
        line(" MARKER" + number + " 'MARKER' '" + (begins ? "INTORG" : "INTEND") + "'");
    }

    private void entry(String row, LinearProgram.Entry entry) {
        StringBuilder own = entries.computeIfAbsent(entry.column(), c -> new StringBuilder());
        own.append(' ').append(entry.column()).append(' ').append(row).append(' ');
        own.append(Text.number(entry.coefficient())).append('\n');
    }

    private void bounds(LinearProgram.Column column) {
        line(" LO bound " + column.name() + " " + Text.number(column.lo()));
        line(" UP bound " + column.name() + " " + Text.number(column.hi()));
    }

    private void line(String text) {
        out.append(text).append('\n');
    }
}
