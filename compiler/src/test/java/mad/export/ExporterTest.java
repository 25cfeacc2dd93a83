package mad.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import mad.cli.Golden;
import mad.diagnostic.Diagnostic;
import mad.program.Assignment;
import mad.program.Constraint;
import mad.program.Domain;
import mad.program.Evaluation;
import mad.program.Objective;
import mad.program.Origin;
import mad.program.Program;
import mad.program.Term;
import mad.program.Terms;
import mad.program.Variable;
import mad.solve.RandomPrograms;
import mad.source.Span;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ExporterTest {
    private static final Origin BUDGET = new Origin(new Span("a.mad", 10, 20), "macs <= 300 M");

    @ParameterizedTest
    @EnumSource(Format.class)
    void aLinearProgramIsWrittenInEveryFormat(Format format) throws IOException {
        Exported.Text text = assertInstanceOf(Exported.Text.class, Exporter.write(linear(), format));
        Golden.check("export." + format.name().toLowerCase(java.util.Locale.ROOT), text.text());
    }

    @Test
    void aLinearFormatRefusesAProductAndSaysWhere() {
        Terms t = new Terms();
        Term x = t.variable(t.newVariable("s1.out", new Domain.Integers(8, 64, 8), BUDGET));
        Term y = t.variable(t.newVariable("s2.out", new Domain.Integers(8, 64, 8), BUDGET));
        Constraint macs = new Constraint("macs", t.add(x, t.multiply(x, y)), Constraint.Relation.LE, 300, BUDGET);
        Program program = new Program(
                "P", t.variables(), new Objective(Objective.Sense.MAXIMIZE, x, BUDGET), List.of(macs), List.of());
        for (Format format : List.of(Format.LP, Format.MPS)) {
            Exported.Refused refused = assertInstanceOf(Exported.Refused.class, Exporter.write(program, format));
            Diagnostic said = refused.diagnostics().getFirst();
            assertEquals(BUDGET.span(), said.span());
            assertTrue(
                    said.message().startsWith("`macs <= 300 M` needs a product of variables, `s1.out*s2.out`,"),
                    said.message());
        }
        assertInstanceOf(Exported.Text.class, Exporter.write(program, Format.NL));
    }

    /** Bodies and objective as a reader of the format computes them, at any values of all columns. */
    @Test
    void theNlFileComputesWhatTheProgramDoes() {
        int read = 0;
        for (long seed = 0; seed < 200; seed++) {
            Program program = RandomPrograms.small(seed);
            if (!(Exporter.write(program, Format.NL) instanceof Exported.Text(String text))) {
                continue;
            }
            Program smooth = Smoothing.of(program);
            Assignment point = RandomPrograms.point(smooth, new SplittableRandom(seed));
            Map<String, Double> values = new HashMap<>();
            for (Variable variable : smooth.variables()) {
                values.put(variable.name(), point.value(variable));
            }
            NlReader reader = NlReader.at(text, values);
            Evaluation evaluation = Evaluation.of(smooth, point);
            List<String> rows = text.lines()
                    .filter(l -> l.matches("C[0-9]+\t# .*"))
                    .map(l -> l.replaceFirst(".*# ", ""))
                    .toList();
            assertEquals(smooth.constraints().size(), rows.size());
            for (Constraint constraint : smooth.constraints()) {
                // the constant part of a body stands on the other side of its row
                double constant = LinearForm.of(constraint.body()).constant();
                same(
                        evaluation.value(constraint.body()) - constant,
                        reader.body(rows.indexOf(constraint.name())),
                        seed);
            }
            same(evaluation.objective(), reader.objective(), seed);
            read++;
        }
        assertTrue(read > 150, read + " programs written");
    }

    private static void same(double expected, double found, long seed) {
        // without a value, readers differ in what stands above it
        boolean none = !Double.isFinite(expected);
        assertTrue(
                none || Math.abs(expected - found) <= 1e-9 * Math.max(1, Math.abs(expected)),
                "seed " + seed + ": " + expected + " is read as " + found);
    }

    /** A step, a set, a choice, a real number, a maximum, a condition, a table, and names that no format likes. */
    private static Program linear() {
        Terms t = new Terms();
        Term out = t.variable(t.newVariable("s1.out", new Domain.Integers(8, 64, 8), BUDGET));
        Term rate = t.variable(t.newVariable("e3", Domain.Values.of(0.25, 0.5, 2), BUDGET));
        Term block = t.variable(t.newVariable("s1.block", new Domain.Choice(List.of("A", "B")), BUDGET));
        Term share = t.variable(t.newVariable("share", new Domain.Reals(0, 1.5), BUDGET));
        Term widest = t.max(List.of(out, t.sum(List.of(t.multiply(t.constant(20), block), share))));
        Constraint macs = new Constraint(
                "Phone.macs (at least)",
                t.sum(List.of(widest, t.multiply(t.constant(3), rate))),
                Constraint.Relation.LE,
                50,
                BUDGET);
        Constraint guard = new Constraint(
                "block",
                t.or(List.of(t.eq(block, t.constant(0)), t.le(out, t.constant(32)))),
                Constraint.Relation.EQ,
                1,
                BUDGET);
        Term goal = t.sum(List.of(
                out, t.multiply(t.constant(2), share), t.multiply(t.constant(-1.5), rate), block, t.constant(7)));
        return new Program(
                "P 1",
                t.variables(),
                new Objective(Objective.Sense.MAXIMIZE, goal, BUDGET),
                List.of(macs, guard),
                List.of());
    }
}
