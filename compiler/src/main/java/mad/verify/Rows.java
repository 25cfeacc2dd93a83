package mad.verify;

import java.util.ArrayList;
import java.util.List;
import mad.verify.Monomials.Monomial;
import org.jspecify.annotations.Nullable;

/**
 * Every limit that a Lagrangian relaxation can use, as a function of sums. The order is that of the multipliers in a certificate:
 * limits in the program's order, those of a maximum one after the other.
 *
 * @param objective what is maximised, but for the pieces
 * @param pieces convex functions subtracted from it
 */
record Rows(List<Monomial> objective, List<Piece> pieces, List<Budget> budgets, List<Ratio> ratios) {

    /** {@code weight} times the population deviation or variance of sums, or the exponential of it. */
    record Piece(Interval weight, boolean exponential, boolean root, List<List<Monomial>> of) {}

    /** {@code sum <= limit} */
    record Budget(List<Monomial> sum, double limit) {}

    /** {@code depth log(depth / limit) <= logs}, where depth is positive. */
    record Ratio(List<Monomial> depth, List<Monomial> logs, double limit) {}

    /** @param withObjective false where only feasibility is in question */
    static Rows of(Program program, boolean withObjective) {
        Rows rows = new Rows(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        if (withObjective) {
            rows.addObjective(program);
        }
        Values values = new Values(program);
        values.forward(program.whole());
        for (Program.Limit limit : program.limits()) {
            boolean local = program.terms().get(limit.term()).variables().cardinality() <= 2;
            if (!local && !limit.equal()) {
                rows.addLimit(program, limit.term(), limit.allowed().hi(), values);
            }
        }
        return rows;
    }

    private void addObjective(Program program) {
        Interval sign = Interval.of(program.maximize() ? 1 : -1);
        Term term = program.terms().get(program.objective());
        if (term.kind() != Term.Kind.SUM) {
            Monomials.of(program, program.objective()).forEach(m -> objective.add(m.times(sign)));
            return;
        }
        objective.add(new Monomial(sign.times(term.numbers()[0]), List.of()));
        for (int i = 0; i < term.of().length; i++) {
            Interval weight = sign.times(term.numbers()[i + 1]);
            Term addend = program.terms().get(term.of()[i]);
            boolean exponential = addend.kind() == Term.Kind.EXP;
            Term inner = exponential ? program.terms().get(addend.of()[0]) : addend;
            boolean root = inner.kind() == Term.Kind.DEVIATION;
            boolean convex = root || inner.kind() == Term.Kind.VARIANCE;
            if (convex && weight.hi() < 0 && addend.variables().cardinality() > 2) {
                List<List<Monomial>> of = new ArrayList<>();
                for (int argument : inner.of()) {
                    of.add(Monomials.of(program, argument));
                }
                pieces.add(new Piece(weight.negated(), exponential, root, of));
            } else {
                Monomials.of(program, term.of()[i]).forEach(m -> objective.add(m.times(weight)));
            }
        }
    }

    private void addLimit(Program program, int index, double limit, Values values) {
        Term term = program.terms().get(index);
        if (term.kind() == Term.Kind.MAX) {
            for (int operand : term.of()) {
                addLimit(program, operand, limit, values);
            }
        } else if (ratio(program, term, limit, values) instanceof Ratio ratio) {
            ratios.add(ratio);
        } else if (budget(program, index, Interval.ONE, limit) instanceof Budget budget) {
            budgets.add(budget);
        } else if (logarithm(program, term, limit) instanceof Budget budget) {
            budgets.add(budget);
        }
    }

    /** Null where the term is no sum of products: a limit that is left out makes the bound no better. */
    private static @Nullable Budget budget(Program program, int index, Interval scale, double limit) {
        try {
            List<Monomial> sum = Monomials.of(program, index);
            return new Budget(sum.stream().map(m -> m.times(scale)).toList(), limit);
        } catch (Refused notSeparable) {
            return null;
        }
    }

    /** Recognises {@code c exp(u) <= limit} and {@code c exp(u)^-1 <= limit}: the logarithm of both sides. */
    private static @Nullable Budget logarithm(Program program, Term term, double limit) {
        double[] n = term.numbers();
        boolean product = term.kind() == Term.Kind.PRODUCT;
        boolean alone = product && Math.abs(n[2]) == 1 || term.kind() == Term.Kind.SUM && n[0] == 0;
        if (!alone || term.of().length != 1 || limit <= 0) {
            return null;
        }
        Term exp = program.terms().get(term.of()[0]);
        Interval scale = product ? Interval.of(n[0]).over(Interval.of(n[1])) : Interval.of(n[1]);
        return exp.kind() != Term.Kind.EXP || scale.lo() <= 0
                ? null
                : budget(
                        program,
                        exp.of()[0],
                        Interval.of(product ? n[2] : 1),
                        Interval.of(limit).over(scale).log().hi());
    }

    /** Recognises {@code c d exp(u)^-1} and {@code c d exp(-u)}, where u is a sum divided by d. */
    private static @Nullable Ratio ratio(Program program, Term term, double limit, Values values) {
        double[] n = term.numbers();
        if (term.kind() != Term.Kind.PRODUCT || term.of().length != 2 || limit <= 0 || n[0] <= 0) {
            return null;
        }
        int exponential = program.terms().get(term.of()[0]).kind() == Term.Kind.EXP ? 0 : 1;
        Term exp = program.terms().get(term.of()[exponential]);
        int depth = term.of()[1 - exponential];
        double power = n[2 + exponential];
        if (exp.kind() != Term.Kind.EXP
                || Math.abs(power) != 1
                || n[3 - exponential] != 1
                || values.get(depth).lo() <= 0) {
            return null;
        }
        Interval scale = Interval.of(-power);
        Term quotient = program.terms().get(exp.of()[0]);
        if (quotient.kind() == Term.Kind.SUM && quotient.of().length == 1 && quotient.numbers()[0] == 0) {
            scale = scale.times(quotient.numbers()[1]);
            quotient = program.terms().get(quotient.of()[0]);
        }
        double[] q = quotient.numbers();
        if (quotient.kind() != Term.Kind.PRODUCT || quotient.of().length != 2) {
            return null;
        }
        int below = quotient.of()[0] == depth && q[2] == -1 ? 0 : 1;
        if (quotient.of()[below] != depth || q[2 + below] != -1 || q[3 - below] != 1) {
            return null;
        }
        Interval times = scale.times(Interval.of(q[0]).over(Interval.of(q[1])));
        try {
            return new Ratio(
                    Monomials.of(program, depth),
                    Monomials.of(program, quotient.of()[1 - below]).stream()
                            .map(m -> m.times(times))
                            .toList(),
                    Interval.of(limit).times(n[1]).over(Interval.of(n[0])).hi());
        } catch (Refused notSeparable) {
            return null;
        }
    }
}
