package mad.lsp.protocol;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import mad.editor.Cursor;
import mad.editor.Links;
import mad.editor.Navigation;
import mad.editor.Outline;
import mad.lsp.Locations;
import org.eclipse.lsp4j.*;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.eclipse.lsp4j.services.TextDocumentService;

/** Where things are. */
@SuppressWarnings("BadImport") // the protocol's names are the names here
interface FindingRequests extends TextDocumentService {
    Session session();

    @Override
    default CompletableFuture<Either<List<? extends Location>, List<? extends LocationLink>>> definition(
            DefinitionParams params) {
        return links("definition", params, Navigation::definition);
    }

    @Override
    default CompletableFuture<Either<List<? extends Location>, List<? extends LocationLink>>> typeDefinition(
            TypeDefinitionParams params) {
        return links("typeDefinition", params, Navigation::typeDefinition);
    }

    private CompletableFuture<Either<List<? extends Location>, List<? extends LocationLink>>> links(
            String what, TextDocumentPositionParams params, Function<Cursor, List<Navigation.Link>> question) {
        return session().ask(what, Either.forLeft(List.of()), t -> {
            List<Navigation.Link> links = question.apply(t.cursor(params));
            return session().features().links()
                    ? Either.forRight(links.stream().map(l -> link(t, l)).toList())
                    : Either.forLeft(
                            links.stream().map(l -> t.location(l.target())).toList());
        });
    }

    private static LocationLink link(Translation t, Navigation.Link link) {
        return new LocationLink(
                t.state().uri(link.target().file()),
                t.range(link.whole()),
                t.range(link.target()),
                t.range(link.name()));
    }

    @Override
    default CompletableFuture<List<? extends Location>> references(ReferenceParams params) {
        Set<Navigation.Part> wanted =
                params.getContext() != null && params.getContext().isIncludeDeclaration()
                        ? EnumSet.allOf(Navigation.Part.class)
                        : EnumSet.of(Navigation.Part.USE);
        return session()
                .ask(
                        "references",
                        List.of(),
                        t -> Navigation.references(
                                        t.cursor(params), session().workspace().files(), wanted)
                                .stream()
                                .map(t::location)
                                .toList());
    }

    @Override
    default CompletableFuture<List<? extends DocumentHighlight>> documentHighlight(DocumentHighlightParams params) {
        return session().ask("documentHighlight", List.of(), t -> {
            // Of all that editors ask for, this says best where the cursor is.
            session().previewing().cursor(t, params);
            return Navigation.highlights(t.cursor(params)).stream()
                    .map(h -> new DocumentHighlight(
                            t.range(h.span()), h.declares() ? DocumentHighlightKind.Write : DocumentHighlightKind.Read))
                    .toList();
        });
    }

    @Override
    default CompletableFuture<List<Either<SymbolInformation, DocumentSymbol>>> documentSymbol(
            DocumentSymbolParams params) {
        return session().list("documentSymbol", t -> {
            List<Outline.Entry> outline = Outline.of(
                    t.state().snapshot(),
                    Locations.file(params.getTextDocument().getUri()));
            Symbols symbols = new Symbols(t);
            return session().features().symbolTree() ? symbols.tree(outline) : symbols.list(outline, "");
        });
    }

    @Override
    default CompletableFuture<List<DocumentLink>> documentLink(DocumentLinkParams params) {
        String file = Locations.file(params.getTextDocument().getUri());
        return session()
                .list(
                        "documentLink",
                        t -> Links.of(t.state().snapshot(), file).stream()
                                .map(l -> new DocumentLink(
                                        t.range(l.span()), t.state().uri(l.file())))
                                .toList());
    }
}
