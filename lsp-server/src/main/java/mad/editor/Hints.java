package mad.editor;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import mad.ast.Expr;
import mad.ast.Item;
import mad.ast.Member;
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
                        results.at(part.span()).stream()
                                .filter(p -> p.known().current())
                                .findFirst()
                                .ifPresent(p -> part(part, p, hints));
                    }
                }
            }
        }
        // Where both stand at the end of a stage, the value of its depth comes before its shape.
        hints.sort(Comparator.comparingInt(Hint::offset).thenComparing(h -> h.kind() == Kind.SHAPE));
        return hints;
    }

    private static boolean touches(Span span, Span range) {
        return span.start() <= range.end() && range.start() <= span.end();
    }

    private static void part(Member.Part part, Results.Placed placed, List<Hint> hints) {
        Report.Row row = placed.row();
        String of = "in the design `" + placed.known().design() + "`";
        String shape = "→ " + row.out() + " × " + row.size() + "²";
        String costs = Quantities.of(row.params()) + " params, " + Quantities.of(row.macs()) + " MACs";
        hints.add(new Hint(
                part.span().end(), shape + ", " + Quantities.of(row.macs()) + " MACs", costs + " " + of, Kind.SHAPE));
        if (part.depth() != null && isChoice(part.depth())) {
            hints.add(new Hint(part.depth().span().end(), "= " + row.depth(), of, Kind.VALUE));
        }
        for (Member.Choice choice : part.choices()) {
            boolean chosen = choice instanceof Member.Choice.Apply a
                    && a.apply().path().last().text().equals(row.block());
            if (chosen && choice instanceof Member.Choice.Apply(var apply)) {
                for (int i = 0; i < apply.args().size(); i++) {
                    int end = apply.args().get(i).span().end();
                    value(apply.args().get(i), i, row)
                            .ifPresent(v -> hints.add(new Hint(end, "= " + v, of, Kind.VALUE)));
                }
            }
        }
    }

    private static Optional<Object> value(Item.Arg arg, int place, Report.Row row) {
        if (!isChoice(arg.value())) {
            return Optional.empty();
        }
        return arg.name() == null
                ? row.arguments().values().stream().skip(place).findFirst()
                : Optional.ofNullable(row.arguments().get(arg.name().text()));
    }

    /** Whether a value is not plain from its text. */
    private static boolean isChoice(@Nullable Expr value) {
        return !(value instanceof Expr.Number
                || value instanceof Expr.Bool
                || value instanceof Expr.Text
                || value == null);
    }
}
