package mad.lsp.protocol;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import mad.diagnostic.Diagnostic;
import mad.editor.Edits;
import mad.editor.Rename;
import mad.lsp.Locations;
import mad.source.Span;
import org.eclipse.lsp4j.*;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.eclipse.lsp4j.jsonrpc.messages.Either3;
import org.eclipse.lsp4j.services.TextDocumentService;
import org.jspecify.annotations.Nullable;

/** Changes of a text: actions, formatting, renaming. */
@SuppressWarnings("BadImport") // the protocol's names are the names here
interface WritingRequests extends TextDocumentService {
    Session session();

    @Override
    default CompletableFuture<List<Either<Command, CodeAction>>> codeAction(CodeActionParams params) {
        return session().list("codeAction", t -> {
            String file = Locations.file(params.getTextDocument().getUri());
            List<Diagnostic> said = session().publisher().all(t.state(), file);
            return new Acting(t, session().features()).at(params, said);
        });
    }

    @Override
    default CompletableFuture<CodeAction> resolveCodeAction(CodeAction action) {
        return CompletableFuture.completedFuture(action);
    }

    @Override
    default CompletableFuture<List<? extends TextEdit>> formatting(DocumentFormattingParams params) {
        String file = Locations.file(params.getTextDocument().getUri());
        return session()
                .ask(
                        "formatting",
                        List.of(),
                        t -> t.edits(Edits.format(t.state().snapshot(), file)));
    }

    @Override
    default CompletableFuture<List<? extends TextEdit>> rangeFormatting(DocumentRangeFormattingParams params) {
        Range range = params.getRange();
        String uri = params.getTextDocument().getUri();
        return session().ask("rangeFormatting", List.of(), t -> formatted(t, t.span(uri, range)));
    }

    @Override
    default CompletableFuture<List<? extends TextEdit>> onTypeFormatting(DocumentOnTypeFormattingParams params) {
        String uri = params.getTextDocument().getUri();
        return session().ask("onTypeFormatting", List.of(), t -> {
            int line = params.getPosition().getLine();
            Span above = t.span(uri, new Range(new Position(Math.max(0, line - 1), 0), new Position(line, 0)));
            // A new line tidies the one above it; a closing brace all that it closes.
            return formatted(t, "}".equals(params.getCh()) ? Edits.braces(t.cursor(params)) : above);
        });
    }

    private static List<TextEdit> formatted(Translation t, Span range) {
        return t.edits(Edits.format(t.state().snapshot(), range.file(), range));
    }

    @Override
    default CompletableFuture<@Nullable WorkspaceEdit> rename(RenameParams params) {
        return session().one("rename", t -> switch (Rename.to(
                t.cursor(params), session().workspace().files(), params.getNewName())) {
            case Rename.Outcome.Done done -> t.change(done.edits());
            case Rename.Outcome.Refused refused -> {
                session().client().showMessage(new MessageParams(MessageType.Warning, refused.reason()));
                yield null;
            }
        });
    }

    @Override
    default CompletableFuture<@Nullable Either3<Range, PrepareRenameResult, PrepareRenameDefaultBehavior>>
            prepareRename(PrepareRenameParams params) {
        return session()
                .one(
                        "prepareRename",
                        t -> Rename.prepare(t.cursor(params))
                                .map(s -> Either3.<Range, PrepareRenameResult, PrepareRenameDefaultBehavior>forFirst(
                                        t.range(s)))
                                .orElse(null));
    }

    @Override
    default CompletableFuture<@Nullable LinkedEditingRanges> linkedEditingRange(LinkedEditingRangeParams params) {
        return session().one("linkedEditingRange", t -> {
            List<Span> linked = Rename.linked(t.cursor(params));
            return linked.isEmpty()
                    ? null
                    : new LinkedEditingRanges(linked.stream().map(t::range).toList(), "[\\p{L}_][\\p{L}\\p{N}_]*");
        });
    }
}
