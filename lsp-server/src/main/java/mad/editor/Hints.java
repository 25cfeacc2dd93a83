package mad.editor;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import mad.ast.Expr;
import mad.ast.Item;
import mad.ast.Member;
import mad.model.Primitive;
import mad.query.Report;
import mad.source.Span;
import org.jspecify.annotations.Nullable;

/** What a solved network says beside the text: shapes after stages, values behind domains. */
public final class Hints {
    private Hints() {}

    /** What a hint tells; each kind has a switch. */
    public enum Kind {
        SHAPE,
        VALUE
    }

    public record Hint(int offset, String text, String tooltip, Kind kind) {}

    public static List<Hint> in(Cursor cursor, Span range, Results results) {
        List<Hint> hints = new ArrayList<>();
        for (Item item : cursor.tree().items()) {
            if (item instanceof Item.Space space && touches(space.span(), range)) {
                for (Member member : space.members()) {
                    if (member instanceof Member.Part part && touches(part.span(), range)) {
                        current(results.at(part.span())).ifPresent(p -> part(part, p, hints));
                    } else if (member instanceof Member.Var decision && touches(decision.span(), range)) {
                        current(results.at(space.span())).ifPresent(p -> decision(decision, p.known(), hints));
                    }
                }
            }
        }
        // Where both stand at the end of a stage, the value of its depth comes before its shape.
        hints.sort(Comparator.comparingInt(Hint::offset).thenComparing(h -> h.kind() == Kind.SHAPE));
        return hints;
    }

    private static Optional<Results.Placed> current(List<Results.Placed> placed) {
        return placed.stream().filter(p -> p.known().current()).findFirst();
    }

    private static boolean touches(Span span, Span range) {
        return span.start() <= range.end() && range.start() <= span.end();
    }

    private static void decision(Member.Var decision, Results.Known known, List<Hint> hints) {
        Object value = known.report().variables().get(decision.name().text());
        if (value != null) {
            hints.add(value(decision.domain().span(), value, known));
        }
    }

    private static void part(Member.Part part, Results.Placed placed, List<Hint> hints) {
        Report.Row row = placed.row();
        String shape = "→ " + row.out() + " × " + row.size() + "²";
        String costs = Quantities.of(row.params()) + " params, " + Quantities.of(row.macs()) + " MACs ";
        hints.add(new Hint(
                part.span().end(),
                shape + ", " + Quantities.of(row.macs()) + " MACs",
                costs + of(placed.known()),
                Kind.SHAPE));
        if (part.depth() != null && isChoice(part.depth())) {
            hints.add(value(part.depth().span(), row.depth(), placed.known()));
        }
        for (Member.Choice choice : part.choices()) {
            if (choice instanceof Member.Choice.Apply(var apply)) {
                String block = apply.path().last().text();
                if (part.choices().size() == 1 || block.equals(row.block())) {
                    arguments(block, apply.args(), placed, hints);
                }
            }
        }
    }

    /** The values behind the arguments that are choices; those without a name belong to the first parameters, in order. */
    private static void arguments(String block, List<Item.Arg> args, Results.Placed placed, List<Hint> hints) {
        List<String> parameters = Primitive.byName(block)
                .map(p -> p.parameters().stream().map(Primitive.Slot::name).toList())
                .orElseGet(() -> List.copyOf(placed.row().arguments().keySet()));
        int position = 0;
        for (Item.Arg arg : args) {
            int place = arg.name() == null
                    ? position++
                    : parameters.indexOf(arg.name().text());
            if (isChoice(arg.value()) && 0 <= place && place < parameters.size()) {
                Object value = chosen(placed, parameters.get(place));
                if (value != null) {
                    hints.add(value(arg.span(), value, placed.known()));
                }
            }
        }
    }

    /** A block tells its arguments; those of a layer that stands alone are known where they were decided. */
    private static @Nullable Object chosen(Results.Placed placed, String parameter) {
        Object argument = placed.row().arguments().get(parameter);
        return argument != null
                ? argument
                : placed.known().report().variables().get(placed.row().name() + "." + parameter);
    }

    private static Hint value(Span choice, Object value, Results.Known known) {
        return new Hint(choice.end(), "= " + value, of(known), Kind.VALUE);
    }

    private static String of(Results.Known known) {
        return "in the design `" + known.design() + "`";
    }

    /** Whether a value is not plain from its text. */
    private static boolean isChoice(@Nullable Expr value) {
        return !(value instanceof Expr.Number
                || value instanceof Expr.Bool
                || value instanceof Expr.Text
                || value == null);
    }
}
