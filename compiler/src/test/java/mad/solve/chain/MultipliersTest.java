package mad.solve.chain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import mad.program.Constraint;
import mad.program.Program;
import mad.solve.RandomChains;
import org.junit.jupiter.api.Test;

/** What a constraint is worth is the derivative of the relaxation by its bound. */
class MultipliersTest {
    private static final double STEP = 1e-6;

    @Test
    void slopesAreDifferenceQuotientsOfTheRelaxation() {
        long compared = 0;
        long ratios = 0;
        for (long seed = 0; seed < 100; seed++) {
            Program program = RandomChains.of(seed);
            if (!(Chain.of(program) instanceof Chain.Recognition.Recognised(Chain chain)) || chain.rows.widest() > 2) {
                continue;
            }
            SplittableRandom random = new SplittableRandom(seed);
            Multipliers multipliers = random(chain, random);
            Map<String, Double> slopes = multipliers.slopes(chain.rows);
            for (Constraint constraint : program.constraints()) {
                if (slopes.get(constraint.name()) instanceof Double slope) {
                    double step = STEP * Math.max(1, Math.abs(constraint.bound()));
                    Chain raised = chain(raised(program, constraint, step));
                    double gain = atTangents(multipliers, raised) - atTangents(multipliers, chain);
                    assertEquals(slope, gain / step, 1e-4 * Math.max(1, slope), "seed " + seed + " " + constraint);
                    compared++;
                }
            }
            ratios += chain.rows.ratios().size();
        }
        assertTrue(compared > 100 && ratios > 10, compared + " compared, " + ratios + " ratios");
    }

    private static Multipliers random(Chain chain, SplittableRandom random) {
        Multipliers start = new Dual(chain, 1000, () -> false)
                .start(new int[chain.program.variables().size()]);
        double[] budget = random.doubles(start.budget().length, 0, 2).toArray();
        double[] ratio = random.doubles(start.ratio().length, 0, 2).toArray();
        return new Multipliers(budget, ratio, start.depth(), start.argument());
    }

    private static Program raised(Program program, Constraint constraint, double step) {
        List<Constraint> constraints = program.constraints().stream()
                .map(c -> c != constraint
                        ? c
                        : new Constraint(c.name(), c.body(), c.relation(), c.bound() + step, c.origin()))
                .toList();
        return new Program(program.name(), program.variables(), program.objective(), constraints, program.steps());
    }

    private static Chain chain(Program program) {
        return ((Chain.Recognition.Recognised) Chain.of(program)).chain();
    }

    /** The relaxed objective where every ratio has the depth of its tangent. */
    private static double atTangents(Multipliers multipliers, Chain chain) {
        Multipliers.Relaxed relaxed = multipliers.relaxed(chain);
        double value = relaxed.constant();
        for (int i = 0; i < multipliers.depth().length; i++) {
            int depth = chain.ratioDepth(i);
            value += relaxed.theta()[depth] * (multipliers.depth()[i] - chain.constants[depth]);
        }
        return value;
    }
}
