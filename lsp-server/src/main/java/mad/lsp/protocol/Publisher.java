package mad.lsp.protocol;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import mad.diagnostic.Diagnostic;
import mad.diagnostic.Severity;
import mad.lsp.Document;
import mad.lsp.Workspace;
import org.eclipse.lsp4j.PublishDiagnosticsParams;

/** Says after every change what is wrong: first in the file that changed, then in those that see it. Only ever of the latest text. */
final class Publisher {
    private final Session session;
    private final Set<String> due = ConcurrentHashMap.newKeySet();
    private final Map<String, PublishDiagnosticsParams> last = new ConcurrentHashMap<>();

    Publisher(Session session) {
        this.session = session;
    }

    void changed(String file) {
        due(file);
        session.threads().later("diagnostics", () -> {
            for (String other : Workspace.seers(session.workspace().state(), file)) {
                if (!other.equals(file)) {
                    due(other);
                }
            }
        });
    }

    void due(String file) {
        if (due.add(file)) {
            session.threads().later("diagnostics", () -> {
                due.remove(file);
                publish(file);
            });
        }
    }

    void everything() {
        session.workspace().state().open().keySet().forEach(this::due);
    }

    /** A closed file has nothing to say: the next client, or the same one later, starts clean. */
    void closed(String file, String uri) {
        last.remove(file);
        session.threads().later("diagnostics", () -> {
            if (!session.workspace().state().open().containsKey(file)) {
                session.client().publishDiagnostics(new PublishDiagnosticsParams(uri, List.of()));
            }
        });
    }

    private void publish(String file) {
        Workspace.State state = session.workspace().state();
        Document document = state.open().get(file);
        if (document == null || session.settings().pull()) {
            return;
        }
        PublishDiagnosticsParams params =
                new PublishDiagnosticsParams(document.uri(), Findings.of(state, all(state, file), session.features()));
        params.setVersion(document.version());
        if (!params.equals(last.put(file, params))) {
            session.client().publishDiagnostics(params);
        }
    }

    /** What parser, analysis and, for the text as it is, the solver say. */
    List<Diagnostic> all(Workspace.State state, String file) {
        List<Diagnostic> all = new ArrayList<>(state.snapshot().diagnostics(file));
        session.solving().answers().findings(state, file).stream()
                .filter(d -> d.severity() != Severity.INFO || session.settings().remarks())
                .forEach(all::add);
        return all;
    }
}
