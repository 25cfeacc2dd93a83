package mad.solve.chain;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import mad.program.Operation;
import mad.program.Term;
import org.jspecify.annotations.Nullable;

/** Convex functions of several arguments whose tangents bound them from below. */
enum Convex {
    STD,
    EXP_STD,
    VARIANCE,
    EXP_VARIANCE,
    /** The largest argument. It has no tangents but mixtures of its arguments, which lie below it, too. */
    LARGEST;

    record Recognised(Convex function, List<List<Monomial>> arguments) {}

    static @Nullable Recognised recognise(Term term, int widest) {
        boolean exponential = term.operation() instanceof Operation.Exp;
        Term inner = term.operation() instanceof Operation.Exp exp ? exp.of() : term;
        List<Term> terms = switch (inner.operation()) {
            case Operation.StandardDeviation std -> std.terms();
            case Operation.Variance variance -> variance.terms();
            default -> null;
        };
        if (terms == null) {
            List<List<Monomial>> sums = Polyhedral.of(term, widest);
            return sums == null ? null : new Recognised(LARGEST, sums);
        }
        List<List<Monomial>> arguments = new ArrayList<>();
        for (Term argument : terms) {
            List<Monomial> expanded = Expansion.of(argument, widest);
            if (expanded == null) {
                return null;
            }
            arguments.add(expanded);
        }
        boolean std = inner.operation() instanceof Operation.StandardDeviation;
        return new Recognised(std ? (exponential ? EXP_STD : STD) : exponential ? EXP_VARIANCE : VARIANCE, arguments);
    }

    /** An affine function that is nowhere above this one: {@code value + gradient (x - at)}. */
    record Plane(double[] at, double value, double[] gradient) {
        double of(double[] x) {
            double sum = value;
            for (int i = 0; i < x.length; i++) {
                sum += gradient[i] * (x[i] - at[i]);
            }
            return sum;
        }
    }

    /** Where to touch the function so that the plane is highest at {@code x}: there, or the share of each argument in a mixture. */
    double[] touch(double[] x) {
        if (this != LARGEST) {
            return x.clone();
        }
        double[] share = new double[x.length];
        int highest = 0;
        for (int i = 1; i < x.length; i++) {
            highest = x[i] > x[highest] ? i : highest;
        }
        share[highest] = 1;
        return share;
    }

    double value(double[] x) {
        double variance = variance(x);
        return switch (this) {
            case LARGEST -> Arrays.stream(x).max().orElseThrow();
            case STD -> StrictMath.sqrt(variance);
            case EXP_STD -> StrictMath.exp(StrictMath.sqrt(variance));
            case VARIANCE -> variance;
            case EXP_VARIANCE -> StrictMath.exp(variance);
        };
    }

    /**
     * The plane that touches the function at {@code x}, see {@link #touch}. Where an exponential is beyond {@code cap}, its own tangent at the cap takes its place: as
     * valid, and of numbers that can be computed with.
     */
    Plane plane(double[] x, double cap) {
        if (this == LARGEST) {
            return mixture(x);
        }
        double mean = mean(x);
        double variance = variance(x);
        double std = StrictMath.sqrt(variance);
        boolean root = this == STD || this == EXP_STD;
        double inner = root ? std : variance;
        boolean exponential = this == EXP_STD || this == EXP_VARIANCE;
        double from = Math.min(inner, StrictMath.log(cap));
        double slope = exponential ? StrictMath.exp(from) : 1;
        double[] gradient = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            double ofVariance = 2 * (x[i] - mean) / x.length;
            gradient[i] = slope * (root ? std == 0 ? 0 : ofVariance / (2 * std) : ofVariance);
        }
        return new Plane(x.clone(), exponential ? slope * (1 + inner - from) : inner, gradient);
    }

    /** Shares that rounding has moved away from a sum of 1 would not lie below. */
    private static Plane mixture(double[] shares) {
        double sum = 0;
        for (double share : shares) {
            sum += share;
        }
        double[] gradient = new double[shares.length];
        for (int i = 0; i < gradient.length; i++) {
            gradient[i] = shares[i] / sum;
        }
        return new Plane(new double[shares.length], 0, gradient);
    }

    private static double mean(double[] x) {
        double sum = 0;
        for (double v : x) {
            sum += v;
        }
        return sum / x.length;
    }

    private static double variance(double[] x) {
        double mean = mean(x);
        double sum = 0;
        for (double v : x) {
            sum += (v - mean) * (v - mean);
        }
        return sum / x.length;
    }
}
