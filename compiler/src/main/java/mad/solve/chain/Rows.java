package mad.solve.chain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import mad.program.Constraint;
import mad.program.Objective;
import mad.program.Operation;
import mad.program.Program;
import mad.program.Term;
import mad.program.VariableSet;
import org.jspecify.annotations.Nullable;

/**
 * The program in a form in which every row is a function of sums: maximise {@code objective - sum of convex pieces} subject to
 * {@code sum <= limit}, {@code d log(d) - d log(limit) - s <= 0} for limits on {@code d / exp(s / d)}, and local conditions on a
 * few variables.
 *
 * @param minimized whether the objective was negated
 * @param widest variables that a function in a product may have
 */
record Rows(
        List<Monomial> objective,
        boolean minimized,
        List<Piece> pieces,
        List<Budget> budgets,
        List<Ratio> ratios,
        List<Constraint> local,
        int widest) {

    /** {@code weight * f(arguments)} with a convex f and a positive weight, subtracted from the objective. */
    record Piece(double weight, Convex function, List<List<Monomial>> arguments) {
        /** Whether it is a spread of more than two variables: one of fewer is tabulated by whoever reads the program anew. */
        boolean isOfManyNumbers() {
            VariableSet all = VariableSet.EMPTY;
            for (List<Monomial> argument : arguments) {
                for (Monomial m : argument) {
                    all = all.union(m.variables());
                }
            }
            return function != Convex.LARGEST && all.size() > 2;
        }

        /** Values beyond this are as good as infinite. */
        double cap() {
            return 1e6 / weight;
        }
    }

    /**
     * {@code sum <= limit}.
     *
     * @param name of the constraint
     * @param rate by how much {@code limit} grows with the constraint's bound
     */
    record Budget(String name, List<Monomial> sum, double limit, double rate) {
        /** What one unit of slack is measured in. */
        double size() {
            return Math.max(1e-9, Math.abs(limit));
        }
    }

    /** Without one the question is whether any point is feasible, and slack is what is maximised. */
    boolean hasObjective() {
        return !objective.isEmpty();
    }

    /** The budgets that have the product of most variables of one of them: limits of the same thing. */
    Set<Integer> like(int budget) {
        Monomial widestProduct = budgets.get(budget).sum().stream()
                .max(Comparator.comparingInt(m -> m.variables().size()))
                .orElse(Monomial.ONE);
        return IntStream.range(0, budgets.size())
                .filter(i ->
                        budgets.get(i).sum().stream().anyMatch(m -> m.factors().equals(widestProduct.factors())))
                .boxed()
                .collect(Collectors.toSet());
    }

    /**
     * {@code depth / exp(logs / depth) <= limit}, that is {@code depth log(depth / limit) <= logs}; depth is positive.
     *
     * @param name of the constraint
     * @param rate by how much {@code log limit} grows with the constraint's bound
     */
    record Ratio(String name, List<Monomial> depth, List<Monomial> logs, double limit, double rate) {}

    /**
     * The rows of a program, or null where its objective is not of this form. Constraints of no known form are left out.
     *
     * @param withObjective false for the question whether any point is feasible
     * @param dualise whether convex parts of the objective become pieces even where they could be tabulated
     */
    static @Nullable Rows of(Program program, boolean withObjective, int widest, boolean dualise) {
        boolean minimized = program.objective().sense() == Objective.Sense.MINIMIZE;
        List<Piece> pieces = new ArrayList<>();
        List<Monomial> objective = withObjective
                ? objective(program.objective().term(), minimized ? -1 : 1, pieces, widest, dualise)
                : List.of();
        if (objective == null) {
            return null;
        }
        List<Budget> budgets = new ArrayList<>();
        List<Ratio> ratios = new ArrayList<>();
        List<Constraint> local = new ArrayList<>();
        for (Constraint constraint : program.constraints()) {
            sort(constraint, budgets, ratios, local, widest);
        }
        return new Rows(objective, minimized, pieces, budgets, ratios, local, widest);
    }

    private static void sort(
            Constraint constraint, List<Budget> budgets, List<Ratio> ratios, List<Constraint> local, int widest) {
        boolean equal = constraint.relation() == Constraint.Relation.EQ;
        if (constraint.body().variables().size() <= (equal ? widest : 2)) {
            local.add(constraint);
        } else if (constraint.relation() == Constraint.Relation.LE) {
            limit(constraint, constraint.body(), budgets, ratios, widest);
        }
    }

    static RowKind.Parts kind(Constraint constraint, int widest) {
        List<Budget> budgets = new ArrayList<>();
        List<Ratio> ratios = new ArrayList<>();
        List<Constraint> local = new ArrayList<>();
        sort(constraint, budgets, ratios, local, widest);
        int rows = budgets.size() + ratios.size();
        if (!local.isEmpty()) {
            return new RowKind.Parts(RowKind.LOCAL, 1);
        }
        if (rows == 0) {
            return new RowKind.Parts(RowKind.OTHER, 0);
        }
        if (constraint.body().operation() instanceof Operation.Max) {
            return new RowKind.Parts(RowKind.MAXIMUM, rows);
        }
        return budgets.isEmpty()
                ? new RowKind.Parts(RowKind.RATIO, 1)
                : new RowKind.Parts(RowKind.BUDGET, budgets.getFirst().sum().size());
    }

    private static @Nullable List<Monomial> objective(
            Term term, double sign, List<Piece> pieces, int widest, boolean dualise) {
        if (!(term.operation() instanceof Operation.Sum sum)) {
            List<Monomial> whole = Expansion.of(term, widest);
            return whole == null ? null : whole.stream().map(m -> m.times(sign)).toList();
        }
        List<Monomial> all = new ArrayList<>();
        all.add(new Monomial(sign * sum.constant(), List.of()));
        for (Operation.Addend addend : sum.addends()) {
            double weight = sign * addend.coefficient();
            List<Monomial> expanded = Expansion.of(addend.term(), widest);
            Convex.Recognised convex =
                    weight < 0 && (expanded == null || dualise) ? Convex.recognise(addend.term(), widest) : null;
            if (convex != null) {
                pieces.add(new Piece(-weight, convex.function(), convex.arguments()));
            } else if (expanded != null) {
                expanded.forEach(m -> all.add(m.times(weight)));
            } else {
                return null;
            }
        }
        return all;
    }

    /** One row for each term of a maximum; a term of no known form gives none. */
    private static void limit(Constraint constraint, Term body, List<Budget> budgets, List<Ratio> ratios, int widest) {
        if (body.operation() instanceof Operation.Max max) {
            max.terms().forEach(term -> limit(constraint, term, budgets, ratios, widest));
            return;
        }
        List<Monomial> sum = Expansion.of(body, widest);
        if (sum != null) {
            budgets.add(new Budget(constraint.name(), sum, constraint.bound() + constraint.slack(), 1));
        } else if (ratio(constraint, body, widest) instanceof Ratio ratio) {
            ratios.add(ratio);
        } else if (logarithm(constraint, body, widest) instanceof Budget budget) {
            budgets.add(budget);
        }
    }

    /** Recognises {@code c exp(u)^-1 <= limit} and {@code c exp(u) <= limit}, such as a ratio of a depth that is given: the logarithm of both sides. */
    private static @Nullable Budget logarithm(Constraint constraint, Term body, int widest) {
        double scale = 1;
        double sign = 1;
        Term exponential = body;
        if (body.operation() instanceof Operation.Sum s
                && s.constant() == 0
                && s.addends().size() == 1) {
            scale = s.addends().getFirst().coefficient();
            exponential = s.addends().getFirst().term();
        } else if (body.operation() instanceof Operation.Product p
                && p.factors().size() == 1
                && Math.abs(p.factors().getFirst().exponent()) == 1) {
            scale = p.numerator() / p.denominator();
            sign = p.factors().getFirst().exponent();
            exponential = p.factors().getFirst().base();
        }
        if (!(exponential.operation() instanceof Operation.Exp(Term of)) || scale <= 0 || constraint.bound() <= 0) {
            return null;
        }
        double limit = StrictMath.log((constraint.bound() + constraint.slack()) / scale);
        List<Monomial> sum = Expansion.of(of, widest);
        double times = sign;
        return sum == null
                ? null
                : new Budget(
                        constraint.name(),
                        sum.stream().map(m -> m.times(times)).toList(),
                        limit + 1e-12 * Math.max(1, Math.abs(limit)),
                        1 / constraint.bound());
    }

    /**
     * Recognises {@code c * d * exp(u)^-1 <= limit} with {@code u = s / d}, and the same with {@code exp(-u)}: the logarithm of both
     * sides, times d.
     */
    private static @Nullable Ratio ratio(Constraint constraint, Term body, int widest) {
        if (!(body.operation() instanceof Operation.Product p)
                || p.factors().size() != 2
                || constraint.bound() <= 0
                || p.numerator() <= 0) {
            return null;
        }
        Term depth = null;
        Term exponent = null;
        double sign = 1;
        for (Operation.Factor f : p.factors()) {
            if (f.base().operation() instanceof Operation.Exp exp && Math.abs(f.exponent()) == 1) {
                exponent = exp.of();
                sign = -f.exponent();
            } else if (f.exponent() == 1) {
                depth = f.base();
            }
        }
        if (depth == null || exponent == null || depth.interval().lo() <= 0) {
            return null;
        }
        if (exponent.operation() instanceof Operation.Sum scaled
                && scaled.constant() == 0
                && scaled.addends().size() == 1) {
            sign *= scaled.addends().getFirst().coefficient();
            exponent = scaled.addends().getFirst().term();
        }
        double times = sign;
        List<Monomial> d = Expansion.of(depth, widest);
        List<Monomial> s = cleared(exponent, depth, widest);
        double limit = (constraint.bound() + constraint.slack()) * p.denominator() / p.numerator();
        return d == null || s == null
                ? null
                : new Ratio(
                        constraint.name(),
                        d,
                        s.stream().map(m -> m.times(times)).toList(),
                        limit,
                        1 / constraint.bound());
    }

    /** {@code exponent * depth} where the exponent is a quotient by {@code depth}. */
    private static @Nullable List<Monomial> cleared(Term exponent, Term depth, int widest) {
        if (!(exponent.operation() instanceof Operation.Product q)) {
            return null;
        }
        List<Monomial> rest = List.of(new Monomial(q.numerator() / q.denominator(), List.of()));
        boolean divided = false;
        for (Operation.Factor f : q.factors()) {
            if (f.base() == depth && f.exponent() == -1) {
                divided = true;
            } else if (f.exponent() == 1
                    && rest.size() == 1
                    && rest.getFirst().factors().isEmpty()) {
                double scale = rest.getFirst().coefficient();
                List<Monomial> expanded = Expansion.of(f.base(), widest);
                if (expanded == null) {
                    return null;
                }
                rest = expanded.stream().map(m -> m.times(scale)).toList();
            } else {
                return null;
            }
        }
        return divided ? rest : null;
    }
}
