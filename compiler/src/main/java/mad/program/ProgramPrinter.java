package mad.program;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The canonical text of a program: the same program always gives the same text, and numbers are in the shortest form that reads
 * back. Terms that are read more than once are named {@code t1}, {@code t2}, … before they are used.
 */
public final class ProgramPrinter {
    private final Program program;
    private final Map<Term, String> names;
    private final Infix infix;
    private final StringBuilder out = new StringBuilder();

    private ProgramPrinter(Program program) {
        this.program = program;
        this.names = sharedTerms(program);
        this.infix = new Infix(names::get);
    }

    public static String print(Program program) {
        ProgramPrinter printer = new ProgramPrinter(program);
        printer.write();
        return printer.out.toString();
    }

    private void write() {
        out.append("program ").append(program.name()).append('\n');
        section("variables", program.variables().size());
        for (Variable variable : program.variables()) {
            line(variable.name() + " in " + domain(variable.domain()), variable.origin());
        }
        section("terms", names.size());
        names.forEach((term, name) -> out.append("  ")
                .append(name)
                .append(" = ")
                .append(infix.definition(term))
                .append('\n'));
        section("constraints", program.constraints().size());
        for (Constraint constraint : program.constraints()) {
            String text = constraint.name() + ": " + infix.side(constraint.body()) + " "
                    + constraint.relation().symbol() + " " + Numbers.text(constraint.bound());
            line(text, constraint.origin());
        }
        Objective objective = program.objective();
        out.append('\n').append(objective.sense().word()).append('\n');
        line(infix.text(objective.term()), objective.origin());
        section("steps", program.steps().size());
        for (Step step : program.steps()) {
            out.append("  ")
                    .append(step.name())
                    .append(" (")
                    .append(kind(step.kind()))
                    .append("): ");
            out.append(step.summary()).append('\n');
        }
    }

    private void section(String title, int lines) {
        if (lines > 0) {
            out.append('\n').append(title).append('\n');
        }
    }

    private void line(String text, Origin origin) {
        out.append("  ").append(text).append("    # ").append(origin.text()).append('\n');
    }

    private static String kind(Step.Kind kind) {
        return switch (kind) {
            case EQUIVALENCE -> "equivalence";
            case RELAXATION -> "relaxation";
            case APPROXIMATION -> "approximation";
        };
    }

    /** A domain as the source would write it, for example {@code 8..64 step 8} or {@code {3, 5}}. */
    public static String domain(Domain domain) {
        return switch (domain) {
            case Domain.Integers(long lo, long hi, long step) -> lo + ".." + hi + (step == 1 ? "" : " step " + step);
            case Domain.Values(List<Double> values) ->
                values.stream().map(Numbers::text).collect(Collectors.joining(", ", "{", "}"));
            case Domain.Choice(List<String> names) -> names.stream().collect(Collectors.joining(" | "));
            case Domain.Reals(double lo, double hi) -> "[" + Numbers.text(lo) + ", " + Numbers.text(hi) + "]";
        };
    }

    /** Names for compound terms with more than one reader, in topological order. */
    private static Map<Term, String> sharedTerms(Program program) {
        Map<Term, Integer> readers = new HashMap<>();
        List<Term> terms = program.terms();
        terms.forEach(term -> term.operation().operands().forEach(t -> readers.merge(t, 1, Integer::sum)));
        program.constraints().forEach(constraint -> readers.merge(constraint.body(), 1, Integer::sum));
        readers.merge(program.objective().term(), 1, Integer::sum);
        Map<Term, String> names = new LinkedHashMap<>();
        for (Term term : terms) {
            if (readers.getOrDefault(term, 0) > 1
                    && !term.operation().operands().isEmpty()) {
                names.put(term, "t" + (names.size() + 1));
            }
        }
        return names;
    }
}
