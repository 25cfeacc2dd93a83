package mad.view;

import java.util.HashMap;
import java.util.Map;
import mad.model.Definition;
import mad.model.Expression;
import mad.model.Parameter;
import mad.model.Symbol;
import mad.model.Type;
import mad.query.Snapshot;
import mad.source.Span;
import org.jspecify.annotations.Nullable;

/** Finds the number that was written for an expression: in its place, as a default, as a constant, or as an argument. */
final class Written {
    private final Snapshot snapshot;
    private final Map<Symbol, Expression> names = new HashMap<>();

    Written(Snapshot snapshot, Definition.Design design) {
        this.snapshot = snapshot;
        for (Parameter parameter : design.parameters()) {
            if (parameter.fallback() != null) {
                names.put(parameter.symbol(), parameter.fallback());
            }
        }
        design.bindings().forEach(b -> names.put(b.symbol(), b.value()));
    }

    /** Nothing where it is computed from several numbers, or from none. */
    @Nullable
    Literal literal(Expression expression) {
        return switch (expression) {
            case Expression.Number number -> read(number.span(), number.value(), number.type());
            case Expression.LetIn let -> {
                names.put(let.symbol(), let.bound());
                yield literal(let.value());
            }
            case Expression.Local local -> {
                Expression known = names.get(local.symbol());
                yield known == null ? null : literal(known);
            }
            case Expression.Call constant
            when constant.function().isConstant() -> literal(constant.function().body());
            default -> null;
        };
    }

    private @Nullable Literal read(Span span, double value, Type type) {
        return Literal.read(span, snapshot.text(span), value, type instanceof Type.Num num && num.integer());
    }

    /** Whether it means a number that nothing decides. */
    boolean isNumber(Expression expression) {
        return literal(expression) != null;
    }
}
