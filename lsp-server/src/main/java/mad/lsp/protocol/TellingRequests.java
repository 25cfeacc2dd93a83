package mad.lsp.protocol;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import mad.editor.Calls;
import mad.editor.Completion;
import mad.editor.Cursor;
import mad.editor.Hints;
import mad.editor.Hover;
import mad.editor.Lenses;
import org.eclipse.lsp4j.*;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.eclipse.lsp4j.services.TextDocumentService;
import org.jspecify.annotations.Nullable;

/** What a text means: hovers, proposals, signatures, and what is shown between its lines. */
@SuppressWarnings("BadImport") // the protocol's names are the names here
interface TellingRequests extends TextDocumentService {
    Session session();

    private Showing showing(Translation translation) {
        return new Showing(translation, session().features());
    }

    @Override
    default CompletableFuture<org.eclipse.lsp4j.@Nullable Hover> hover(HoverParams params) {
        return session()
                .one(
                        "hover",
                        t -> showing(t)
                                .hover(Hover.at(
                                                t.cursor(params),
                                                session().solving().answers().results())
                                        .orElse(null)));
    }

    @Override
    default CompletableFuture<Either<List<CompletionItem>, CompletionList>> completion(CompletionParams params) {
        return session().ask("completion", Either.forLeft(List.of()), t -> {
            List<Completion.Item> items = Completion.at(t.cursor(params));
            boolean space = params.getContext() != null
                    && " ".equals(params.getContext().getTriggerCharacter());
            // A space asks for units and for what must follow a keyword, not for everything there is.
            List<Completion.Item> wanted =
                    space ? items.stream().filter(i -> i.rank() < 10).toList() : items;
            return Either.forLeft(
                    showing(t).proposals(wanted, params.getTextDocument().getUri(), params.getPosition()));
        });
    }

    @Override
    default CompletableFuture<CompletionItem> resolveCompletionItem(CompletionItem item) {
        return session().ask("completionItem/resolve", item, t -> {
            if (item.getData() instanceof com.google.gson.JsonObject data && data.has("uri")) {
                Position at = new Position(
                        data.get("line").getAsInt(), data.get("character").getAsInt());
                Completion.at(t.cursor(data.get("uri").getAsString(), at)).stream()
                        .filter(i -> i.label().equals(item.getLabel()))
                        .findFirst()
                        .ifPresent(i -> item.setDocumentation(showing(t).markup(i.doc())));
            }
            return item;
        });
    }

    @Override
    default CompletableFuture<@Nullable SignatureHelp> signatureHelp(SignatureHelpParams params) {
        return session()
                .one(
                        "signatureHelp",
                        t -> showing(t).signature(Calls.at(t.cursor(params)).orElse(null)));
    }

    @Override
    default CompletableFuture<List<? extends CodeLens>> codeLens(CodeLensParams params) {
        String uri = params.getTextDocument().getUri();
        return session()
                .ask(
                        "codeLens",
                        List.of(),
                        t -> session().settings().lenses()
                                ? Lenses.of(
                                                t.cursor(uri, new Position(0, 0)),
                                                session().solving().answers().results())
                                        .stream()
                                        .map(l -> showing(t).lens(l, uri))
                                        .toList()
                                : List.of());
    }

    @Override
    default CompletableFuture<CodeLens> resolveCodeLens(CodeLens lens) {
        return CompletableFuture.completedFuture(lens);
    }

    @Override
    default CompletableFuture<List<InlayHint>> inlayHint(InlayHintParams params) {
        String uri = params.getTextDocument().getUri();
        return session().list("inlayHint", t -> {
            Cursor cursor = t.cursor(uri, params.getRange().getStart());
            return Hints.in(
                            cursor,
                            t.span(uri, params.getRange()),
                            session().solving().answers().results())
                    .stream()
                    .filter(h -> session().settings().shows(h.kind()))
                    .map(h -> showing(t).hint(h, cursor.file()))
                    .toList();
        });
    }
}
