package mad.lower;

import java.util.ArrayList;
import java.util.List;
import mad.program.Operation;
import mad.program.Operation.Comparison;
import mad.program.Term;
import mad.program.Terms;

/** What a condition says of others where it holds: under {@code in == out} the branch that wants {@code in != out} is not there. */
final class Facts {
    private final Terms t;
    private final List<Term> known = new ArrayList<>();

    private Facts(Terms t) {
        this.t = t;
    }

    static Facts where(Term condition, Terms t) {
        Facts facts = new Facts(t);
        facts.learn(condition);
        return facts;
    }

    private void learn(Term condition) {
        switch (condition.operation()) {
            case Operation.And and -> and.terms().forEach(this::learn);
            case Operation.Not(Term of)
            when of.operation() instanceof Operation.Or(List<Term> cases) -> cases.forEach(c -> learn(t.not(c)));
            default -> known.add(condition);
        }
    }

    /** {@code condition} with all that is known put in; a constant where that settles it. */
    Term decide(Term condition) {
        if (condition.isConstant() || known.isEmpty()) {
            return condition;
        }
        if (known.contains(condition)) {
            return t.truth(true);
        }
        if (known.contains(t.not(condition)) || known.stream().anyMatch(k -> excludes(k, condition))) {
            return t.truth(false);
        }
        return switch (condition.operation()) {
            case Operation.And(List<Term> parts) ->
                t.and(parts.stream().map(this::decide).toList());
            case Operation.Or(List<Term> cases) ->
                t.or(cases.stream().map(this::decide).toList());
            case Operation.Not(Term of) -> t.not(decide(of));
            default -> condition;
        };
    }

    /** Whether two conditions ask for different values of one term, or for an order that equality or its reverse forbids. */
    private static boolean excludes(Term fact, Term condition) {
        if (!(fact.operation() instanceof Operation.Compare(Comparison known, Term a, Term b))
                || !(condition.operation() instanceof Operation.Compare(Comparison asked, Term c, Term d))) {
            return false;
        }
        if (known == Comparison.EQ && asked == Comparison.LT) {
            return a == c && b == d || a == d && b == c;
        }
        if (known == Comparison.LT && asked == Comparison.EQ) {
            return a == c && b == d || a == d && b == c;
        }
        boolean values = known == Comparison.EQ && asked == Comparison.EQ;
        return values
                && (a == c && apart(b, d) || a == d && apart(b, c) || b == c && apart(a, d) || b == d && apart(a, c));
    }

    private static boolean apart(Term a, Term b) {
        return a.isConstant() && b.isConstant() && a != b;
    }

    /** {@code then} where {@code condition} holds, else {@code otherwise}; one of them where the condition says that they are equal. */
    static Term either(Term condition, Term then, Term otherwise, Terms t) {
        if (then == otherwise || condition.isConstant()) {
            return t.ifThenElse(condition, then, otherwise);
        }
        Term equal = t.eq(then, otherwise);
        if (where(t.not(condition), t).decide(equal).is(1)) {
            return then;
        }
        return where(condition, t).decide(equal).is(1) ? otherwise : t.ifThenElse(condition, then, otherwise);
    }
}
