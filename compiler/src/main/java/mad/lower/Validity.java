package mad.lower;

import java.util.ArrayList;
import java.util.List;
import mad.diagnostic.Diagnostic;
import mad.model.Definition;
import mad.model.Parameter;
import mad.model.Primitive;
import mad.model.Statement;
import mad.model.Type;
import mad.program.Term;
import mad.program.Terms;
import mad.source.Span;

/**
 * What must hold for a network to be one: joined maps fit, groups divide channels, nothing shrinks to nothing. What is broken
 * whatever is chosen is refused; what depends on decisions becomes a condition of the program.
 */
final class Validity {
    /** The largest number an argument of a layer may be; products of two of them are exact. */
    private static final double LARGEST = 0x1p31;

    private final Terms t;
    private final List<Condition> conditions = new ArrayList<>();

    Validity(Terms t) {
        this.t = t;
    }

    /** {@code holds} must be 1. */
    record Condition(String name, Term holds, Span span) {}

    List<Condition> conditions() {
        return List.copyOf(conditions);
    }

    void layer(Statement.Layer layer, List<Term> args, Extent in, Term guard) {
        switch (layer.primitive()) {
            case CONV -> {
                divides(layer, args.get(3), in.channels(), "channels that enter `conv`", guard);
                divides(layer, args.get(3), args.get(0), "channels that leave `conv`", guard);
            }
            case SHUFFLE -> divides(layer, args.getFirst(), in.channels(), "channels that enter `shuffle`", guard);
            case SPACE_TO_DEPTH -> {
                divides(layer, args.getFirst(), in.rows(), "rows that enter `space_to_depth`", guard);
                divides(layer, args.getFirst(), in.columns(), "columns that enter `space_to_depth`", guard);
            }
            case SLICE ->
                require(
                        layer.span(),
                        "`slice` keeps channels that there are",
                        t.le(t.add(args.get(0), args.get(1)), in.channels()),
                        guard,
                        LoweringMessages.shape(layer.span(), "slice", "it keeps more channels than enter"));
            case PICK ->
                require(
                        layer.span(),
                        "`pick` takes a position that there is",
                        t.lt(args.getFirst(), in.pixels(t)),
                        guard,
                        LoweringMessages.shape(layer.span(), "pick", "it takes a position beyond the last"));
            default -> {}
        }
    }

    /** What a parameter asks of its argument beyond its type. */
    void parameter(Parameter parameter, Symbolic argument, Span at, Term guard) {
        boolean whole = parameter.symbol().type() instanceof Type.Num type && type.integer();
        if (argument instanceof Symbolic.Num(Term value)) {
            range("`" + parameter.name() + "`", parameter.range(), whole, value, at, guard);
        }
    }

    /** The ranges of a primitive's arguments. */
    void arguments(Statement.Layer layer, List<Term> args, Term guard) {
        for (int i = 0; i < args.size(); i++) {
            Primitive.Slot slot = layer.primitive().parameters().get(i);
            boolean whole = slot.type() instanceof Type.Num type && type.integer();
            String name = "`" + slot.name() + "` of `" + layer.primitive().text() + "`";
            range(name, slot.range(), whole, args.get(i), layer.span(), guard);
            if (whole && args.get(i).interval().hi() > LARGEST) {
                Diagnostic large = LoweringMessages.tooLarge(
                        layer.span(), name, args.get(i).interval().lo(), LARGEST);
                require(layer.span(), name + " is not too large", t.le(args.get(i), t.constant(LARGEST)), guard, large);
            }
        }
    }

    /** Every depth is a whole number of 1 or more. */
    void depth(Definition.Part part, Term depth) {
        String name = "depth of `" + part.name() + "`";
        range(name, Parameter.Range.AT_LEAST_ONE, true, depth, part.depth().span(), t.truth(true));
    }

    private void range(String name, Parameter.Range range, boolean whole, Term value, Span at, Term guard) {
        Double least = switch (range) {
            case ANY -> null;
            case AT_LEAST_ZERO -> 0.0;
            case AT_LEAST_ONE, ODD -> 1.0;
        };
        if (least != null && value.interval().lo() < least) {
            Diagnostic low =
                    LoweringMessages.layerOutOfRange(at, name, value.interval().lo(), least);
            require(
                    at,
                    name + " is at least " + LoweringMessages.show(least),
                    t.le(t.constant(least), value),
                    guard,
                    low);
        }
        if (whole && !value.isIntegral()) {
            Diagnostic broken =
                    LoweringMessages.notWhole(at, name, value.interval().lo());
            require(at, name + " is whole", t.eq(t.floor(value), value), guard, broken);
        }
        if (range == Parameter.Range.ODD && Remainder.of(value, 2) != 1) {
            Term half = t.divide(t.subtract(value, t.constant(1)), t.constant(2));
            Diagnostic even = LoweringMessages.notOdd(at, name, value.interval().lo());
            require(at, name + " is odd", t.eq(t.floor(half), half), guard, even);
        }
    }

