package mad.lsp.protocol;

import java.util.ArrayList;
import java.util.List;
import mad.lsp.Workspace;
import org.eclipse.lsp4j.DocumentDiagnosticReport;
import org.eclipse.lsp4j.RelatedFullDocumentDiagnosticReport;
import org.eclipse.lsp4j.WorkspaceDiagnosticParams;
import org.eclipse.lsp4j.WorkspaceDiagnosticReport;
import org.eclipse.lsp4j.WorkspaceDocumentDiagnosticReport;
import org.eclipse.lsp4j.WorkspaceFullDocumentDiagnosticReport;

/** Diagnostics for clients that ask for them. */
final class PullDiagnostics {
    private PullDiagnostics() {}

    static DocumentDiagnosticReport document(Session session, Workspace.State state, String file) {
        return new DocumentDiagnosticReport(new RelatedFullDocumentDiagnosticReport(
                Findings.of(state, session.publisher().all(state, file), session.features())));
    }

    static WorkspaceDiagnosticReport workspace(
            Session session, Workspace.State state, List<String> files, WorkspaceDiagnosticParams params) {
        List<WorkspaceDocumentDiagnosticReport> reports = new ArrayList<>();
        for (String file : files) {
            Integer version =
                    state.open().containsKey(file) ? state.open().get(file).version() : null;
            reports.add(new WorkspaceDocumentDiagnosticReport(new WorkspaceFullDocumentDiagnosticReport(
                    Findings.of(state, session.publisher().all(state, file), session.features()),
                    state.uri(file),
                    version)));
        }
        return new WorkspaceDiagnosticReport(reports);
    }
}
