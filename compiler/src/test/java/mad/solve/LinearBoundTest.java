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

/** No bound of a box lies below a feasible point of it: of intervals, and of linear relaxations under ojAlgo's multipliers or any others. */
class LinearBoundTest {
    /** Boxes of each program, of which every so many get a linear relaxation. */
    private static final int BOXES = 200;

    private static final int APART = 7;
    private static final int PROGRAMS = 200;

    private record Feasible(Assignment at, double objective) {}

    @Test
    void noBoundIsBelowAPoint() {
        int tight = 0;
        int boxes = 0;
        int refuted = 0;
        for (long seed = 0; seed < PROGRAMS; seed++) {
            Program program = RandomPrograms.small(seed);
            int sign = program.objective().sense().sign();
            List<Feasible> points = feasible(program, sign);
            SplittableRandom random = new SplittableRandom(seed);
            for (int i = 0; i < BOXES; i++) {
                Box box = box(program, random);
                List<Feasible> inside = points.stream()
                        .filter(p -> contains(box, program, p.at))
                        .toList();
                double best =
                        inside.stream().mapToDouble(Feasible::objective).max().orElse(Double.NEGATIVE_INFINITY);
                String where = "seed " + seed + " box " + i;
                refuted += intervals(program, box, sign, inside, best, where) ? 0 : 1;
                if (i % APART == 0) {
                    tight += linear(program, box, sign, random, best, where) ? 1 : 0;
                }
                boxes++;
            }
        }
        assertTrue(boxes >= 40_000, boxes + " boxes");
        assertTrue(refuted > 1_000, refuted + " refuted");
        assertTrue(tight > 200, tight + " better than intervals");
    }

    /** Whether anything of the box is left. */
    private static boolean intervals(
            Program program, Box box, int sign, List<Feasible> inside, double best, String where) {
        List<Row> rows = new ArrayList<>();
        for (int c = 0; c < program.constraints().size(); c++) {
            rows.add(Row.of(program.constraints().get(c), c));
        }
        if (!(Propagation.narrow(program, box, rows, 10_000) instanceof Propagation.Narrowing.Kept(Box narrow))) {
            assertTrue(inside.isEmpty(), where + " is not empty");
            return false;
        }
        inside.forEach(p -> assertTrue(contains(narrow, program, p.at), where + " lost " + p));
        Interval objective = Propagation.enclosure(program, program.objective().term(), narrow);
        double bound = sign > 0 ? objective.hi() : -objective.lo();
        assertTrue(bound >= best, where + ": " + bound + " < " + best);
        return true;
    }

    /** Whether the bound is better than that of intervals. */
    private static boolean linear(
            Program program, Box box, int sign, SplittableRandom random, double best, String where) {
        LinearRelaxation relaxation = new LinearRelaxation(program, Propagation.enclosures(program, box));
        int column = relaxation.column(program.objective().term());
        LinearBound bound = LinearBound.of(relaxation, column, sign);
        double[] any = random.doubles(relaxation.rows.size(), 0, 2).toArray();
        double loose = LinearBound.value(relaxation, column, sign, any);
        assertTrue(bound.value() >= best, where + ": " + bound.value() + " < " + best);
        assertTrue(loose >= best, where + ": " + loose + " < " + best);
        Interval range = relaxation.columns.get(column);
        return bound.value() < (sign > 0 ? range.hi() : -range.lo());
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

    private static boolean contains(Box box, Program program, Assignment point) {
        return program.variables().stream().allMatch(v -> box.get(v.index()).contains(point.value(v)));
    }

    private static List<Feasible> feasible(Program program, int sign) {
        List<Feasible> feasible = new ArrayList<>();
        for (Assignment point : RandomPrograms.points(program)) {
            Evaluation evaluation = Evaluation.of(program, point);
            if (evaluation.isFeasible()) {
                feasible.add(new Feasible(point, sign * evaluation.objective()));
            }
        }
        return feasible;
    }
}
