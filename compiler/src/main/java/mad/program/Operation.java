package mad.program;

import java.util.ArrayList;
import java.util.List;

/**
 * What a {@link Term} computes from its operands.
 *
 * <p>Truth is 1 and falsehood is 0. Partial operations have no value (NaN) outside their domain; whatever
 * depends on such a value has none either, except the branch of an {@link IfThenElse} that is not taken and a conjunction or
 * disjunction that its other operands decide. An assignment at which the objective or a constraint has no finite value is
 * infeasible.
 */
public sealed interface Operation {

    record Constant(double value) implements Operation {}

    record Value(Variable variable) implements Operation {}

    /** {@code constant + Σ coefficient · term}; addends by increasing id of their terms, at least two parts. */
    record Sum(double constant, List<Addend> addends) implements Operation {
        List<Term> terms() {
            List<Term> terms = new ArrayList<>(addends.size());
            addends.forEach(addend -> terms.add(addend.term));
            return terms;
        }
    }

    /** One part of a {@link Sum}; the coefficient is not 0. */
    record Addend(double coefficient, Term term) {}

    /**
     * {@code numerator / denominator · Π base^exponent}; factors by increasing id of their bases. The denominator is positive and
     * apart from the numerator because a tenth is not a double: {@code x / 10} is evaluated as one division.
     */
    record Product(double numerator, double denominator, List<Factor> factors) implements Operation {
        List<Term> bases() {
            List<Term> bases = new ArrayList<>(factors.size());
            factors.forEach(factor -> bases.add(factor.base));
            return bases;
        }
    }

    /** One part of a {@link Product}; the exponent is not 0. A broken exponent wants a base of at least 0. */
    record Factor(Term base, double exponent) {}

    /** The natural logarithm; no value at 0 and below. */
    record Log(Term of) implements Operation {}

    record Exp(Term of) implements Operation {}

    record Max(List<Term> terms) implements Operation {}

    record Min(List<Term> terms) implements Operation {}

    record Floor(Term of) implements Operation {}

    record Ceil(Term of) implements Operation {}

    /** To the nearest integer, halves to the even one. */
    record Round(Term of) implements Operation {}

    record Abs(Term of) implements Operation {}

    /** 1 when {@code left comparison right} holds, else 0. */
    record Compare(Comparison comparison, Term left, Term right) implements Operation {}

    /** How two numbers may be compared; greater-than is less-than with its sides exchanged. */
    enum Comparison {
        LE("<="),
        LT("<"),
        EQ("=="),
        NE("!=");

        private final String symbol;

        Comparison(String symbol) {
            this.symbol = symbol;
        }

        public String symbol() {
            return symbol;
        }

        public boolean holds(double left, double right) {
            return switch (this) {
                case LE -> left <= right;
                case LT -> left < right;
                case EQ -> left == right;
                case NE -> left != right;
            };
        }
    }

    record And(List<Term> terms) implements Operation {}

    record Or(List<Term> terms) implements Operation {}

    record Not(Term of) implements Operation {}

    /** {@code then} where the condition is not 0, else {@code otherwise}. */
    record IfThenElse(Term condition, Term then, Term otherwise) implements Operation {}

    /** The population variance: the mean of the squared deviations from the mean. Terms may repeat. */
    record Variance(List<Term> terms) implements Operation {}

    /** The square root of the {@link Variance}. */
    record StandardDeviation(List<Term> terms) implements Operation {}

    /** A table read by multilinear interpolation, clamped at its edges. */
    record Lookup(Grid grid, List<Term> arguments) implements Operation {}

    /** The terms this reads, in the order it reads them. */
    default List<Term> operands() {
        return switch (this) {
            case Constant c -> List.of();
            case Value v -> List.of();
            case Sum sum -> sum.terms();
            case Product product -> product.bases();
            case Log log -> List.of(log.of);
            case Exp exp -> List.of(exp.of);
            case Max max -> max.terms;
            case Min min -> min.terms;
            case Floor floor -> List.of(floor.of);
            case Ceil ceil -> List.of(ceil.of);
            case Round round -> List.of(round.of);
            case Abs abs -> List.of(abs.of);
            case Compare compare -> List.of(compare.left, compare.right);
            case And and -> and.terms;
            case Or or -> or.terms;
            case Not not -> List.of(not.of);
            case IfThenElse choice -> List.of(choice.condition, choice.then, choice.otherwise);
            case Variance variance -> variance.terms;
            case StandardDeviation deviation -> deviation.terms;
            case Lookup lookup -> lookup.arguments;
        };
    }
}
