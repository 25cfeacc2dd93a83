package mad.benchmarks.referee;

import com.google.ortools.sat.CpModel;
import com.google.ortools.sat.IntVar;
import com.google.ortools.sat.LinearArgument;
import com.google.ortools.sat.LinearExpr;
import com.google.ortools.sat.LinearExprBuilder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import mad.program.Assignment;
import mad.program.Constraint;
import mad.program.Domain;
import mad.program.Evaluation;
import mad.program.Interval;
import mad.program.Operation;
import mad.program.Program;
import mad.program.Term;
import mad.program.Variable;

/**
 * A program in whole numbers, for CP-SAT: variables by their positions, functions of one variable as tables, reals in steps of {@link #STEP}. So an answer may break a
 * limit by some steps; the judge sees to that.
 */
final class FixedPoint {
    /** A real is counted in this many parts. */
    static final double STEP = 1e5;

    /** No table holds more: an exponential this large is as good as infinite. */
    private static final double MOST = 1e7;

    private static final long LONGEST_TABLE = 200_000;
    private static final long LARGEST = 1L << 53;

    /** A value in whole numbers: {@code expression / scale}. */
    private record Fixed(LinearArgument expression, double scale) {}

    private final Program program;
    private final CpModel model = new CpModel();
    private final List<LinearArgument> positions = new ArrayList<>();
    private final Map<Term, Fixed> done = new HashMap<>();

    /** @throws Unsayable where the program has what this does not know */
    FixedPoint(Program program) {
        this.program = program;
        for (Variable variable : program.variables()) {
            Domain.Discrete domain = discrete(variable);
            positions.add(model.newIntVar(0, domain.size() - 1, variable.name()));
        }
        program.constraints().forEach(this::row);
        Fixed goal = of(program.objective().term());
        if (program.objective().sense().sign() > 0) {
            model.maximize(goal.expression());
        } else {
            model.minimize(goal.expression());
        }
        scale = goal.scale();
    }

    private final double scale;

    /** It has no words for something. */
    static final class Unsayable extends RuntimeException {
        private static final long serialVersionUID = 1;

        Unsayable(Object what) {
            super("cannot be said in whole numbers: " + what);
        }
    }

    CpModel model() {
        return model;
    }

    /** The model's objective in the program's unit. */
    double objective(double value) {
        return value / scale;
    }

    /** The variables' positions in their domains. */
    List<LinearArgument> positions() {
        return List.copyOf(positions);
    }

    private static Domain.Discrete discrete(Variable variable) {
        if (variable.domain() instanceof Domain.Discrete domain) {
            return domain;
        }
        throw new Unsayable(variable);
    }

    /** {@code d exp(-s / d) k <= c} is stated as {@code d log(k d / c) <= s}, everything else as it is. */
    private void row(Constraint constraint) {
        if (constraint.relation() == Constraint.Relation.LE
                && constraint.body().operation() instanceof Operation.Product(double n, double d, var factors)
                && factors.size() == 2) {
            for (Operation.Factor outer : factors) {
                Operation.Factor inner = factors.get(factors.getFirst() == outer ? 1 : 0);
                if (outer.exponent() == 1 && inner.base().operation() instanceof Operation.Exp(Term of)) {
                    ratio(outer.base(), n / d / constraint.bound(), -inner.exponent(), of);
                    return;
                }
            }
        }
        Fixed body = of(constraint.body());
        double bound = constraint.bound() * body.scale();
        switch (constraint.relation()) {
            case LE -> model.addLessOrEqual(body.expression(), (long) Math.floor(bound + 1e-6));
            case EQ -> model.addEquality(body.expression(), Math.round(bound));
        }
    }

    /** {@code d log(k d) <= power d mean}. */
    private void ratio(Term d, double k, double power, Term mean) {
        Fixed depth = of(d);
        Interval range = d.interval();
        Fixed left = table(depth, range, x -> x * StrictMath.log(k * x));
        Fixed sum = null;
        if (mean.operation() instanceof Operation.Product(double n, double below, var factors)) {
            List<Operation.Factor> rest = factors.stream()
                    .filter(f -> !(f.base() == d && f.exponent() == -1))
                    .toList();
            if (rest.size() == 1 && factors.size() == 2 && rest.getFirst().exponent() == 1) {
                Fixed base = of(rest.getFirst().base());
                sum = new Fixed(base.expression(), base.scale() * below / n);
            }
        }
        if (sum == null) {
            Interval whole = new Interval(
                    range.lo() * mean.interval().lo(),
                    range.hi() * mean.interval().hi());
            sum = times(of(mean), depth, whole);
        }
        double unit = left.scale();
        model.addLessOrEqual(
                LinearExpr.newBuilder()
                        .addTerm(left.expression(), 1)
                        .addTerm(sum.expression(), -Math.round(power * unit / sum.scale())),
                0);
    }

