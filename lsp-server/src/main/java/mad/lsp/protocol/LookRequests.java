package mad.lsp.protocol;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import mad.editor.Structure;
import mad.lsp.Locations;
import mad.source.Span;
import org.eclipse.lsp4j.*;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.eclipse.lsp4j.services.TextDocumentService;

/** How a text looks: folds, selections, colours, and what is wrong in it. */
@SuppressWarnings("BadImport") // the protocol's names are the names here
interface LookRequests extends TextDocumentService {
    Session session();

    Colours colours();

    @Override
    default CompletableFuture<List<FoldingRange>> foldingRange(FoldingRangeRequestParams params) {
        String file = Locations.file(params.getTextDocument().getUri());
        return session()
                .list(
                        "foldingRange",
                        t -> Structure.folds(t.state().snapshot(), file).stream()
                                .map(LookRequests::fold)
                                .toList());
    }

    private static FoldingRange fold(Structure.Fold fold) {
        FoldingRange range = new FoldingRange(fold.firstLine(), fold.lastLine());
        range.setKind(
                switch (fold.kind()) {
                    case CODE -> FoldingRangeKind.Region;
                    case COMMENT -> FoldingRangeKind.Comment;
                    case IMPORTS -> FoldingRangeKind.Imports;
                });
        return range;
    }

    @Override
    default CompletableFuture<List<SelectionRange>> selectionRange(SelectionRangeParams params) {
        String uri = params.getTextDocument().getUri();
        return session()
                .list(
                        "selectionRange",
                        t -> params.getPositions().stream()
                                .map(p -> selection(t, Structure.selections(t.cursor(uri, p))))
                                .toList());
    }

    private static SelectionRange selection(Translation t, List<Span> spans) {
        SelectionRange outer = null;
        for (Span span : spans.reversed()) {
            outer = outer == null ? new SelectionRange(t.range(span), null) : new SelectionRange(t.range(span), outer);
        }
        return java.util.Objects.requireNonNull(outer);
    }

    @Override
    default CompletableFuture<SemanticTokens> semanticTokensFull(SemanticTokensParams params) {
        String file = Locations.file(params.getTextDocument().getUri());
        return session()
                .ask(
                        "semanticTokens",
                        new SemanticTokens(List.of()),
                        t -> colours().all(t, file));
    }

    @Override
    default CompletableFuture<Either<SemanticTokens, SemanticTokensDelta>> semanticTokensFullDelta(
            SemanticTokensDeltaParams params) {
        String file = Locations.file(params.getTextDocument().getUri());
        return session()
                .ask(
                        "semanticTokens/delta",
                        Either.forLeft(new SemanticTokens(List.of())),
                        t -> colours().since(t, file, params.getPreviousResultId()));
    }

    @Override
    default CompletableFuture<SemanticTokens> semanticTokensRange(SemanticTokensRangeParams params) {
        String uri = params.getTextDocument().getUri();
        return session()
                .ask(
                        "semanticTokens/range",
                        new SemanticTokens(List.of()),
                        t -> colours().within(t, t.span(uri, params.getRange())));
    }

    @Override
    default CompletableFuture<DocumentDiagnosticReport> diagnostic(DocumentDiagnosticParams params) {
        String file = Locations.file(params.getTextDocument().getUri());
        return session()
                .ask(
                        "diagnostic",
                        new DocumentDiagnosticReport(new RelatedFullDocumentDiagnosticReport(List.of())),
                        t -> PullDiagnostics.document(session(), t.state(), file));
    }
}
