package mad.semantic;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import mad.diagnostic.Diagnostic;
import mad.model.Type;
import mad.source.Span;

/** Where the analysis of one item puts what it finds. What is said or referred to twice counts once. */
final class Sink {
    private final Set<Diagnostic> diagnostics = new LinkedHashSet<>();
    private final Set<Reference> references = new LinkedHashSet<>();
    private final Map<Span, Type> types = new HashMap<>();

    void report(Diagnostic diagnostic) {
        diagnostics.add(diagnostic);
    }

    void refer(Span use, Span declared) {
        references.add(new Reference(use, declared));
    }

    /** The type of what is written at a span; of several readings the last. */
    void type(Span at, Type type) {
        types.put(at, type);
    }

    /** Takes over what another sink knows of names and types, and nothing of what it says. */
    void learn(Sink other) {
        references.addAll(other.references);
        types.putAll(other.types);
    }

    List<Diagnostic> diagnostics() {
        return List.copyOf(diagnostics);
    }

    List<Reference> references() {
        return List.copyOf(references);
    }

    Map<Span, Type> types() {
        return types;
    }
}
