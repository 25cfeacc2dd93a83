package mad.solve;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import mad.program.Assignment;
import mad.program.Domain;
import mad.program.Evaluation;
import mad.program.Interval;
import mad.program.Program;
import mad.program.Variable;
import org.junit.jupiter.api.Test;

/** No bound of a linear relaxation lies below a feasible point of its box: neither under ojAlgo's multipliers nor under any others. */
class LinearBoundTest {
    @Test
    void noBoundIsBelowAPoint() {
        int tight = 0;
        for (long seed = 0; seed < 200; seed++) {
            Program program = RandomPrograms.small(seed);
            int sign = program.objective().sense().sign();
            SplittableRandom random = new SplittableRandom(seed);
            for (int i = 0; i < 20; i++) {
                Box box = box(program, random);
                LinearRelaxation relaxation = new LinearRelaxation(program, Propagation.enclosures(program, box));
                int column = relaxation.column(program.objective().term());
                LinearBound bound = LinearBound.of(relaxation, column, sign);
                double[] any = random.doubles(relaxation.rows.size(), 0, 2).toArray();
                double loose = LinearBound.value(relaxation, column, sign, any);
                double best = best(program, box, sign);
                assertTrue(bound.value() >= best, "seed " + seed + " box " + i + ": " + bound.value() + " < " + best);
                assertTrue(loose >= best, "seed " + seed + " box " + i + ": " + loose + " < " + best);
                Interval range = relaxation.columns.get(column);
                tight += bound.value() < (sign > 0 ? range.hi() : -range.lo()) ? 1 : 0;
            }
        }
        assertTrue(tight > 200, tight + " better than intervals");
    }

    private static Box box(Program program, SplittableRandom random) {
        List<Interval> intervals = new ArrayList<>();
        for (Variable v : program.variables()) {
            Domain.Discrete domain = (Domain.Discrete) v.domain();
            long lo = random.nextLong(domain.size());
            intervals.add(new Interval(domain.value(lo), domain.value(random.nextLong(lo, domain.size()))));
        }
        return new Box(intervals);
    }

    private static double best(Program program, Box box, int sign) {
        double best = Double.NEGATIVE_INFINITY;
        for (Assignment point : RandomPrograms.points(program)) {
            boolean inside = program.variables().stream()
                    .allMatch(v -> box.get(v.index()).contains(point.value(v)));
            if (inside) {
                Evaluation evaluation = Evaluation.of(program, point);
                if (evaluation.isFeasible()) {
                    best = Math.max(best, sign * evaluation.objective());
                }
            }
        }
        return best;
    }
}
