package mad.solve;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import mad.program.Constraint;
import mad.program.Domain;
import mad.program.Objective;
import mad.program.Origin;
import mad.program.Program;
import mad.program.Term;
import mad.program.Terms;
import mad.source.Span;

/** Small random programs of the form that convolutional networks give, the same for the same seed. */
public final class RandomChains {
    private static final Origin HERE = new Origin(new Span("chain.mad", 0, 0), "chain");

    private final SplittableRandom random;
    private final Terms terms = new Terms();
    private final List<Term> outs = new ArrayList<>();
    private final List<Term> mids = new ArrayList<>();
    private final List<Term> kernels = new ArrayList<>();
    private final List<Term> depths = new ArrayList<>();
    private final List<Constraint> constraints = new ArrayList<>();

    private final boolean turned;

    private RandomChains(long seed, boolean turned) {
        random = new SplittableRandom(seed);
        this.turned = turned;
    }

    /** Two or three stages; at most some ten thousand points. */
    public static Program of(long seed) {
        return new RandomChains(seed, false).program(2 + (int) (seed % 2));
    }

    /** The same turned round: the least cost, or the most of another weighting, at which entropy is at least some figure. */
    static Program turned(long seed) {
        return new RandomChains(seed, true).program(2 + (int) (seed % 2));
    }

    private Term variable(String name, Domain domain) {
        return terms.variable(terms.newVariable(name, domain, HERE));
    }

    private Program program(int stages) {
        int values = stages == 2 ? 5 : 3;
        outs.add(variable("stem", new Domain.Integers(8, 8L * random.nextInt(1, 3), 8)));
        for (int i = 0; i < stages; i++) {
            outs.add(variable("out" + i, new Domain.Integers(8, 8L * random.nextInt(2, values + 1), 8)));
            mids.add(variable("mid" + i, new Domain.Integers(8, 8L * random.nextInt(2, values + 1), 8)));
            kernels.add(variable(
                    "kernel" + i, Domain.Values.of(random.nextBoolean() ? new double[] {3} : new double[] {3, 5})));
            depths.add(variable("depth" + i, new Domain.Integers(1, random.nextInt(2, 4), 1)));
        }
        Term entropy = terms.constant(random.nextDouble());
        Term flops = terms.constant(0);
        Term params = terms.constant(0);
        Term prefix = terms.log(outs.getFirst());
        Term layers = terms.constant(1);
        for (int i = 0; i < stages; i++) {
            Term rest = terms.subtract(depths.get(i), terms.constant(1));
            Term square = terms.multiply(kernels.get(i), kernels.get(i));
            Term narrow = terms.multiply(mids.get(i), square);
            Term first = terms.multiply(mids.get(i), terms.add(outs.get(i), terms.add(narrow, outs.get(i + 1))));
            Term more =
                    terms.multiply(mids.get(i), terms.add(narrow, terms.multiply(terms.constant(2), outs.get(i + 1))));
            Term cost = terms.add(first, terms.multiply(rest, more));
            flops = terms.add(flops, terms.multiply(terms.constant(1 << (2 * (stages - i))), cost));
            params = terms.add(params, cost);
            Term width = terms.add(terms.log(narrow), terms.log(mids.get(i)));
            prefix = terms.add(
                    prefix,
                    terms.add(
                            terms.add(width, terms.log(outs.get(i))),
                            terms.multiply(rest, terms.add(width, terms.log(outs.get(i + 1))))));
            layers = terms.add(layers, terms.multiply(terms.constant(3), depths.get(i)));
            Term weight = terms.add(terms.log(outs.get(i + 1)), terms.constant(8 - 1.4 * i));
            entropy = terms.add(entropy, terms.multiply(weight, prefix));
            limit("grows" + i, terms.subtract(outs.get(i), outs.get(i + 1)), 0);
            if (random.nextBoolean()) {
                limit("narrow" + i, terms.subtract(mids.get(i), outs.get(i + 1)), 0);
            }
        }
        if (!turned && random.nextBoolean()) {
            Term imbalance = random.nextBoolean() ? terms.std(depths) : terms.variance(depths);
            entropy = terms.subtract(entropy, terms.multiply(terms.constant(10), terms.exp(imbalance)));
        }
        double share = 0.02 + 0.5 * random.nextDouble();
        limit("flops", flops, share * flops.interval().hi());
        if (random.nextBoolean()) {
            limit(
                    "params",
                    params,
                    (0.02 + 0.5 * random.nextDouble()) * params.interval().hi());
        }
        if (random.nextBoolean()) {
            Term mean = terms.exp(terms.divide(prefix, layers));
            limit("effectiveness", terms.divide(layers, mean), 0.1 + 0.6 * random.nextDouble());
        }
        if (turned) {
            double least = entropy.interval().lo();
            double enough = least
                    + (0.1 + 0.8 * random.nextDouble()) * (entropy.interval().hi() - least);
            limit("entropy", terms.subtract(terms.constant(1), entropy), 1 - enough);
            if (random.nextInt(3) > 0) {
                Objective cheapest =
                        new Objective(Objective.Sense.MINIMIZE, random.nextBoolean() ? flops : params, HERE);
                return new Program("turned", terms.variables(), cheapest, constraints, List.of());
            }
            entropy = terms.multiply(terms.constant(3), entropy);
        }
        boolean minimize = random.nextInt(4) == 0;
        Objective objective = minimize
                ? new Objective(Objective.Sense.MINIMIZE, terms.subtract(terms.constant(3), entropy), HERE)
                : new Objective(Objective.Sense.MAXIMIZE, entropy, HERE);
        return new Program("chain", terms.variables(), objective, constraints, List.of());
    }

    private void limit(String name, Term body, double bound) {
        constraints.add(new Constraint(name, body, Constraint.Relation.LE, bound, HERE));
    }
}
