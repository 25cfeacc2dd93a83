package mad.lower;

import java.util.List;
import java.util.Map;
import mad.model.Expression;
import mad.program.Term;

/** The value of an expression in terms of the decisions. Which layers, parts and list elements there are is always known. */
sealed interface Symbolic {
    record Num(Term term) implements Symbolic {}

    /** A condition: a term with the values 0 and 1. */
    record Truth(Term term) implements Symbolic {}

    record Text(String text) implements Symbolic {}

    record ListOf(List<Symbolic> elements) implements Symbolic {
        public ListOf {
            elements = List.copyOf(elements);
        }
    }

    record Rec(Map<String, Symbolic> fields) implements Symbolic {}

    record LayerValue(SymbolicLayer layer) implements Symbolic {}

    record PartValue(SymbolicPart part) implements Symbolic {}

    record LevelValue(SymbolicLevel level) implements Symbolic {}

    /** A range or set that has not become a decision. */
    record Domain(Expression domain, Environment environment) implements Symbolic {}
}
