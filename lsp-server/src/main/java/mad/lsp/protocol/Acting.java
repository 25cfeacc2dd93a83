package mad.lsp.protocol;

import java.util.ArrayList;
import java.util.List;
import mad.diagnostic.Diagnostic;
import mad.editor.Actions;
import mad.editor.Cursor;
import mad.source.Span;
import org.eclipse.lsp4j.CodeAction;
import org.eclipse.lsp4j.CodeActionKind;
import org.eclipse.lsp4j.CodeActionParams;
import org.eclipse.lsp4j.Command;
import org.eclipse.lsp4j.jsonrpc.messages.Either;

/** Quick fixes and refactorings. */
record Acting(Translation translation, Client client) {
    List<Either<Command, CodeAction>> at(CodeActionParams params, List<Diagnostic> said) {
        if (!client.codeActions()) {
            return List.of();
        }
        String uri = params.getTextDocument().getUri();
        Span range = translation.span(uri, params.getRange());
        Cursor cursor = new Cursor(translation.state().snapshot(), range.file(), range.start());
        List<String> only = params.getContext().getOnly();
        List<Either<Command, CodeAction>> actions = new ArrayList<>();
        for (Actions.Action action : Actions.at(cursor, range, said)) {
            String kind = kind(action.kind());
            if (only == null
                    || only.isEmpty()
                    || only.stream().anyMatch(o -> kind.equals(o) || kind.startsWith(o + "."))) {
                actions.add(Either.forRight(action(action, kind)));
            }
        }
        return actions;
    }

    private CodeAction action(Actions.Action action, String kind) {
        CodeAction shown = new CodeAction(action.title());
        shown.setKind(kind);
        shown.setEdit(translation.change(action.edits()));
        action.mends().ifPresent(d -> {
            shown.setDiagnostics(Findings.of(translation.state(), List.of(d), client));
            shown.setIsPreferred(d.fixes().size() == 1);
        });
        return shown;
    }

    private static String kind(Actions.Kind kind) {
        return switch (kind) {
            case QUICK_FIX -> CodeActionKind.QuickFix;
            case EXTRACT -> CodeActionKind.RefactorExtract;
            case INLINE -> CodeActionKind.RefactorInline;
            case REWRITE -> CodeActionKind.RefactorRewrite;
            case ORGANISE_IMPORTS -> CodeActionKind.SourceOrganizeImports;
            case FIX_ALL -> CodeActionKind.SourceFixAll;
        };
    }
}
