package mad.semantic;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import mad.diagnostic.Diagnostic;
import mad.source.Span;

/** Where the analysis of one item puts what it finds. What is said or referred to twice counts once. */
final class Sink {
    private final Set<Diagnostic> diagnostics = new LinkedHashSet<>();
    private final Set<Reference> references = new LinkedHashSet<>();

    void report(Diagnostic diagnostic) {
        diagnostics.add(diagnostic);
    }

    void refer(Span use, Span declared) {
        references.add(new Reference(use, declared));
    }

    List<Diagnostic> diagnostics() {
        return List.copyOf(diagnostics);
    }

    List<Reference> references() {
        return List.copyOf(references);
    }
}
