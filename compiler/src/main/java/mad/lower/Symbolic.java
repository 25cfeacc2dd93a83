package mad.lower;

import java.util.List;
import java.util.Map;
import mad.model.Expression;
import mad.program.Term;
import mad.program.Terms;

/** The value of an expression in terms of the decisions. How often a layer occurs may be a term; all else that there can be is known. */
sealed interface Symbolic {
    record Num(Term term) implements Symbolic {}

    /** A condition: a term with the values 0 and 1. */
    record Truth(Term term) implements Symbolic {}

    record Text(String text) implements Symbolic {}

    record ListOf(List<Element> elements) implements Symbolic {
        public ListOf {
            elements = List.copyOf(elements);
        }

        /** A list in which every element stands once. */
        static ListOf once(List<Symbolic> values, Terms t) {
            return new ListOf(
                    values.stream().map(v -> new Element(v, t.constant(1))).toList());
        }
    }

    /**
     * @param count how often the value stands in the list: a layer of later repetitions stands for all of them, and one that a
     *     condition leaves out stands 0 times
     */
    record Element(Symbolic value, Term count) {}

    record Rec(Map<String, Symbolic> fields) implements Symbolic {}

    record LayerValue(SymbolicLayer layer) implements Symbolic {}

    record PartValue(SymbolicPart part) implements Symbolic {}

    record LevelValue(SymbolicLevel level) implements Symbolic {}

    /** A range or set that has not become a decision. */
    record Domain(Expression domain, Environment environment) implements Symbolic {}
}