    private Fixed of(Term term) {
        Fixed known = done.get(term);
        if (known == null) {
            known = make(term);
            done.put(term, known);
        }
        return known;
    }

    private Fixed make(Term term) {
        if (term.operation() instanceof Operation.Value(Variable variable)
                && variable.domain() instanceof Domain.Integers(long lo, long hi, long step)) {
            return new Fixed(
                    LinearExpr.newBuilder()
                            .addTerm(positions.get(variable.index()), step)
                            .add(lo)
                            .build(),
                    1);
        }
        List<Variable> read = program.variables().stream()
                .filter(v -> term.variables().contains(v.index()))
                .toList();
        if (read.size() == 1 && !(term.operation() instanceof Operation.Sum)) {
            return tabulated(term, read.getFirst());
        }
        return switch (term.operation()) {
            case Operation.Constant(double value) ->
                value == Math.rint(value)
                        ? new Fixed(LinearExpr.constant((long) value), 1)
                        : new Fixed(LinearExpr.constant(Math.round(value * STEP)), STEP);
            case Operation.Sum sum -> sum(sum, term.interval());
            case Operation.Product product -> product(product, term.interval());
            case Operation.Variance(List<Term> terms) -> variance(terms, term.interval());
            case Operation.StandardDeviation s -> function(term);
            case Operation.Log log -> function(term);
            case Operation.Exp exp -> function(term);
            default -> throw new Unsayable(term);
        };
    }

    /** A function of one variable. */
    private Fixed tabulated(Term term, Variable variable) {
        Domain.Discrete domain = discrete(variable);
        Assignment any = Assignment.of(
                program.variables().stream().mapToDouble(v -> v.domain().min()).toArray());
        double unit = term.isIntegral() ? 1 : STEP;
        long[] values = new long[Math.toIntExact(domain.size())];
        for (int i = 0; i < values.length; i++) {
            Evaluation at = Evaluation.of(program, any.with(variable, domain.value(i)));
            values[i] = Math.round(unit * clipped(at.value(term), term.isIntegral() ? LARGEST : MOST));
        }
        return element(positions.get(variable.index()), values, unit);
    }

    private Fixed element(LinearArgument index, long[] values, double unit) {
        long lo = java.util.Arrays.stream(values).min().orElseThrow();
        long hi = java.util.Arrays.stream(values).max().orElseThrow();
        IntVar value = model.newIntVar(lo, hi, "");
        model.addElement(index, values, value);
        return new Fixed(value, unit);
    }

    private static double clipped(double value, double most) {
        if (Double.isNaN(value)) {
            throw new Unsayable("a value that is none");
        }
        return Math.max(-most, Math.min(most, value));
    }

    /** Logarithms, exponentials and deviations upon each other become one table of what is below all of them. */
    private Fixed function(Term term) {
        DoubleUnaryOperator f = x -> x;
        Term below = term;
        while (true) {
            switch (below.operation()) {
                case Operation.Log(Term of) -> {
                    f = f.compose(StrictMath::log);
                    below = of;
                }
                case Operation.Exp(Term of) -> {
                    f = f.compose(StrictMath::exp);
                    below = of;
                }
                case Operation.StandardDeviation(List<Term> terms) -> {
                    Interval deviation = below.interval();
                    Interval square = new Interval(0, deviation.hi() * deviation.hi());
                    return table(variance(terms, square), square, f.compose(Math::sqrt));
                }
                default -> {
                    return table(of(below), below.interval(), f);
                }
            }
        }
    }

    private Fixed table(Fixed argument, Interval range, DoubleUnaryOperator f) {
        long lo = (long) Math.floor(range.lo() * argument.scale());
        long hi = (long) Math.ceil(range.hi() * argument.scale());
        if (hi - lo > LONGEST_TABLE) {
            throw new Unsayable("a table of " + (hi - lo) + " values");
        }
        long[] values = new long[(int) (hi - lo) + 1];
        for (int i = 0; i < values.length; i++) {
            values[i] = Math.round(STEP * clipped(f.applyAsDouble((lo + i) / argument.scale()), MOST));
        }
        LinearArgument index =
                LinearExpr.newBuilder().add(argument.expression()).add(-lo);
        return element(index, values, STEP);
    }

