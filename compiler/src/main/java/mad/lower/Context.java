package mad.lower;

import mad.model.Symbol;
import org.jspecify.annotations.Nullable;

/**
 * What an expression sees: local names, and the network or the part of it that it is asked of.
 *
 * @param whole the network itself; null while it is being elaborated
 */
record Context(
        Environment environment,
        @Nullable SymbolicNetwork view,
        @Nullable SymbolicNetwork whole) {
    static Context of(Environment environment) {
        return new Context(environment, null, null);
    }

    static Context of(Environment environment, SymbolicNetwork network) {
        return new Context(environment, network, network);
    }

    Context with(Symbol symbol, Symbolic value) {
        return new Context(environment.with(symbol, value), view, whole);
    }

    Context with(Environment environment) {
        return new Context(environment, view, whole);
    }

    Context asking(SymbolicNetwork part) {
        return new Context(environment, part, whole);
    }
}
