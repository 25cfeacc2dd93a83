package mad.export;

import java.util.List;
import java.util.function.Predicate;

/** CPLEX's LP format. */
final class LpWriter {
    private static final int PARTS_A_LINE = 6;

    private final StringBuilder out = new StringBuilder();

    private LpWriter() {}

    static String write(LinearProgram program) {
        LpWriter writer = new LpWriter();
        writer.all(program);
        return writer.out.toString();
    }

    private void all(LinearProgram program) {
        line("\\ " + program.name() + ", written by MAD");
        line(program.maximize() ? "Maximize" : "Minimize");
        out.append(" obj:");
        sum(program.objective());
        // a constant is not known to all readers: a column that is 1
        boolean constant = program.constant() != 0 || program.objective().isEmpty();
        line(constant ? " " + Text.signed(program.constant(), "one") : "");
        line("Subject To");
        for (LinearProgram.Row row : program.rows()) {
            out.append(' ').append(row.name()).append(':');
            sum(row.entries());
            if (row.entries().isEmpty()) {
                out.append(" 0 ").append(program.columns().getFirst().name());
            }
            String relation = switch (row.relation()) {
                case LE -> " <= ";
                case EQ -> " = ";
            };
            line(relation + Text.number(row.bound()));
        }
        line("Bounds");
        for (LinearProgram.Column c : program.columns()) {
            line(" " + Text.number(c.lo()) + " <= " + c.name() + " <= " + Text.number(c.hi()));
        }
        if (constant) {
            line(" one = 1");
        }
        section("General", program, c -> c.whole() && !isBinary(c));
        section("Binary", program, LpWriter::isBinary);
        line("End");
    }

    private static boolean isBinary(LinearProgram.Column column) {
        return column.whole() && column.lo() == 0 && column.hi() == 1;
    }

    private void section(String title, LinearProgram program, Predicate<LinearProgram.Column> which) {
        List<LinearProgram.Column> columns =
                program.columns().stream().filter(which).toList();
        if (!columns.isEmpty()) {
            line(title);
            columns.forEach(c -> line(" " + c.name()));
        }
    }

    private void sum(List<LinearProgram.Entry> entries) {
        for (int i = 0; i < entries.size(); i++) {
            out.append(i > 0 && i % PARTS_A_LINE == 0 ? "\n   " : " ")
                    .append(Text.signed(
                            entries.get(i).coefficient(), entries.get(i).column()));
        }
    }

    private void line(String text) {
        out.append(text).append('\n');
    }
}
