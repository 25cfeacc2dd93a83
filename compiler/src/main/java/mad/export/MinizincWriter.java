package mad.export;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import mad.program.Constraint;
import mad.program.Domain;
import mad.program.Objective;
import mad.program.Operation;
import mad.program.Origin;
import mad.program.Program;
import mad.program.Term;
import mad.program.Variable;

/** MiniZinc: integers where everything in a term is whole, floats elsewhere; shared terms are variables with a definition. */
final class MinizincWriter {
    private static final Set<String> WORDS = Set.of(
            ("ann annotation any array bool case constraint default diff div else elseif endif enum exists false float forall function "
                            + "if in include int intersect let list maximize minimize mod not of op opt output par predicate record "
                            + "satisfy set solve string subset superset symdiff test then true tuple type union var where xor "
                            + "max min abs floor ceil exp ln sqrt pow sum round round_down round_even")
                    .split(" "));
    private static final long LONGEST_SET = 64;
    /** MiniZinc rounds only what is known. */
    private static final String ROUNDING = """
            function var int: round_down(var float: t, int: lo, int: hi) =
              let { var lo..hi: k; constraint k <= t /\\ t < k + 1.0 } in k;
            function var int: round_even(var float: t, int: lo, int: hi) =
              let { var int: k = round_down(t + 0.5, lo, hi + 1) } in if t + 0.5 <= k /\\ k mod 2 != 0 then k - 1 else k endif;
            """;

    private final Program program;
    private final Identifiers names = new Identifiers("_", WORDS);
    private final MinizincTerms terms;
    private final StringBuilder out = new StringBuilder();

    private MinizincWriter(Program program) {
        this.program = program;
        this.terms = new MinizincTerms(names, program.objective().origin());
    }

    static String write(Program program) {
        MinizincWriter writer = new MinizincWriter(program);
        writer.all();
        return writer.out.toString();
    }

    private void all() {
        line("% " + program.name() + ", written by MAD");
        if (program.terms().stream().anyMatch(MinizincWriter::rounds)) {
            out.append(ROUNDING);
        }
        program.variables().forEach(this::variable);
        share();
        for (Constraint constraint : program.constraints()) {
            terms.in(constraint.origin());
            line("constraint " + statement(constraint) + "; % " + comment(constraint.origin()));
        }
        Objective objective = program.objective();
        terms.in(objective.origin());
        String goal = objective.term().isConstant()
                ? "satisfy"
                : objective.sense().word() + " " + terms.number(objective.term());
        line("solve " + goal + ";");
        String shown = program.variables().stream()
                .map(v -> names.of(v.name()))
                .map(name -> "\"" + name + " = \\(" + name + ")\\n\"")
                .collect(Collectors.joining(",\n  "));
        line("output [\n  " + shown + "\n];");
    }

    private static boolean rounds(Term term) {
        return switch (term.operation()) {
            case Operation.Floor f -> true;
            case Operation.Ceil c -> true;
            case Operation.Round r -> true;
            default -> false;
        };
    }

    private String statement(Constraint constraint) {
        Term body = constraint.body();
        if (body.isTruth() && constraint.relation() == Constraint.Relation.EQ && constraint.bound() == 1) {
            return terms.condition(body);
        }
        boolean whole = terms.isWhole(body) && constraint.bound() == Math.rint(constraint.bound());
        return terms.number(body) + " " + constraint.relation().symbol() + " "
                + MinizincTerms.literal(constraint.bound(), whole);
    }

    private static String comment(Origin origin) {
        return origin.text().replaceAll("\\s+", " ");
    }

    private void variable(Variable variable) {
        String name = names.of(variable.name());
        switch (variable.domain()) {
            case Domain.Reals(double lo, double hi) ->
                line("var " + MinizincTerms.literal(lo, false) + ".." + MinizincTerms.literal(hi, false) + ": " + name
                        + ";");
            case Domain.Choice(List<String> all) ->
                line("var 0.." + (all.size() - 1) + ": " + name + "; % " + String.join(" | ", all));
            case Domain.Discrete discrete when discrete.integral() -> whole(name, discrete);
            case Domain.Discrete discrete -> {
                String values = values(discrete, false);
                line("var 1.." + discrete.size() + ": " + name + "_index;");
                line("var " + MinizincTerms.literal(discrete.min(), false) + ".."
                        + MinizincTerms.literal(discrete.max(), false) + ": " + name + " = [" + values + "][" + name
                        + "_index];");
            }
        }
    }

    private void whole(String name, Domain.Discrete domain) {
        if (domain instanceof Domain.Integers(long lo, long hi, long step)
                && (step == 1 || domain.size() > LONGEST_SET)) {
            line("var " + lo + ".." + hi + ": " + name + ";");
            if (step > 1) {
                line("var 0.." + (hi - lo) / step + ": " + name + "_step;");
                line("constraint " + name + " = " + lo + " + " + step + "*" + name + "_step;");
            }
        } else {
            line("var {" + values(domain, true) + "}: " + name + ";");
        }
    }

    private static String values(Domain.Discrete domain, boolean whole) {
        return LongStream.range(0, domain.size())
                .mapToObj(i -> MinizincTerms.literal(domain.value(i), whole))
                .collect(Collectors.joining(", "));
    }

    private void share() {
        Map<Term, Integer> readers = new HashMap<>();
        List<Term> all = program.terms();
        all.forEach(term -> term.operation().operands().forEach(o -> readers.merge(o, 1, Integer::sum)));
        int count = 0;
        for (Term term : all) {
            // one that may lack a value must not become a statement of its own
            boolean sharable = term.isTotal() && !term.operation().operands().isEmpty();
            if (sharable && readers.getOrDefault(term, 0) > 1) {
                String name = names.of("t" + ++count);
                line("var " + range(term) + ": " + name + " = " + terms.definition(term) + ";");
                terms.share(term, name);
            }
        }
    }

    private String range(Term term) {
        boolean whole = terms.isWhole(term);
        double lo = term.interval().lo();
        double hi = term.interval().hi();
        if (!(Math.max(Math.abs(lo), Math.abs(hi)) < 1e9)) {
            return whole ? "int" : "float";
        }
        return whole
                ? Text.number(Math.floor(lo)) + ".." + Text.number(Math.ceil(hi))
                : MinizincTerms.literal(lo, false) + ".." + MinizincTerms.literal(hi, false);
    }

    private void line(String text) {
        out.append(text).append('\n');
    }
}
