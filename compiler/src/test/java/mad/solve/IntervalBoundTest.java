package mad.solve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.SplittableRandom;
import mad.program.Assignment;
import mad.program.Constraint;
import mad.program.Evaluation;
import mad.program.Program;
import mad.program.R50;
import mad.program.Term;
import org.junit.jupiter.api.Test;

class IntervalBoundTest {
    @Test
    void noFeasiblePointLiesOutsideTheBoxOrBeyondTheBound() {
        int feasible = 0;
        for (long seed = 0; seed < 300; seed++) {
            Program program = RandomPrograms.small(seed);
            IntervalBound.Root root = IntervalBound.root(program);
            for (Assignment point : RandomPrograms.points(program)) {
                Evaluation evaluation = Evaluation.of(program, point);
                if (evaluation.isFeasible()) {
                    feasible++;
                    var open = assertInstanceOf(IntervalBound.Root.Open.class, root, "seed " + seed);
                    assertInside(open, program, point, evaluation, "seed " + seed);
                }
            }
        }
        assertTrue(feasible > 5_000, "too few feasible points to mean anything: " + feasible);
    }

    private static void assertInside(
            IntervalBound.Root.Open open, Program program, Assignment point, Evaluation evaluation, String where) {
        program.variables()
                .forEach(v -> assertTrue(open.box().get(v.index()).contains(point.value(v)), where + " " + v));
        assertFalse(program.objective().sense().isBetter(evaluation.objective(), open.bound()), where);
    }

    @Test
    void probingNeverRefutesTheOptimum() {
        for (long seed = 0; seed < 200; seed++) {
            Program program = RandomPrograms.small(seed);
            double optimum = RandomPrograms.optimum(program);
            if (!Double.isNaN(optimum) && IntervalBound.root(program) instanceof IntervalBound.Root.Open open) {
                double bound = IntervalBound.tighten(program, open.box(), open.bound(), optimum, () -> false);
                assertFalse(program.objective().sense().isBetter(optimum, bound), "seed " + seed);
            }
        }
    }

    @Test
    void enclosuresHoldTheComputedValues() {
        for (long seed = 0; seed < 300; seed++) {
            Program program = RandomPrograms.large(seed);
            SplittableRandom random = new SplittableRandom(seed);
            for (int i = 0; i < 20; i++) {
                Evaluation evaluation = Evaluation.of(program, RandomPrograms.point(program, random));
                for (Term term : program.terms()) {
                    double value = evaluation.value(term);
                    if (Double.isNaN(value)) {
                        assertFalse(term.isTotal(), "seed " + seed + " " + term);
                    } else {
                        assertTrue(term.interval().contains(value), "seed " + seed + " " + term + " = " + value);
                        assertTrue(!term.isIntegral() || value == Math.rint(value), "seed " + seed + " " + term);
                    }
                }
            }
        }
    }

    @Test
    void impossibleBudgetsAreProvedImpossible() {
        Program program = R50.withBudgets(1e6, 25e6, 0.3).program;
        var closed = assertInstanceOf(IntervalBound.Root.Closed.class, IntervalBound.root(program));
        Constraint broken = closed.conflict().broken();
        assertEquals("flops", broken.name());
        assertTrue(closed.conflict().reach().lo() > 1e6, closed.conflict().toString());
    }

    @Test
    void theBoundOfR50HoldsItsOptimum() {
        Program program = R50.create().program;
        var open = assertInstanceOf(IntervalBound.Root.Open.class, IntervalBound.root(program));
        assertTrue(open.bound() > R50.OPTIMUM);
        assertInside(
                open,
                program,
                R50.create().optimum(),
                Evaluation.of(program, R50.create().optimum()),
                "optimum");
        assertEquals(
                List.of(8.0, 32.0),
                List.of(open.box().get(0).lo(), open.box().get(0).hi()));
    }
}
