package mad.lsp.protocol;

import java.util.List;
import mad.diagnostic.Code;
import mad.diagnostic.Diagnostic;
import mad.lsp.Workspace;
import org.eclipse.lsp4j.DiagnosticCodeDescription;
import org.eclipse.lsp4j.DiagnosticRelatedInformation;
import org.eclipse.lsp4j.DiagnosticSeverity;
import org.eclipse.lsp4j.DiagnosticTag;

/** Diagnostics as the protocol has them. */
final class Findings {
    /** Of one file: nobody reads more, and a list of all the mistakes of a machine-made file can outgrow the server's memory. */
    private static final int MOST = 1_000;

    private Findings() {}

    static List<org.eclipse.lsp4j.Diagnostic> of(Workspace.State state, List<Diagnostic> said, Client client) {
        Translation translation = new Translation(state);
        return said.stream().limit(MOST).map(d -> one(translation, d, client)).toList();
    }

    private static org.eclipse.lsp4j.Diagnostic one(Translation translation, Diagnostic said, Client client) {
        org.eclipse.lsp4j.Diagnostic diagnostic = new org.eclipse.lsp4j.Diagnostic(
                translation.range(said.span()), said.message(), severity(said.code()), "mad");
        diagnostic.setCode(said.code().id());
        diagnostic.setCodeDescription(new DiagnosticCodeDescription(page(said.code())));
        if (said.code() == Code.UNUSED_IMPORT) {
            diagnostic.setTags(List.of(DiagnosticTag.Unnecessary));
        }
        if (client.related() && !said.notes().isEmpty()) {
            diagnostic.setRelatedInformation(said.notes().stream()
                    .map(n -> new DiagnosticRelatedInformation(translation.location(n.span()), n.text()))
                    .toList());
        }
        return diagnostic;
    }

    /** The page of a code, a document that the server itself gives. */
    static String page(Code code) {
        return "mad:/error/" + code.id() + ".md";
    }

    private static DiagnosticSeverity severity(Code code) {
        return switch (code.severity()) {
            case ERROR -> DiagnosticSeverity.Error;
            case WARNING -> DiagnosticSeverity.Warning;
            // Good designs reach limits; that is worth a hint, and no line in a list of problems.
            case INFO -> code == Code.BOUND_ACTIVE ? DiagnosticSeverity.Hint : DiagnosticSeverity.Information;
        };
    }
}
