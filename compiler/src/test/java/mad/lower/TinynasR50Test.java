package mad.lower;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import mad.program.Assignment;
import mad.program.Evaluation;
import mad.program.Program;
import mad.program.R50;
import mad.program.Variable;
import org.junit.jupiter.api.Test;

/** The program of {@code examples/tinynas-r50.mad} is the one that was written out by hand. */
class TinynasR50Test {
    private static final String FILE = "examples/tinynas-r50.mad";

    private final Lowered.Lowering lowering =
            Designs.lower(Designs.of(Designs.ROOT.resolve(FILE)).getFirst());
    private final Program program = lowering.program();

    private final R50 byHand = R50.create();

    /** The same design in the order of this program's variables: by hand they are called c0, out1, mid1, k1, L1 … */
    private Assignment translated(Assignment design) {
        double[] values = new double[program.variables().size()];
        for (Variable variable : byHand.program.variables()) {
            String stage = "stage" + variable.name().charAt(variable.name().length() - 1);
            String name = switch (variable.name().charAt(0)) {
                case 'c' -> "stem.out";
                case 'o' -> stage + ".out";
                case 'm' -> stage + ".mid";
                case 'k' -> stage + ".kernel";
                default -> stage + ".depth";
            };
            values[index(name)] = design.value(variable);
        }
        return Assignment.of(values);
    }

    private int index(String name) {
        return program.variables().stream()
                .filter(v -> v.name().equals(name))
                .findFirst()
                .orElseThrow()
                .index();
    }

    @Test
    void hasItsDecisionsAndNoOthers() {
        assertEquals(21, program.variables().size());
        assertEquals("stem.out", program.variables().getFirst().name());
        assertEquals(
                1,
                program.variables().stream()
                        .filter(v -> v.name().equals("stage5.depth"))
                        .count());
        assertTrue(program.terms().size() <= 200, () -> program.terms().size() + " terms");
    }

    @Test
    void publishedOptimumHasItsNumbers() {
        Evaluation optimum = Evaluation.of(program, translated(byHand.optimum()));
        assertTrue(optimum.isFeasible(), () -> optimum.violated().toString());
        assertEquals(52048.4355, optimum.objective(), 1e-4);
        Map<String, Double> quantities = lowering.quantities(translated(byHand.optimum()));
        assertEquals(4_113_522_952.0, quantities.get("flops"));
        assertEquals(25_547_680.0, quantities.get("params"));
        assertEquals(0.299827, quantities.getOrDefault("effectiveness", Double.NaN), 1e-6);
    }

    @Test
    void agreesWithTheProgramByHand() {
        for (Assignment point : new Assignment[] {byHand.optimum(), byHand.published()}) {
            double expected = Evaluation.of(byHand.program, point).objective();
            assertEquals(expected, Evaluation.of(program, translated(point)).objective(), 1e-9 * Math.abs(expected));
        }
    }
}
