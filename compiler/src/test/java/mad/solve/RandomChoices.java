package mad.solve;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import mad.program.Constraint;
import mad.program.Domain;
import mad.program.Grid;
import mad.program.Objective;
import mad.program.Origin;
import mad.program.Program;
import mad.program.Term;
import mad.program.Terms;
import mad.source.Span;

/**
 * Small random programs of stages that choose between two blocks, with costs from tables and maxima and with quantities of a last stage that
 * read only what was chosen; the same for the same seed.
 */
public final class RandomChoices {
    private static final Origin HERE = new Origin(new Span("choices.mad", 0, 0), "choices");

    private final SplittableRandom random;
    private final Terms terms = new Terms();
    private final List<Constraint> constraints = new ArrayList<>();

    private RandomChoices(long seed) {
        random = new SplittableRandom(seed);
    }

    /** Two stages, some thousand points. */
    public static Program of(long seed) {
        return new RandomChoices(seed).program();
    }

    private Term variable(String name, Domain domain) {
        return terms.variable(terms.newVariable(name, domain, HERE));
    }

    private Term channels(String name) {
        int values = random.nextInt(2, 4);
        return variable(name, new Domain.Integers(8, 8L * values, 8));
    }

    /** Of the most that a cost can be; now and then too little. */
    private double share() {
        return random.nextInt(8) == 0 ? 0.02 : 0.1 + 0.5 * random.nextDouble();
    }

    private Term real(double value) {
        return terms.constant(value);
    }

    private Program program() {
        Grid measured = new Grid(
                List.of(List.of(8.0, 20.0), List.of(64.0, 300.0, 500.0)),
                List.of(1.0, 9.0 * random.nextDouble(), 4.0, 2.0, 3.0, 7.0));
        Term in = variable("stem", new Domain.Integers(8, 8L * random.nextInt(1, 3), 8));
        Term entropy = real(0);
        Term prefix = terms.log(in);
        Term latency = real(0);
        Term params = real(0);
        List<Term> depths = new ArrayList<>();
        List<Term> times = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            Term block = variable("block" + i, new Domain.Choice(List.of("a", "b")));
            Term first = terms.eq(block, real(0));
            Term second = terms.eq(block, real(1));
            Term outA = channels("a.out" + i);
            Term outB = channels("b.out" + i);
            Term mid = variable("b.mid" + i, Domain.Values.of(8, 24, 32));
            Term depth = variable("depth" + i, new Domain.Integers(1, random.nextInt(2, 4), 1));
            Term out = terms.ifThenElse(first, outA, outB);
            Term rest = terms.subtract(depth, real(1));
            depths.add(depth);
            Term time = terms.add(
                    terms.product(List.of(first, terms.lookup(measured, List.of(in, terms.multiply(in, outA))))),
                    terms.product(List.of(
                            second,
                            depth,
                            terms.max(List.of(
                                    terms.multiply(real(0.01), terms.multiply(in, mid)),
                                    terms.multiply(real(0.2), outB))))));
            times.add(time);
            latency = terms.add(latency, time);
            params = terms.add(
                    params,
                    terms.add(
                            terms.product(List.of(first, in, outA)),
                            terms.product(List.of(second, mid, terms.add(in, outB)))));
            params = terms.add(params, terms.product(List.of(rest, out, real(5))));
            Term width = terms.add(
                    terms.multiply(first, terms.log(terms.multiply(real(9), in))),
                    terms.product(List.of(second, terms.log(mid), real(1.5))));
            prefix = terms.add(prefix, terms.multiply(depth, width));
            entropy = terms.add(
                    entropy, terms.multiply(terms.add(terms.log(out), real(4 - random.nextDouble() * i)), prefix));
            if (random.nextBoolean()) {
                limit("grows" + i, terms.subtract(in, out), 0);
            }
            in = out;
        }
        penalise(entropy, latency, depths, times);
        limit("latency", latency, share() * latency.interval().hi());
        limit("params", params, share() * params.interval().hi());
        if (random.nextInt(3) == 0) {
            limit("slowest", terms.max(times), 0.3 * latency.interval().hi());
        }
        return new Program("choices", terms.variables(), objective, constraints, List.of());
    }

    private Objective objective = new Objective(Objective.Sense.MAXIMIZE, terms.constant(0), HERE);

    /** The objective, half of the time with soft limits. */
    private void penalise(Term entropy, Term latency, List<Term> depths, List<Term> times) {
        Term goal = entropy;
        if (random.nextBoolean()) {
            Term unlike = terms.subtract(terms.max(depths), terms.min(depths));
            Term slow = terms.subtract(terms.max(times), terms.multiply(real(0.6), latency));
            Term tall = terms.max(List.of(real(0), terms.subtract(depths.getFirst(), real(1.5))));
            goal = terms.sum(List.of(
                    goal,
                    terms.multiply(real(-3), unlike),
                    terms.multiply(real(-2), terms.max(List.of(real(0), slow))),
                    terms.multiply(real(-1), tall)));
        }
        objective = random.nextInt(4) == 0
                ? new Objective(Objective.Sense.MINIMIZE, terms.negate(goal), HERE)
                : new Objective(Objective.Sense.MAXIMIZE, goal, HERE);
    }

    private void limit(String name, Term body, double bound) {
        constraints.add(new Constraint(name, body, Constraint.Relation.LE, bound, HERE));
    }
}
