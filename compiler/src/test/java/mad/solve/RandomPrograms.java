package mad.solve;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import mad.program.Assignment;
import mad.program.Constraint;
import mad.program.Domain;
import mad.program.Evaluation;
import mad.program.Grid;
import mad.program.Objective;
import mad.program.Operation;
import mad.program.Origin;
import mad.program.Program;
import mad.program.Term;
import mad.program.Terms;
import mad.program.Variable;
import mad.source.Span;

/** Small random programs over every operation, the same for the same seed, and their optima by enumeration. */
public final class RandomPrograms {
    private static final Origin HERE = new Origin(new Span("random.mad", 0, 0), "random");

    private final SplittableRandom random;
    private final Terms terms = new Terms();
    private final List<Term> pool = new ArrayList<>();

    private RandomPrograms(long seed) {
        random = new SplittableRandom(seed);
    }

    /** Two to five variables of two to six values each, one to four constraints, few of them impossible. */
    public static Program small(long seed) {
        return new RandomPrograms(seed).program(2 + (int) (seed % 4), 6);
    }

    /** A dozen variables. */
    static Program large(long seed) {
        return new RandomPrograms(seed).program(12, 40);
    }

    private Program program(int variables, int values) {
        for (int i = 0; i < variables; i++) {
            pool.add(terms.variable(terms.newVariable("x" + i, domain(values), HERE)));
        }
        pool.add(terms.constant(random.nextInt(-3, 4)));
        pool.add(terms.constant(random.nextDouble() * 5));
        for (int i = 0; i < 6 * variables; i++) {
            pool.add(operation());
        }
        Objective.Sense sense = random.nextBoolean() ? Objective.Sense.MAXIMIZE : Objective.Sense.MINIMIZE;
        Objective objective = new Objective(sense, terms.sum(List.of(recent(), recent(), recent())), HERE);
        Program free = new Program("random", terms.variables(), objective, List.of(), List.of());
        Evaluation inside = Evaluation.of(free, point(free));
        List<Constraint> constraints = new ArrayList<>();
        int count = random.nextInt(1, 5);
        for (int i = 0; i < count; i++) {
            Term body = recent();
            double value = inside.value(body);
            double bound = Double.isFinite(value) ? value + random.nextInt(-1, 3) * 0.25 : 1;
            boolean equal = body.isIntegral() && random.nextInt(6) == 0;
            constraints.add(new Constraint(
                    "c" + i, body, equal ? Constraint.Relation.EQ : Constraint.Relation.LE, bound, HERE));
        }
        return new Program("random", terms.variables(), objective, constraints, List.of());
    }

    private Domain domain(int values) {
        int size = random.nextInt(2, values + 1);
        return switch (random.nextInt(3)) {
            case 0 -> {
                int lo = random.nextInt(-2, 5);
                int step = random.nextInt(1, 4);
                yield new Domain.Integers(lo, lo + (long) step * (size - 1), step);
            }
            case 1 -> Domain.Values.of(random.doubles(size, 0.1, 9).toArray());
            default ->
                new Domain.Choice(
                        IntStream.range(0, size).mapToObj(i -> "n" + i).toList());
        };
    }

    private Term any() {
        return pool.get(random.nextInt(pool.size()));
    }

    private Term recent() {
        return pool.get(pool.size() - 1 - random.nextInt(pool.size() / 2));
    }

    private Term operation() {
        Term a = any();
        Term b = any();
        Term c = any();
        return switch (random.nextInt(22)) {
            case 0, 1 -> terms.add(a, b);
            case 2 -> terms.subtract(a, b);
            case 3, 4 -> terms.multiply(a, b);
            case 5 -> terms.divide(a, terms.add(terms.abs(b), terms.constant(1)));
            case 6 -> terms.divide(a, terms.constant(10));
            case 7 -> terms.power(terms.abs(a), random.nextInt(1, 6) / 2.0);
            case 8 -> terms.log(random.nextInt(4) == 0 ? a : terms.add(terms.abs(a), terms.constant(0.5)));
            case 9 -> terms.exp(terms.min(List.of(a, terms.constant(3))));
            case 10 -> terms.max(List.of(a, b, c));
            case 11 -> terms.min(List.of(a, b));
            case 12 -> terms.floor(a);
            case 13 -> terms.ceil(a);
            case 14 -> terms.round(a);
            case 15 -> terms.abs(a);
            case 16 -> terms.compare(Operation.Comparison.values()[random.nextInt(4)], a, b);
            case 17 -> terms.and(List.of(terms.le(a, b), terms.lt(b, c)));
            case 18 -> terms.or(List.of(terms.le(a, b), terms.not(terms.lt(b, c))));
            case 19 -> terms.ifThenElse(terms.le(a, b), c, any());
            case 20 -> random.nextBoolean() ? terms.variance(List.of(a, b, c)) : terms.std(List.of(a, b, c));
            default ->
                random.nextBoolean()
                        ? terms.lookup(Grid.of(new double[] {0, 1, 4}, new double[] {2, -1, 5}), List.of(a))
                        : terms.lookup(
                                new Grid(List.of(List.of(0.0, 2.0), List.of(0.0, 3.0)), List.of(1.0, 2.0, 4.0, 0.0)),
                                List.of(a, b));
        };
    }

    private Assignment point(Program program) {
        return point(program, random);
    }

    public static Assignment point(Program program, SplittableRandom random) {
        return Assignment.of(program.variables().stream()
                .map(Variable::domain)
                .mapToDouble(domain -> switch (domain) {
                    case Domain.Discrete discrete -> discrete.value(random.nextLong(discrete.size()));
                    case Domain.Reals(double lo, double hi) -> lo + (hi - lo) * random.nextDouble();
                })
                .toArray());
    }

    /** The best objective over all points, NaN when none is feasible. Discrete variables only. */
    public static double optimum(Program program) {
        double best = Double.NaN;
        for (Assignment point : points(program)) {
            Evaluation evaluation = Evaluation.of(program, point);
            if (evaluation.isFeasible()
                    && (Double.isNaN(best) || program.objective().sense().isBetter(evaluation.objective(), best))) {
                best = evaluation.objective();
            }
        }
        return best;
    }

    public static List<Assignment> points(Program program) {
        List<double[]> points =
                new ArrayList<>(List.of(new double[program.variables().size()]));
        for (Variable variable : program.variables()) {
            Domain.Discrete domain = (Domain.Discrete) variable.domain();
            List<double[]> longer = new ArrayList<>();
            for (double[] point : points) {
                for (long i = 0; i < domain.size(); i++) {
                    double[] next = point.clone();
                    next[variable.index()] = domain.value(i);
                    longer.add(next);
                }
            }
            points = longer;
        }
        return points.stream().map(Assignment::of).toList();
    }
}
