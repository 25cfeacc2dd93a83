package mad.semantic;

import java.util.ArrayList;
import java.util.List;
import mad.model.Definition;
import mad.model.Symbol;
import org.jspecify.annotations.Nullable;

/** The local names at one place, innermost first, and what else is known there. Immutable: binding makes a new scope. */
record Scope(Place place, @Nullable Scope outer, @Nullable Symbol symbol) {
    /**
     * What an expression may ask for besides names.
     *
     * @param network layers, stages, levels and metrics
     * @param block {@code in}, {@code first}, {@code size}, {@code pixels}
     * @param outcome {@code gap}, {@code bound}, {@code objective}
     * @param parts the parts of the space whose labels and arguments are known; null where there is none
     * @param decisions the prefix for the names of decisions made here; null where a domain is no decision
     */
    record Place(
            boolean network,
            boolean block,
            boolean outcome,
            @Nullable List<Definition.Part> parts,
            @Nullable Decisions decisions) {
        static final Place PLAIN = new Place(false, false, false, null, null);
        static final Place NETWORK = new Place(true, false, false, null, null);
        static final Place BLOCK = new Place(false, true, false, null, null);

        Place withParts(List<Definition.Part> parts) {
            return new Place(network, block, outcome, parts, decisions);
        }

        Place withNetwork() {
            return new Place(true, block, outcome, parts, decisions);
        }

        Place withOutcome() {
            return new Place(network, block, true, parts, decisions);
        }

        Place deciding(String prefix) {
            return new Place(network, block, outcome, parts, new Decisions(prefix));
        }
    }

    /** Hands out readable names to the decisions of one argument: the first is {@code stage2.mid}, others {@code stage2.mid.2}. */
    static final class Decisions {
        private final String prefix;
        private int count;

        Decisions(String prefix) {
            this.prefix = prefix;
        }

        String next() {
            count++;
            return count == 1 ? prefix : prefix + "." + count;
        }
    }

    static Scope of(Place place) {
        return new Scope(place, null, null);
    }

    Scope bind(Symbol symbol) {
        return new Scope(place, this, symbol);
    }

    Scope bindAll(List<Symbol> symbols) {
        Scope scope = this;
        for (Symbol symbol : symbols) {
            scope = scope.bind(symbol);
        }
        return scope;
    }

    Scope at(Place place) {
        return new Scope(place, this, null);
    }

    @Nullable
    Symbol find(String name) {
        for (Scope s = this; s != null; s = s.outer) {
            if (s.symbol != null && s.symbol.name().equals(name)) {
                return s.symbol;
            }
        }
        return null;
    }

    List<String> names() {
        List<String> names = new ArrayList<>();
        for (Scope s = this; s != null; s = s.outer) {
            if (s.symbol != null) {
                names.add(s.symbol.name());
            }
        }
        return names;
    }
}
