package mad.solve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import mad.program.Evaluation;
import mad.program.Program;
import mad.program.R50;
import org.junit.jupiter.api.Test;

class EvolutionTest {
    @Test
    void isFoundByNameAndFindsAFeasibleDesign() {
        Solver evolution = Solvers.byName("evolution").orElseThrow();
        Program program = R50.create().program;
        Limits limits = Limits.defaults().withEvaluations(100_000);
        var answer = assertInstanceOf(Result.Solved.class, evolution.solve(program, limits));
        assertTrue(Evaluation.of(program, answer.assignment()).isFeasible());
        assertTrue(answer.objective() > 0.85 * R50.OPTIMUM, "objective " + answer.objective());
        assertEquals(answer.incumbent(), ((Result.Solved) evolution.solve(program, limits)).incumbent());
    }
}