    /** Every side of what leaves a layer is at least 1. */
    void size(Statement.Layer layer, Extent out, Term guard) {
        boolean shrinks = layer.primitive() == Primitive.CONV
                || layer.primitive() == Primitive.MAXPOOL
                || layer.primitive() == Primitive.AVGPOOL;
        if (shrinks) {
            for (Term side : List.of(out.frames(), out.rows(), out.columns())) {
                require(
                        layer.span(),
                        "`" + layer.primitive().text() + "` leaves something",
                        t.le(t.constant(1), side),
                        guard,
                        LoweringMessages.layerOutOfRange(
                                layer.span(),
                                "size that leaves `" + layer.primitive().text() + "`",
                                side.interval().hi(),
                                1));
            }
        }
    }

    private void divides(Statement.Layer layer, Term divisor, Term of, String what, Term guard) {
        if (divisor == of || divisor.is(1)) {
            return;
        }
        if (divisor.isConstant()
                && divisor.interval().lo() < 1e6
                && Remainder.of(of, (int) divisor.interval().lo()) == 0) {
            return;
        }
        Term ratio = t.divide(of, divisor);
        Term holds = ratio.isIntegral() ? t.truth(true) : t.eq(t.floor(ratio), ratio);
        require(
                layer.span(),
                "groups divide the " + what,
                holds,
                guard,
                LoweringMessages.divide(
                        layer.span(),
                        what + " (" + LoweringMessages.show(of.interval().lo()) + ")",
                        divisor.interval().lo()));
    }

    void same(Statement.Layer join, Extent a, Extent b, Term guard) {
        equal(join, a.channels(), b.channels(), "channels", guard);
        sameSize(join, a, b, guard);
    }

    void sameSize(Statement.Layer join, Extent a, Extent b, Term guard) {
        equal(join, a.frames(), b.frames(), "frames", guard);
        equal(join, a.rows(), b.rows(), "rows", guard);
        equal(join, a.columns(), b.columns(), "columns", guard);
    }

    void gates(Statement.Layer join, Extent gated, Extent gate, Term guard) {
        equal(join, gated.channels(), gate.channels(), "channels", guard);
        broadcast(join, gated.frames(), gate.frames(), "frames", guard);
        broadcast(join, gated.rows(), gate.rows(), "rows", guard);
        broadcast(join, gated.columns(), gate.columns(), "columns", guard);
    }

    private void broadcast(Statement.Layer join, Term gated, Term gate, String what, Term guard) {
        if (!gate.is(1)) {
            equal(join, gated, gate, what, t.and(List.of(guard, t.ne(gate, t.constant(1)))));
        }
    }

    void attends(Statement.Layer join, Extent queries, Extent keys, Extent values, Term heads, Term guard) {
        equal(join, queries.channels(), keys.channels(), "channels", guard);
        equal(join, keys.pixels(t), values.pixels(t), "positions", guard);
        divides(join, heads, queries.channels(), "channels that enter `attend`", guard);
        divides(join, heads, values.channels(), "channels that leave `attend`", guard);
    }

    private void equal(Statement.Layer join, Term a, Term b, String what, Term guard) {
        String name = join.primitive().text();
        String why = "one has " + LoweringMessages.show(a.interval().lo()) + " " + what + " and another "
                + LoweringMessages.show(b.interval().lo());
        require(
                join.span(),
                "branches of `" + name + "` have equal " + what,
                t.eq(a, b),
                guard,
                LoweringMessages.shape(join.span(), name, why));
    }

    private void require(Span at, String name, Term holds, Term guard, Diagnostic broken) {
        Term condition = t.implies(guard, Facts.where(guard, t).decide(holds));
        if (condition.is(1)) {
            return;
        }
        if (condition.is(0)) {
            throw new Refusal(broken);
        }
        conditions.add(new Condition(name, condition, at));
    }
}
