package mad.program;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Makes the terms and variables of one program. Equal expressions are the same node, and an expression is simplified as it is
 * made, where the simpler one has the same value wherever the original has a value at all. So {@code 0 * log(x)} is 0 and
 * {@code x / x} is 1: a simplification may give a value at more points, never at fewer.
 *
 * <p>Constants fold in double arithmetic, exactly for integers below 2^53. Not safe for use by several threads.
 */
public final class Terms {
    private static final Comparator<Term> BY_ID = Comparator.comparingInt(Term::id);

    private final Map<Operation, Term> nodes = new HashMap<>();
    private final List<Variable> variables = new ArrayList<>();
    private final Map<String, Variable> byName = new HashMap<>();

    /**
     * A new decision; its index is the number of those before it.
     *
     * @throws IllegalArgumentException when the name is taken
     */
    public Variable newVariable(String name, Domain domain, Origin origin) {
        Variable variable = new Variable(variables.size(), name, domain, origin);
        if (byName.putIfAbsent(name, variable) != null) {
            throw new IllegalArgumentException("two variables are named " + name);
        }
        variables.add(variable);
        return variable;
    }

    /** The variables made so far, by index. */
    public List<Variable> variables() {
        return Collections.unmodifiableList(variables);
    }

    /** A number; an infinite one counts as no value, like NaN. */
    public Term constant(double value) {
        double plain = Double.isFinite(value) ? value + 0.0 : Double.NaN; // no negative zero
        return intern(new Operation.Constant(plain));
    }

    public Term truth(boolean value) {
        return constant(value ? 1 : 0);
    }

    /** The value of a variable of this arena. */
    public Term variable(Variable variable) {
        return intern(new Operation.Value(variable));
    }

    public Term add(Term left, Term right) {
        return sum(List.of(left, right));
    }

    public Term sum(List<Term> terms) {
        SumBuilder sum = new SumBuilder(this);
        terms.forEach(term -> sum.add(1, term));
        return sum.build();
    }

    public Term subtract(Term left, Term right) {
        return new SumBuilder(this).add(1, left).add(-1, right).build();
    }

    public Term negate(Term term) {
        return multiply(constant(-1), term);
    }

    public Term multiply(Term left, Term right) {
        return product(List.of(left, right));
    }

    public Term product(List<Term> terms) {
        ProductBuilder product = new ProductBuilder(this);
        terms.forEach(term -> product.multiply(term, 1));
        return product.build();
    }

    /** No value where {@code right} is 0. */
    public Term divide(Term left, Term right) {
        return new ProductBuilder(this).multiply(left, 1).multiply(right, -1).build();
    }

    /** No value for a broken exponent of a negative number, nor for a negative exponent of 0. */
    public Term power(Term base, double exponent) {
        return new ProductBuilder(this).multiply(base, exponent).build();
    }

    /** No value below 0. */
    public Term sqrt(Term term) {
        return power(term, 0.5);
    }

    /** The natural logarithm; a product of positive factors becomes a sum. No value at 0 and below. */
    public Term log(Term term) {
        if (term.operation() instanceof Operation.Exp(Term of)) {
            return of;
        }
        if (term.operation() instanceof Operation.Product product
                && product.numerator() > 0
                && product.factors().stream().allMatch(f -> f.base().interval().lo() > 0)) {
            SumBuilder sum = new SumBuilder(this);
            sum.add(1, constant(StrictMath.log(product.numerator())));
            sum.add(-1, constant(StrictMath.log(product.denominator())));
            product.factors().forEach(f -> sum.add(f.exponent(), log(f.base())));
            return sum.build();
        }
        return intern(new Operation.Log(term));
    }

    public Term exp(Term term) {
        return term.operation() instanceof Operation.Log(Term of) ? of : intern(new Operation.Exp(term));
    }

    /** The largest of at least one term. */
    public Term max(List<Term> terms) {
        List<Term> flat = flatten(terms, o -> o instanceof Operation.Max(List<Term> inner) ? inner : null);
        double floor = flat.stream().mapToDouble(t -> t.interval().lo()).max().orElseThrow();
        List<Term> kept = undominated(
                flat, t -> t.interval().hi() <= floor && t.interval().lo() < floor);
        return kept.size() == 1 ? kept.getFirst() : intern(new Operation.Max(kept));
    }

    /** The smallest of at least one term. */
    public Term min(List<Term> terms) {
        List<Term> flat = flatten(terms, o -> o instanceof Operation.Min(List<Term> inner) ? inner : null);
        double ceiling = flat.stream().mapToDouble(t -> t.interval().hi()).min().orElseThrow();
        List<Term> kept = undominated(
                flat, t -> t.interval().lo() >= ceiling && t.interval().hi() > ceiling);
        return kept.size() == 1 ? kept.getFirst() : intern(new Operation.Min(kept));
    }

    public Term floor(Term term) {
        return term.isIntegral() ? term : intern(new Operation.Floor(term));
    }

    public Term ceil(Term term) {
        return term.isIntegral() ? term : intern(new Operation.Ceil(term));
    }

    /** To the nearest integer, halves to the even one. */
    public Term round(Term term) {
        return term.isIntegral() ? term : intern(new Operation.Round(term));
    }

    public Term abs(Term term) {
        if (term.interval().lo() >= 0) {
            return term;
        }
        return term.interval().hi() <= 0 ? negate(term) : intern(new Operation.Abs(term));
    }

    public Term le(Term left, Term right) {
        return compare(Operation.Comparison.LE, left, right);
    }

    public Term lt(Term left, Term right) {
        return compare(Operation.Comparison.LT, left, right);
    }

    public Term ge(Term left, Term right) {
        return le(right, left);
    }

