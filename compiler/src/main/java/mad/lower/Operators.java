package mad.lower;

import java.util.List;
import mad.model.Expression;
import mad.program.Term;
import mad.program.Terms;

/** Arithmetic, logic and comparison in terms. */
record Operators(Terms t, Evaluator evaluator) {
    /** The most whole exponents of a base that may be 0 or less. */
    private static final int MOST_EXPONENTS = 64;

    Symbolic apply(Expression.Apply e, Context context) {
        return switch (e.operator()) {
            case ADD -> num(t.add(arg(e, 0, context), arg(e, 1, context)));
            case SUBTRACT -> num(t.subtract(arg(e, 0, context), arg(e, 1, context)));
            case MULTIPLY -> num(t.multiply(arg(e, 0, context), arg(e, 1, context)));
            case DIVIDE -> num(t.divide(arg(e, 0, context), arg(e, 1, context)));
            case POWER -> num(power(arg(e, 0, context), arg(e, 1, context)));
            case NEGATE -> num(t.negate(arg(e, 0, context)));
            case LOG -> num(t.log(arg(e, 0, context)));
            case EXP -> num(t.exp(arg(e, 0, context)));
            case SQRT -> num(t.sqrt(arg(e, 0, context)));
            case FLOOR -> num(t.floor(arg(e, 0, context)));
            case CEIL -> num(t.ceil(arg(e, 0, context)));
            case ROUND -> num(t.round(arg(e, 0, context)));
            case ABS -> num(t.abs(arg(e, 0, context)));
            case MOD -> {
                Term a = arg(e, 0, context);
                Term b = arg(e, 1, context);
                yield num(t.subtract(a, t.multiply(b, t.floor(t.divide(a, b)))));
            }
            case AND -> {
                Term left = arg(e, 0, context);
                yield truth(left.is(0) ? left : t.and(List.of(left, arg(e, 1, context))));
            }
            case OR -> {
                Term left = arg(e, 0, context);
                yield truth(left.is(1) ? left : t.or(List.of(left, arg(e, 1, context))));
            }
            case NOT -> truth(t.not(arg(e, 0, context)));
            case LE -> truth(t.le(arg(e, 0, context), arg(e, 1, context)));
            case LT -> truth(t.lt(arg(e, 0, context), arg(e, 1, context)));
            case EQ -> equal(e, context, true);
            case NE -> equal(e, context, false);
            case LENGTH -> {
                if (!(evaluator.value(e.args().getFirst(), context) instanceof Symbolic.ListOf list)) {
                    throw new Refusal(LoweringMessages.hole(e.span()));
                }
                yield num(t.sum(
                        list.elements().stream().map(Symbolic.Element::count).toList()));
            }
        };
    }

    private Symbolic equal(Expression.Apply e, Context context, boolean same) {
        Symbolic left = evaluator.value(e.args().get(0), context);
        Symbolic right = evaluator.value(e.args().get(1), context);
        if (left instanceof Symbolic.Text a && right instanceof Symbolic.Text b) {
            return truth(t.truth(a.text().equals(b.text()) == same));
        }
        Term a = term(left, e);
        Term b = term(right, e);
        return truth(same ? t.eq(a, b) : t.ne(a, b));
    }

    private static Term term(Symbolic value, Expression.Apply e) {
        return switch (value) {
            case Symbolic.Num num -> num.term();
            case Symbolic.Truth truth -> truth.term();
            case Symbolic other -> throw new Refusal(LoweringMessages.hole(e.span()));
        };
    }

    /** A known exponent is a power of its base; any other goes through {@code exp(b log a)}, which wants a positive base. */
    private Term power(Term base, Term exponent) {
        if (exponent.isConstant()) {
            return t.power(base, exponent.interval().lo());
        }
        double least = exponent.interval().lo();
        double most = exponent.interval().hi();
        if (base.interval().lo() <= 0 && exponent.isIntegral() && most - least <= MOST_EXPONENTS) {
            Term chosen = t.power(base, most);
            for (double k = most - 1; k >= least; k--) {
                chosen = t.ifThenElse(t.eq(exponent, t.constant(k)), t.power(base, k), chosen);
            }
            return chosen;
        }
        return t.exp(t.multiply(exponent, t.log(base)));
    }

    private Term arg(Expression.Apply e, int i, Context context) {
        return evaluator.number(e.args().get(i), context);
    }

    private static Symbolic num(Term term) {
        return new Symbolic.Num(term);
    }

    private static Symbolic truth(Term term) {
        return new Symbolic.Truth(term);
    }
}
