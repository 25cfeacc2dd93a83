package mad.network;

import mad.model.Symbol;
import org.jspecify.annotations.Nullable;

/** What local names stand for: a chain in which the innermost binding of a name counts. */
final class Scope {
    static final Scope EMPTY = new Scope(null, null, null);

    private final @Nullable Scope outer;
    private final @Nullable Symbol symbol;
    private final @Nullable Value value;

    private Scope(@Nullable Scope outer, @Nullable Symbol symbol, @Nullable Value value) {
        this.outer = outer;
        this.symbol = symbol;
        this.value = value;
    }

    Scope with(Symbol name, Value meaning) {
        return new Scope(this, name, meaning);
    }

    @Nullable
    Value find(Symbol name) {
        for (Scope at = this; at != null; at = at.outer) {
            if (at.symbol != null
                    && at.symbol.declared().equals(name.declared())
                    && at.symbol.name().equals(name.name())) {
                return at.value;
            }
        }
        return null;
    }
}