    public Term gt(Term left, Term right) {
        return lt(right, left);
    }

    public Term eq(Term left, Term right) {
        return compare(Operation.Comparison.EQ, left, right);
    }

    public Term ne(Term left, Term right) {
        return compare(Operation.Comparison.NE, left, right);
    }

    public Term compare(Operation.Comparison comparison, Term left, Term right) {
        if (left == right && left.isTotal()) {
            return truth(comparison == Operation.Comparison.LE || comparison == Operation.Comparison.EQ);
        }
        boolean symmetric = comparison == Operation.Comparison.EQ || comparison == Operation.Comparison.NE;
        boolean swap = symmetric && left.id() > right.id();
        return intern(new Operation.Compare(comparison, swap ? right : left, swap ? left : right));
    }

    /** True for no terms. */
    public Term and(List<Term> terms) {
        List<Term> flat = flatten(terms, o -> o instanceof Operation.And(List<Term> inner) ? inner : null);
        List<Term> kept = flat.stream().filter(t -> !t.is(1)).toList();
        if (kept.stream().anyMatch(t -> t.is(0))) {
            return truth(false);
        }
        return kept.isEmpty()
                ? truth(true)
                : kept.size() == 1 ? asTruth(kept.getFirst()) : intern(new Operation.And(kept));
    }

    /** False for no terms. */
    public Term or(List<Term> terms) {
        List<Term> flat = flatten(terms, o -> o instanceof Operation.Or(List<Term> inner) ? inner : null);
        List<Term> kept = flat.stream().filter(t -> !t.is(0)).toList();
        if (kept.stream().anyMatch(Term::isConstant)) {
            return truth(true);
        }
        return kept.isEmpty()
                ? truth(false)
                : kept.size() == 1 ? asTruth(kept.getFirst()) : intern(new Operation.Or(kept));
    }

    public Term not(Term term) {
        if (term.operation() instanceof Operation.Compare(Operation.Comparison comparison, Term left, Term right)) {
            return switch (comparison) {
                case LE -> lt(right, left);
                case LT -> le(right, left);
                case EQ -> ne(left, right);
                case NE -> eq(left, right);
            };
        }
        return term.operation() instanceof Operation.Not(Term of) ? asTruth(of) : intern(new Operation.Not(term));
    }

    public Term implies(Term premise, Term conclusion) {
        return or(List.of(not(premise), conclusion));
    }

    public Term ifThenElse(Term condition, Term then, Term otherwise) {
        if (condition.operation() instanceof Operation.Constant(double value)) {
            return value != 0 ? then : otherwise;
        }
        return then == otherwise ? then : intern(new Operation.IfThenElse(condition, then, otherwise));
    }

    /** The population variance of at least one term. */
    public Term variance(List<Term> terms) {
        return intern(new Operation.Variance(List.copyOf(terms)));
    }

    /** The population standard deviation of at least one term. */
    public Term std(List<Term> terms) {
        return intern(new Operation.StandardDeviation(List.copyOf(terms)));
    }

    /**
     * A table read at one argument per axis.
     *
     * @throws IllegalArgumentException when there are more or fewer arguments than axes
     */
    public Term lookup(Grid grid, List<Term> arguments) {
        if (grid.axes().size() != arguments.size()) {
            throw new IllegalArgumentException(
                    arguments.size() + " arguments, " + grid.axes().size() + " axes");
        }
        return intern(new Operation.Lookup(grid, List.copyOf(arguments)));
    }

    /** The node of an operation: the known one, a constant when its value is settled, or a new one. */
    Term intern(Operation operation) {
        Term known = nodes.get(operation);
        if (known != null) {
            return known;
        }
        Term term = operation instanceof Operation.Constant || operation instanceof Operation.Value
                ? make(operation)
                : foldedOrNew(operation);
        nodes.put(operation, term);
        return term;
    }

    private Term foldedOrNew(Operation operation) {
        if (operation.operands().stream().allMatch(Term::isConstant)) {
            return constant(Arithmetic.evaluate(operation, Terms::constantOf));
        }
        Enclosure enclosure = enclosure(operation);
        // only exact arithmetic ends in a point
        return enclosure.total() && enclosure.interval().isPoint()
                ? constant(enclosure.interval().lo())
                : make(operation);
    }

    private Term make(Operation operation) {
        VariableSet dependsOn = operation instanceof Operation.Value(Variable variable)
                ? VariableSet.of(variable.index())
                : operation.operands().stream().map(Term::variables).reduce(VariableSet.EMPTY, VariableSet::union);
        return new Term(nodes.size(), operation, enclosure(operation), dependsOn);
    }

    private static Enclosure enclosure(Operation operation) {
        return Enclosure.of(operation, t -> new Enclosure(t.interval(), t.isIntegral(), t.isTotal()));
    }

    private static double constantOf(Term term) {
        return Arithmetic.evaluate(term.operation(), Terms::constantOf);
    }

    private Term asTruth(Term term) {
        return term.isTruth() ? term : ne(term, constant(0));
    }

    private static List<Term> flatten(List<Term> terms, Function<Operation, @Nullable List<Term>> inner) {
        TreeSet<Term> flat = new TreeSet<>(BY_ID);
        for (Term term : terms) {
            List<Term> parts = inner.apply(term.operation());
            flat.addAll(parts == null ? List.of(term) : parts);
        }
        return List.copyOf(flat);
    }

    /** Dominated terms go unless they might lack a value, which must not be lost. */
    private static List<Term> undominated(List<Term> terms, Predicate<Term> dominated) {
        return terms.stream().filter(t -> !(t.isTotal() && dominated.test(t))).toList();
    }
}
