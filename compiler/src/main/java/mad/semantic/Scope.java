package mad.semantic;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import mad.ast.Name;
import mad.model.Definition;
import mad.model.Symbol;
import org.jspecify.annotations.Nullable;

/** The local names at one place, innermost first, and what else is known there. Immutable: binding makes a new scope. */
record Scope(Place place, @Nullable Scope outer, @Nullable Symbol symbol, List<Name> later) {
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
            return deciding(new Decisions(prefix));
        }

        private Place deciding(Decisions decisions) {
            return new Place(network, block, outcome, parts, decisions);
        }
    }

    /** Hands out readable names to decisions: the first is {@code stage2.mid}, others {@code stage2.mid.2}. */
    static final class Decisions {
        private final String prefix;
        private final Map<String, Integer> counts;

        private Decisions(String prefix, Map<String, Integer> counts) {
            this.prefix = prefix;
            this.counts = counts;
        }

        Decisions(String prefix) {
            this(prefix, new HashMap<>());
        }

        String next() {
            int count = counts.merge(prefix, 1, Integer::sum);
            return count == 1 ? prefix : prefix + "." + count;
        }
    }

    /** For one argument: decisions made there are named after it too. */
    Scope argument(String name) {
        Decisions d = place.decisions();
        return d == null ? this : at(place.deciding(new Decisions(d.prefix + "." + name, d.counts)));
    }

    static Scope of(Place place) {
        return new Scope(place, null, null, List.of());
    }

    Scope bind(Symbol symbol) {
        return new Scope(place, this, symbol, List.of());
    }

    Scope bindAll(List<Symbol> symbols) {
        Scope scope = this;
        for (Symbol symbol : symbols) {
            scope = scope.bind(symbol);
        }
        return scope;
    }

    Scope at(Place place) {
        return new Scope(place, this, null, List.of());
    }

    /** With names that are defined further below, which nothing here may use yet. */
    Scope before(List<Name> later) {
        return new Scope(place, this, null, later);
    }

    /** The definition of a name that is not known yet, or null. */
    @Nullable
    Name later(String name) {
        for (Scope s = this; s != null; s = s.outer) {
            for (Name later : s.later) {
                if (later.text().equals(name)) {
                    return later;
                }
            }
        }
        return null;
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
