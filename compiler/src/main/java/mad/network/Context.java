package mad.network;

import mad.model.Symbol;
import org.jspecify.annotations.Nullable;

/** What an expression can see: local names, inside a block what enters it, and outside of blocks the finished network. */
record Context(
        Scope scope,
        @Nullable Surroundings surroundings,
        @Nullable View view) {
    static final Context NOTHING = new Context(Scope.EMPTY, null, null);

    Context with(Symbol symbol, Value value) {
        return new Context(scope.with(symbol, value), surroundings, view);
    }

    Context with(Scope other) {
        return new Context(other, surroundings, view);
    }

    /** Inside the body of a metric or function: its parameters only, but the same network. */
    Context withoutNames() {
        return new Context(Scope.EMPTY, null, view);
    }

    Context seeing(View other) {
        return new Context(scope, surroundings, other);
    }
}
