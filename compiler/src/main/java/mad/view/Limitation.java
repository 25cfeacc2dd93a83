package mad.view;

import java.util.ArrayList;
import java.util.List;
import mad.model.Definition;
import mad.model.Expression;
import mad.model.Operator;
import mad.model.Type;
import mad.query.OwnLimit;
import mad.query.Snapshot;
import mad.query.StandardLibrary;
import mad.source.Span;
import org.jspecify.annotations.Nullable;

/**
 * A number that something must not exceed, or must reach: a limit of a budget, or a requirement that compares with a number.
 *
 * @param budget its name; empty for a requirement
 * @param span of the whole statement, by which the solver knows it
 * @param literal the number as it is written; null where it is computed
 * @param own how the design gets a limit of its own, where the number stands in the standard library
 */
record Limitation(
        String name,
        String budget,
        Expression value,
        boolean upper,
        Expression bound,
        Span span,
        @Nullable Literal literal,
        @Nullable OwnLimit own) {
    static List<Limitation> of(Definition.Design design, Snapshot snapshot) {
        Written written = new Written(snapshot, design);
        List<Limitation> all = new ArrayList<>();
        for (Definition.Limit l : design.limits()) {
            Literal literal = literal(l.value(), l.bound(), written);
            boolean foreign =
                    literal != null && StandardLibrary.isModule(literal.span().file());
            OwnLimit own = foreign ? OwnLimit.of(snapshot, design, l).orElse(null) : null;
            all.add(new Limitation(l.metric(), l.budget(), l.value(), l.upper(), l.bound(), l.span(), literal, own));
        }
        for (Definition.Requirement r : design.requirements()) {
            required(r.condition(), r.span(), written, snapshot, all);
        }
        return all;
    }

    private static void required(
            Expression condition, Span span, Written written, Snapshot snapshot, List<Limitation> all) {
        if (!(condition instanceof Expression.Apply apply)) {
            return;
        }
        if (apply.operator() == Operator.AND) {
            apply.args().forEach(part -> required(part, span, written, snapshot, all));
        } else if (apply.operator() == Operator.LE) {
            Expression left = apply.args().get(0);
            Expression right = apply.args().get(1);
            if (written.isNumber(right) && !written.isNumber(left)) {
                all.add(required(left, true, right, span, written, snapshot));
            } else if (written.isNumber(left) && !written.isNumber(right)) {
                all.add(required(right, false, left, span, written, snapshot));
            }
        }
    }

    private static Limitation required(
            Expression value, boolean upper, Expression bound, Span span, Written written, Snapshot snapshot) {
        String name = snapshot.text(value.span()).replaceAll("\\s+", " ").strip();
        return new Limitation(name, "", value, upper, bound, span, literal(value, bound, written), null);
    }

    /** A whole number limits what may be any number: it may be dragged to any number too. */
    private static @Nullable Literal literal(Expression value, Expression bound, Written written) {
        Literal literal = written.literal(bound);
        boolean whole = value.type() instanceof Type.Num num && num.integer();
        return literal == null || whole ? literal : literal.real();
    }
}
