package mad.semantic;

import java.util.ArrayList;
import java.util.List;
import mad.diagnostic.Diagnostic;
import mad.source.Span;

/** Where the analysis of one item puts what it finds. */
final class Sink {
    private final List<Diagnostic> diagnostics = new ArrayList<>();
    private final List<Reference> references = new ArrayList<>();

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
