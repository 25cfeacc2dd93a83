package mad.lower;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import mad.model.Definition;
import mad.network.Assessment;
import mad.network.Decisions;
import mad.network.Instantiation;
import mad.network.Value;
import mad.program.Assignment;
import mad.program.Evaluation;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The program of a design and the concrete networks of it agree: on every number, and on what is feasible. */
@NullMarked
class AgreementTest {
    private static final int POINTS = 24;

    static Stream<Path> files() {
        Path strange = Designs.ROOT.resolve("compiler/src/test/resources/mad/lower");
        return Stream.concat(Designs.examples().stream(), Designs.files(strange).stream());
    }

    @ParameterizedTest
    @MethodSource("files")
    void programAndNetworkAgree(Path file) {
        for (Definition.Design design : Designs.of(file)) {
            Lowered.Lowering lowering = Designs.lower(design);
            Random random = new Random(1);
            int points = lowering.program().variables().isEmpty() ? 1 : POINTS;
            for (int i = 0; i < points; i++) {
                Assignment point = Designs.random(lowering.program(), random, i);
                compare(design, lowering, point);
            }
        }
    }

    private static void compare(Definition.Design design, Lowered.Lowering lowering, Assignment point) {
        Evaluation program = Evaluation.of(lowering.program(), point);
        Map<String, Double> decisions = lowering.decisions(point);
        String where = design.name() + " at " + decisions;
        switch (Instantiation.of(design, List.of(), new Decisions(decisions))) {
            case Instantiation.Invalid invalid ->
                assertFalse(program.violated().isEmpty(), () -> where + ": " + invalid.diagnostic());
            case Instantiation.Built built -> {
                switch (built.evaluator().assess()) {
                    case Assessment.Failed failed ->
                        assertFalse(program.isFeasible(), () -> where + ": " + failed.diagnostic());
                    case Assessment.Done done -> {
                        boolean feasible = done.feasible() && built.violations().isEmpty();
                        assertEquals(feasible, program.violated().isEmpty(), () -> where + ": " + program.violated());
                        numbers(lowering, program, done, where);
                    }
                }
            }
        }
    }

    private static void numbers(Lowered.Lowering lowering, Evaluation program, Assessment.Done network, String where) {
        for (int i = 0; i < network.limits().size(); i++) {
            Lowered.LimitTerms limit = lowering.limits().get(i);
            near(
                    network.limits().get(i).value(),
                    program.value(limit.value()),
                    limit.limit().metric(),
                    where);
            near(
                    network.limits().get(i).bound(),
                    program.value(limit.bound()),
                    limit.limit().source(),
                    where);
        }
        for (int i = 0; i < network.reports().size(); i++) {
            if (network.reports().get(i).value() instanceof Value.Num number) {
                Lowered.ReportTerm report = lowering.reports().get(i);
                near(
                        number.value(),
                        program.value(report.value()),
                        report.reported().name(),
                        where);
            }
        }
        Assessment.GoalValue goal = network.goal();
        if (goal != null) {
            near(goal.value(), program.objective(), "objective", where);
        }
    }

    private static void near(double network, double program, String what, String where) {
        boolean same = network == program
                || Double.isNaN(network) && Double.isNaN(program)
                || Math.abs(network - program) <= 1e-9 * Math.max(Math.abs(network), Math.abs(program))
                || Math.abs(network - program) <= 1e-12;
        assertTrue(same, () -> what + ": network " + network + ", program " + program + ", " + where);
    }
}
