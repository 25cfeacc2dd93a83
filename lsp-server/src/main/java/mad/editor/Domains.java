package mad.editor;

import java.util.OptionalDouble;
import java.util.OptionalLong;
import mad.ast.Expr;
import mad.query.Amount;
import org.jspecify.annotations.Nullable;

/** The sizes of domains that are written out in numbers. */
final class Domains {
    private Domains() {}

    /** How many values a range has; empty where its ends are no numbers, or it is continuous. */
    static OptionalLong size(Expr.Range range) {
        OptionalDouble from = number(range.from());
        OptionalDouble to = number(range.to());
        OptionalDouble step = range.step() == null ? OptionalDouble.of(1) : number(range.step());
        boolean whole = from.isPresent() && from.getAsDouble() == Math.rint(from.getAsDouble());
        if (to.isEmpty()
                || from.isEmpty()
                || step.isEmpty()
                || step.getAsDouble() <= 0
                || range.step() == null && !whole) {
            return OptionalLong.empty();
        }
        return OptionalLong.of(Math.max(
                0, (long) Math.floor((to.getAsDouble() - from.getAsDouble()) / step.getAsDouble() + 1e-9) + 1));
    }

    private static OptionalDouble number(@Nullable Expr expr) {
        return expr instanceof Expr.Number n
                ? Amount.read(
                        n.unit() == null
                                ? n.digits()
                                : n.digits() + " " + n.unit().text())
                : OptionalDouble.empty();
    }
}
