package mad.program;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import mad.source.Span;
import org.junit.jupiter.api.Test;

class ProgramPrinterTest {
    private final Terms terms = new Terms();

    private static Origin origin(String text) {
        return new Origin(new Span("t.mad", 0, 0), text);
    }

    private Term variable(String name, Domain domain) {
        return terms.variable(terms.newVariable(name, domain, origin("let " + name)));
    }

    @Test
    void canonicalText() {
        Term depth = variable("depth", new Domain.Integers(1, 30));
        Term width = variable("width", new Domain.Integers(8, 64, 8));
        Term kernel = variable("kernel", Domain.Values.of(5, 3));
        Term block = variable("block", new Domain.Choice(List.of("plain", "residual")));
        Term share = variable("share", new Domain.Reals(0, 1));
        Term rest = terms.subtract(depth, terms.constant(1));
        Term area = terms.product(List.of(width, width, kernel, kernel));
        List<Constraint> constraints = new ArrayList<>();
        constraints.add(Requirement.of(
                terms,
                "params",
                Operation.Comparison.LE,
                terms.sum(List.of(area, terms.multiply(rest, area), terms.constant(27))),
                terms.constant(1e6),
                origin("budget params <= 1 M")));
        Term wide = terms.implies(terms.eq(block, terms.constant(1)), terms.le(terms.constant(16), width));
        constraints.addAll(Requirement.of(terms, "wide", wide, origin("residual implies wide")));
        Term narrow = terms.round(terms.divide(width, terms.constant(10)));
        Term score = terms.subtract(
                terms.multiply(rest, terms.log(area)),
                terms.multiply(terms.constant(0.1), terms.exp(terms.std(List.of(depth, narrow, share)))));
        Step step = new Step("halve", Step.Kind.EQUIVALENCE, "nothing changed", assignment -> assignment);
        Program program = new Program(
                "small",
                terms.variables(),
                new Objective(Objective.Sense.MAXIMIZE, score, origin("goal")),
                constraints,
                List.of(step));
        assertEquals("""
                program small

                variables
                  depth in 1..30    # let depth
                  width in 8..64 step 8    # let width
                  kernel in {3, 5}    # let kernel
                  block in plain | residual    # let block
                  share in [0, 1]    # let share

                terms
                  t1 = depth - 1

                constraints
                  params: width^2*kernel^2 + width^2*kernel^2*t1 <= 999973    # budget params <= 1 M
                  wide: (16 <= width or block != 1) == 1    # residual implies wide

                maximize
                  t1*(2*log(width) + 2*log(kernel)) - 0.1*exp(std(depth, round(width/10), share))    # goal

                steps
                  halve (equivalence): nothing changed
                """, ProgramPrinter.print(program));
    }
}
