package mad.solve.chain;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.LongFunction;
import mad.program.Assignment;
import mad.program.Domain;
import mad.program.Evaluation;
import mad.program.Program;
import mad.solve.RandomChains;
import mad.solve.RandomChoices;
import mad.solve.RandomPrograms;
import org.junit.jupiter.api.Test;

/** No bound of a box lies below a feasible point in it, and no trimming loses one that is good enough. */
class DualTest {
    private static final int BOXES = 700;
    private static final int GRID = 4;

    private record Feasible(int[] at, double objective) {}

    @Test
    void noBoundIsBelowAPoint() {
        noBoundIsBelowAPoint(RandomChains::of, 100, 50_000);
    }

    @Test
    void noBoundOfTablesIsBelowAPoint() {
        noBoundIsBelowAPoint(RandomChoices::of, 60, 20_000);
    }

    private static void noBoundIsBelowAPoint(LongFunction<Program> programs, int seeds, int least) {
        long boxes = 0;
        long trimmed = 0;
        for (long seed = 0; seed < seeds; seed++) {
            Program program = programs.apply(seed);
            if (!(Chain.of(program) instanceof Chain.Recognition.Recognised(Chain chain))) {
                continue;
            }
            List<Feasible> points = feasible(program, chain);
            Dual dual = new Dual(chain, 1000, () -> false);
            SplittableRandom random = new SplittableRandom(seed);
            for (int i = 0; i < BOXES; i++) {
                int[] lo = new int[chain.program.variables().size()];
                int[] hi = lo.clone();
                for (int v = 0; v < lo.length; v++) {
                    int size = chain.functions.size(v);
                    lo[v] = random.nextInt(size);
                    hi[v] = random.nextInt(lo[v], size);
                }
                String where = "seed " + seed + " box " + i;
                double best = points.stream()
                        .filter(p -> inside(p.at, lo, hi))
                        .mapToDouble(Feasible::objective)
                        .max()
                        .orElse(Double.NEGATIVE_INFINITY);
                Dual.Bound bound = dual.improve(
                        lo, hi, dual.start(lo), List.of(), 1 + random.nextInt(6), GRID, Double.NEGATIVE_INFINITY);
                assertTrue(bound.value() >= best, where + ": " + bound.value() + " < " + best);
                // what reaches a target just below the best point has to stay
                double target = best - 1e-6 * Math.abs(best);
                if (Double.isFinite(best)) {
                    int[] low = lo.clone();
                    int[] high = hi.clone();
                    assertTrue(!dual.trim(low, high, bound.multipliers(), GRID, target), where);
                    for (Feasible p : points) {
                        boolean goes = inside(p.at, lo, hi) && !inside(p.at, low, high);
                        assertTrue(!goes || p.objective <= target, where);
                    }
                    trimmed += Arrays.equals(low, lo) && Arrays.equals(high, hi) ? 0 : 1;
                }
                boxes++;
            }
        }
        assertTrue(boxes >= least, boxes + " boxes");
        assertTrue(trimmed > 1_000, trimmed + " trimmed");
    }

    private static boolean inside(int[] at, int[] lo, int[] hi) {
        for (int v = 0; v < at.length; v++) {
            if (at[v] < lo[v] || at[v] > hi[v]) {
                return false;
            }
        }
        return true;
    }

    /** In the chain's sense: objectives are maximised. */
    private static List<Feasible> feasible(Program program, Chain chain) {
        List<Feasible> feasible = new ArrayList<>();
        int sign = program.objective().sense().sign();
        for (Assignment point : RandomPrograms.points(program)) {
            Evaluation evaluation = Evaluation.of(program, point);
            if (evaluation.isFeasible()) {
                int[] at = new int[program.variables().size()];
                for (int v = 0; v < at.length; v++) {
                    at[v] = Math.toIntExact(
                            ((Domain.Discrete) program.variables().get(v).domain()).indexOfNearest(point.value(v)));
                }
                feasible.add(new Feasible(chain.lift(at), sign * evaluation.objective()));
            }
        }
        return feasible;
    }
}
