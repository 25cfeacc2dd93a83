package mad.export;

import java.util.List;
import java.util.Map;
import mad.program.Constraint;
import mad.program.Operation;
import mad.program.Term;
import mad.program.Variable;

/** Expressions in the prefix notation of {@code .nl}: one operator, number or variable a line. */
record NlExpressions(Map<Variable, Integer> columns, Map<Term, Integer> defined, StringBuilder out) {
    private static final int PLUS = 0;
    private static final int TIMES = 2;
    private static final int DIVIDE = 3;
    private static final int POWER = 5;
    private static final int MIN = 11;
    private static final int MAX = 12;
    private static final int FLOOR = 13;
    private static final int CEIL = 14;
    private static final int ABS = 15;
    private static final int OR = 20;
    private static final int AND = 21;
    private static final int LESS = 22;
    private static final int AT_MOST = 23;
    private static final int EQUAL = 24;
    private static final int DIFFERENT = 30;
    private static final int NOT = 34;
    private static final int IF = 35;
    private static final int SQUARE_ROOT = 39;
    private static final int LOG = 43;
    private static final int EXP = 44;
    private static final int SUM = 54;

    void number(double value) {
        out.append('n').append(Text.number(value)).append('\n');
    }

    private void operator(int code) {
        out.append('o').append(code).append('\n');
    }

    /** The sum of multiples of terms. */
    void sum(List<Operation.Addend> addends, double constant) {
        int parts = addends.size() + (constant == 0 ? 0 : 1);
        if (parts == 0) {
            number(0);
        }
        if (parts == 2) {
            operator(PLUS);
        } else if (parts > 2) {
            operator(SUM);
            out.append(parts).append('\n');
        }
        for (Operation.Addend addend : addends) {
            if (addend.coefficient() != 1) {
                operator(TIMES);
                number(addend.coefficient());
            }
            term(addend.term());
        }
        if (constant != 0) {
            number(constant);
        }
    }

    void term(Term term) {
        Integer known = defined.get(term);
        if (known != null) {
            out.append('v').append(known).append('\n');
        } else {
            definition(term);
        }
    }

    /** Written out, even where there is a variable defined as it. */
    void definition(Term term) {
        switch (term.operation()) {
            case Operation.Constant(double value) when Double.isFinite(value) -> number(value);
            case Operation.Constant none -> throw unsaid(term);
            case Operation.Value(Variable variable) ->
                out.append('v').append(columns.get(variable)).append('\n');
            case Operation.Sum sum -> sum(sum.addends(), sum.constant());
            case Operation.Product product -> product(product);
            case Operation.Log(Term of) -> unary(LOG, of);
            case Operation.Exp(Term of) -> unary(EXP, of);
            case Operation.Max(List<Term> terms) -> list(MAX, terms);
            case Operation.Min(List<Term> terms) -> list(MIN, terms);
            case Operation.Floor(Term of) -> unary(FLOOR, of);
            case Operation.Ceil(Term of) -> unary(CEIL, of);
            case Operation.Abs(Term of) -> unary(ABS, of);
            case Operation.Compare c -> truth(term);
            case Operation.And a -> truth(term);
            case Operation.Or o -> truth(term);
            case Operation.Not n -> truth(term);
            case Operation.IfThenElse(Term condition, Term then, Term otherwise) -> {
                operator(IF);
                condition(condition);
                term(then);
                term(otherwise);
            }
            case Operation.Round r -> throw unsaid(term);
            case Operation.Variance v -> throw unsaid(term);
            case Operation.StandardDeviation d -> throw unsaid(term);
            case Operation.Lookup l -> throw unsaid(term);
        }
    }

    private void product(Operation.Product product) {
        if (product.denominator() != 1) {
            operator(DIVIDE);
        }
        for (int i = product.numerator() == 1 ? 1 : 0; i < product.factors().size(); i++) {
            operator(TIMES);
        }
        if (product.numerator() != 1) {
            number(product.numerator());
        }
        product.factors().forEach(this::power);
        if (product.denominator() != 1) {
            number(product.denominator());
        }
    }

    private void power(Operation.Factor factor) {
        if (factor.exponent() == 0.5) {
            unary(SQUARE_ROOT, factor.base());
        } else if (factor.exponent() == 1) {
            term(factor.base());
        } else {
            operator(POWER);
            term(factor.base());
            number(factor.exponent());
        }
    }

    private void unary(int code, Term of) {
        operator(code);
        term(of);
    }

    private void list(int code, List<Term> terms) {
        operator(code);
        out.append(terms.size()).append('\n');
        terms.forEach(this::term);
    }

    /** A condition where a number is wanted. */
    private void truth(Term term) {
        operator(IF);
        condition(term);
        number(1);
        number(0);
    }

    /** A condition where one is wanted. */
    private void condition(Term term) {
        switch (term.operation()) {
            case Operation.Compare(Operation.Comparison comparison, Term left, Term right) -> {
                operator(
                        switch (comparison) {
                            case LE -> AT_MOST;
                            case LT -> LESS;
                            case EQ -> EQUAL;
                            case NE -> DIFFERENT;
                        });
                term(left);
                term(right);
            }
            case Operation.And(List<Term> terms) -> chain(AND, terms);
            case Operation.Or(List<Term> terms) -> chain(OR, terms);
            case Operation.Not(Term of) -> {
                operator(NOT);
                condition(of);
            }
            default -> {
                operator(DIFFERENT);
                term(term);
                number(0);
            }
        }
    }

    private void chain(int code, List<Term> terms) {
        for (int i = 1; i < terms.size(); i++) {
            operator(code);
        }
        terms.forEach(this::condition);
    }

    /** Whether the format has an operator for it; it rounds halves away from zero. */
    static boolean knows(Term term) {
        return switch (term.operation()) {
            case Operation.Constant(double value) -> Double.isFinite(value);
            case Operation.Round r -> false;
            case Operation.Variance v -> false;
            case Operation.StandardDeviation d -> false;
            case Operation.Lookup l -> false;
            default -> true;
        };
    }

    private static IllegalStateException unsaid(Term term) {
        return new IllegalStateException(term + " was not refused");
    }

    /** The digit by which {@code .nl} says how a row is bounded. */
    static int digit(Constraint.Relation relation) {
        return switch (relation) {
            case LE -> 1;
            case EQ -> 4;
        };
    }
}
