package mad.solve;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.SplittableRandom;
import mad.program.Evaluation;
import mad.program.Program;
import mad.program.R50;
import org.junit.jupiter.api.Test;

class IncrementalEvaluatorTest {
    @Test
    void agreesToTheBitWithTheReferenceOnRandomPrograms() {
        for (long seed = 0; seed < 300; seed++) {
            walk(RandomPrograms.large(seed), seed, 60);
        }
    }

    @Test
    void agreesToTheBitWithTheReferenceOnR50() {
        walk(R50.create().program, 7, 2000);
    }

    private static void walk(Program program, long seed, int steps) {
        SplittableRandom random = new SplittableRandom(seed);
        Lattice lattice = new Lattice(program.variables(), Box.of(program.variables()));
        IncrementalEvaluator evaluator = new IncrementalEvaluator(new Instructions(program), lattice);
        evaluator.reset(Moves.randomPoint(lattice, random));
        Moves moves = new Moves(lattice, random);
        for (int step = 0; step < steps; step++) {
            moves.apply(evaluator);
            if (random.nextBoolean()) {
                evaluator.keep();
            } else {
                evaluator.undo();
            }
            compare(program, evaluator, lattice, "seed " + seed + " step " + step);
        }
    }

    private static void compare(Program program, IncrementalEvaluator evaluator, Lattice lattice, String where) {
        Evaluation reference = Evaluation.of(program, lattice.assignment(evaluator.point()));
        assertEquals(reference.objective(), evaluator.objective(), where);
        for (int c = 0; c < program.constraints().size(); c++) {
            assertEquals(reference.value(program.constraints().get(c).body()), evaluator.body(c), where + " c" + c);
        }
    }
}