    /** In whole numbers: {@code n sum x^2 - (sum x)^2} is the variance times the square of n. */
    private Fixed variance(List<Term> terms, Interval range) {
        LinearExprBuilder sum = LinearExpr.newBuilder();
        LinearExprBuilder squares = LinearExpr.newBuilder();
        double lo = 0;
        double hi = 0;
        for (Term term : terms) {
            if (!term.isIntegral()) {
                throw new Unsayable("a variance of reals");
            }
            Fixed part = of(term);
            sum.add(part.expression());
            lo += term.interval().lo();
            hi += term.interval().hi();
            double most = Math.max(
                    Math.abs(term.interval().lo()), Math.abs(term.interval().hi()));
            squares.addTerm(times(part, part, new Interval(0, most * most)).expression(), terms.size());
        }
        double most = Math.max(Math.abs(lo), Math.abs(hi));
        Fixed total = new Fixed(sum.build(), 1);
        Fixed square = times(total, total, new Interval(0, most * most));
        double n = (double) terms.size() * terms.size();
        IntVar variance = model.newIntVar(0, (long) Math.ceil(range.hi() * n), "");
        model.addEquality(variance, squares.addTerm(square.expression(), -1));
        return new Fixed(variance, n);
    }

    /** The coefficients, too, are whole: on a scale that is fine enough for them. */
    private Fixed sum(Operation.Sum sum, Interval range) {
        double unit = 1;
        boolean whole = sum.constant() == Math.rint(sum.constant());
        for (Operation.Addend addend : sum.addends()) {
            unit = Math.max(unit, Math.abs(of(addend.term()).scale()));
            double ratio = addend.coefficient() / of(addend.term()).scale();
            whole &= ratio == Math.rint(ratio);
        }
        if (!whole) {
            double most = Math.max(1, Math.max(Math.abs(range.lo()), Math.abs(range.hi())));
            unit = Math.max(unit, STEP);
            while (!isWhole(sum, unit) && unit * 10 * Math.min(most, MOST * 10) < LARGEST) {
                unit *= 10;
            }
        }
        LinearExprBuilder text = LinearExpr.newBuilder().add(Math.round(unit * sum.constant()));
        for (Operation.Addend addend : sum.addends()) {
            Fixed part = of(addend.term());
            text.addTerm(part.expression(), Math.round(unit * addend.coefficient() / part.scale()));
        }
        return new Fixed(text.build(), unit);
    }

    private boolean isWhole(Operation.Sum sum, double unit) {
        return sum.addends().stream().allMatch(addend -> {
            double coefficient = unit * addend.coefficient() / of(addend.term()).scale();
            return Math.abs(coefficient - Math.rint(coefficient)) <= 1e-9 * Math.abs(coefficient);
        });
    }

    private Fixed product(Operation.Product product, Interval range) {
        Fixed result = new Fixed(LinearExpr.constant(1), 1);
        Interval so = new Interval(1, 1);
        for (Operation.Factor factor : product.factors()) {
            if (factor.exponent() != Math.rint(factor.exponent()) || factor.exponent() < 0) {
                throw new Unsayable("the power " + factor.exponent());
            }
            Fixed base = of(factor.base());
            for (int i = 0; i < factor.exponent(); i++) {
                Interval next = product(so, factor.base().interval());
                result = so.lo() == 1 && so.hi() == 1 ? base : times(result, base, next);
                so = next;
            }
        }
        return new Fixed(result.expression(), result.scale() * product.denominator() / product.numerator());
    }

    private static Interval product(Interval a, Interval b) {
        double[] ends = {a.lo() * b.lo(), a.lo() * b.hi(), a.hi() * b.lo(), a.hi() * b.hi()};
        java.util.Arrays.sort(ends);
        return new Interval(ends[0], ends[3]);
    }

    private Fixed times(Fixed a, Fixed b, Interval range) {
        double unit = a.scale() * b.scale();
        double one = unit * range.lo();
        double other = unit * range.hi();
        // the parts are rounded, so that their product may lie a little outside
        double margin = unit == 1 ? 0 : 1e-3 * Math.max(Math.abs(one), Math.abs(other)) + 1;
        if (Math.max(Math.abs(one), Math.abs(other)) > 1e17) {
            throw new Unsayable("a product as large as " + Math.max(Math.abs(one), Math.abs(other)));
        }
        IntVar value = model.newIntVar(
                (long) Math.floor(Math.min(one, other) - margin), (long) Math.ceil(Math.max(one, other) + margin), "");
        model.addMultiplicationEquality(value, a.expression(), b.expression());
        return new Fixed(value, unit);
    }
}
