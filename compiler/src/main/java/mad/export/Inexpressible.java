package mad.export;

import mad.program.Operation;
import mad.program.Origin;
import mad.program.Term;

/** A term that a format has no words for, and the statement that needs it. Never leaves the package. */
final class Inexpressible extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient Term term;
    private final transient Origin origin;

    Inexpressible(Term term, Origin origin) {
        super(term.toString(), null, false, false);
        this.term = term;
        this.origin = origin;
    }

    Origin origin() {
        return origin;
    }

    /** One level of the term, with the compound terms below it as dots. */
    String text() {
        return term.toString().replaceAll("#[0-9]+", "(…)");
    }

    /** What kind of term it is, with its article. */
    String kind() {
        return switch (term.operation()) {
            case Operation.Constant c -> "a value that does not exist";
            case Operation.Value v -> "a variable";
            case Operation.Sum s -> "a sum";
            case Operation.Product p -> p.factors().size() > 1 ? "a product of variables" : "a power";
            case Operation.Log l -> "a logarithm";
            case Operation.Exp e -> "an exponential";
            case Operation.Max m -> "a maximum";
            case Operation.Min m -> "a minimum";
            case Operation.Floor f -> "rounding down";
            case Operation.Ceil c -> "rounding up";
            case Operation.Round r -> "rounding";
            case Operation.Abs a -> "an absolute value";
            case Operation.Compare c -> "a comparison";
            case Operation.And a -> "a conjunction";
            case Operation.Or o -> "a disjunction";
            case Operation.Not n -> "a negation";
            case Operation.IfThenElse i -> "a choice";
            case Operation.Variance v -> "a variance";
            case Operation.StandardDeviation d -> "a standard deviation";
            case Operation.Lookup l -> "a table";
        };
    }
}
