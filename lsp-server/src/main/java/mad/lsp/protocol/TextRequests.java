package mad.lsp.protocol;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import mad.diagnostic.Diagnostic;
import mad.editor.Calls;
import mad.editor.Completion;
import mad.editor.Cursor;
import mad.editor.Edits;
import mad.editor.Hierarchies;
import mad.editor.Hints;
import mad.editor.Hover;
import mad.editor.Lenses;
import mad.editor.Links;
import mad.editor.Navigation;
import mad.editor.Outline;
import mad.editor.Rename;
import mad.editor.Structure;
import mad.lsp.Locations;
import mad.source.Span;
import org.eclipse.lsp4j.*;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.eclipse.lsp4j.jsonrpc.messages.Either3;
import org.eclipse.lsp4j.services.TextDocumentService;
import org.jspecify.annotations.Nullable;

/** What is asked about one text. Every answer is of the text as it was when the question came. */
@SuppressWarnings("BadImport") // the protocol's names are the names here
final class TextRequests implements TextDocumentService {
    private final Session session;
    private final TextSync sync;
    private final Colours colours = new Colours();

    TextRequests(Session session) {
        this.session = session;
        this.sync = new TextSync(session);
    }

    @Override
    public void didOpen(DidOpenTextDocumentParams params) {
        session.guarded("didOpen", () -> sync.opened(params));
    }

    @Override
    public void didChange(DidChangeTextDocumentParams params) {
        session.guarded("didChange", () -> sync.changed(params));
    }

    @Override
    public void didClose(DidCloseTextDocumentParams params) {
        colours.forget(Locations.file(params.getTextDocument().getUri()));
        session.guarded("didClose", () -> sync.closed(params));
    }

    @Override
    public void didSave(DidSaveTextDocumentParams params) {
        session.guarded("didSave", () -> sync.saved(params));
    }

    private Showing showing(Translation translation) {
        return new Showing(translation, session.features());
    }

    @Override
    public CompletableFuture<org.eclipse.lsp4j.@Nullable Hover> hover(HoverParams params) {
        return session.one(
                "hover",
                t -> showing(t)
                        .hover(Hover.at(t.cursor(params), session.solving().results())
                                .orElse(null)));
    }

    @Override
    public CompletableFuture<Either<List<CompletionItem>, CompletionList>> completion(CompletionParams params) {
        return session.ask("completion", Either.forLeft(List.of()), t -> {
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
    public CompletableFuture<CompletionItem> resolveCompletionItem(CompletionItem item) {
        return session.ask("completionItem/resolve", item, t -> {
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
    public CompletableFuture<@Nullable SignatureHelp> signatureHelp(SignatureHelpParams params) {
        return session.one(
                "signatureHelp",
                t -> showing(t).signature(Calls.at(t.cursor(params)).orElse(null)));
    }

    @Override
    public CompletableFuture<Either<List<? extends Location>, List<? extends LocationLink>>> definition(
            DefinitionParams params) {
        return links("definition", params, Navigation::definition);
    }

    @Override
    public CompletableFuture<Either<List<? extends Location>, List<? extends LocationLink>>> typeDefinition(
            TypeDefinitionParams params) {
        return links("typeDefinition", params, Navigation::typeDefinition);
    }

    private CompletableFuture<Either<List<? extends Location>, List<? extends LocationLink>>> links(
            String what, TextDocumentPositionParams params, Function<Cursor, List<Navigation.Link>> question) {
        return session.ask(what, Either.forLeft(List.of()), t -> {
            List<Navigation.Link> links = question.apply(t.cursor(params));
            return session.features().links()
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
    public CompletableFuture<List<? extends Location>> references(ReferenceParams params) {
        Set<Navigation.Part> wanted =
                params.getContext() != null && params.getContext().isIncludeDeclaration()
                        ? EnumSet.allOf(Navigation.Part.class)
                        : EnumSet.of(Navigation.Part.USE);
        return session.ask(
                "references",
                List.of(),
                t -> Navigation.references(t.cursor(params), session.workspace().files(), wanted).stream()
                        .map(t::location)
                        .toList());
    }

    @Override
    public CompletableFuture<List<? extends DocumentHighlight>> documentHighlight(DocumentHighlightParams params) {
        return session.ask("documentHighlight", List.of(), t -> {
            // Of all that editors ask for, this says best where the cursor is.
            session.previewing().cursor(t, params);
            return Navigation.highlights(t.cursor(params)).stream()
                    .map(h -> new DocumentHighlight(
                            t.range(h.span()), h.declares() ? DocumentHighlightKind.Write : DocumentHighlightKind.Read))
                    .toList();
        });
    }

    @Override
    public CompletableFuture<List<Either<SymbolInformation, DocumentSymbol>>> documentSymbol(
            DocumentSymbolParams params) {
        return session.list("documentSymbol", t -> {
            List<Outline.Entry> outline = Outline.of(
                    t.state().snapshot(),
                    Locations.file(params.getTextDocument().getUri()));
            Symbols symbols = new Symbols(t);
            return session.features().symbolTree() ? symbols.tree(outline) : symbols.list(outline, "");
        });
    }

    @Override
    public CompletableFuture<List<Either<Command, CodeAction>>> codeAction(CodeActionParams params) {
        return session.list("codeAction", t -> {
            String file = Locations.file(params.getTextDocument().getUri());
            List<Diagnostic> said = session.publisher().all(t.state(), file);
            return new Acting(t, session.features()).at(params, said);
        });
    }

    @Override
    public CompletableFuture<CodeAction> resolveCodeAction(CodeAction action) {
        return CompletableFuture.completedFuture(action);
    }

    @Override
    public CompletableFuture<List<? extends CodeLens>> codeLens(CodeLensParams params) {
        String uri = params.getTextDocument().getUri();
        return session.ask(
                "codeLens",
                List.of(),
                t -> session.settings().lenses()
                        ? Lenses.of(
                                        t.cursor(uri, new Position(0, 0)),
                                        session.solving().results())
                                .stream()
                                .map(l -> showing(t).lens(l, uri))
                                .toList()
                        : List.of());
    }

    @Override
    public CompletableFuture<CodeLens> resolveCodeLens(CodeLens lens) {
        return CompletableFuture.completedFuture(lens);
    }

    @Override
    public CompletableFuture<List<InlayHint>> inlayHint(InlayHintParams params) {
        String uri = params.getTextDocument().getUri();
        return session.list("inlayHint", t -> {
            Cursor cursor = t.cursor(uri, params.getRange().getStart());
            return Hints.in(
                            cursor,
                            t.span(uri, params.getRange()),
                            session.solving().results())
                    .stream()
                    .filter(h -> session.settings().shows(h.kind()))
                    .map(h -> showing(t).hint(h, cursor.file()))
                    .toList();
        });
    }

    @Override
    public CompletableFuture<List<? extends TextEdit>> formatting(DocumentFormattingParams params) {
        String file = Locations.file(params.getTextDocument().getUri());
        return session.ask(
                "formatting", List.of(), t -> t.edits(Edits.format(t.state().snapshot(), file)));
    }

    @Override
    public CompletableFuture<List<? extends TextEdit>> rangeFormatting(DocumentRangeFormattingParams params) {
        Range range = params.getRange();
        String uri = params.getTextDocument().getUri();
        return session.ask("rangeFormatting", List.of(), t -> formatted(t, t.span(uri, range)));
    }

    @Override
    public CompletableFuture<List<? extends TextEdit>> onTypeFormatting(DocumentOnTypeFormattingParams params) {
        String uri = params.getTextDocument().getUri();
        return session.ask("onTypeFormatting", List.of(), t -> {
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
    public CompletableFuture<@Nullable WorkspaceEdit> rename(RenameParams params) {
        return session.one("rename", t -> switch (Rename.to(
                t.cursor(params), session.workspace().files(), params.getNewName())) {
            case Rename.Outcome.Done done -> t.change(done.edits());
            case Rename.Outcome.Refused refused -> {
                session.client().showMessage(new MessageParams(MessageType.Warning, refused.reason()));
                yield null;
            }
        });
    }

    @Override
    public CompletableFuture<@Nullable Either3<Range, PrepareRenameResult, PrepareRenameDefaultBehavior>> prepareRename(
            PrepareRenameParams params) {
        return session.one(
                "prepareRename",
                t -> Rename.prepare(t.cursor(params))
                        .map(s ->
                                Either3.<Range, PrepareRenameResult, PrepareRenameDefaultBehavior>forFirst(t.range(s)))
                        .orElse(null));
    }

    @Override
    public CompletableFuture<@Nullable LinkedEditingRanges> linkedEditingRange(LinkedEditingRangeParams params) {
        return session.one("linkedEditingRange", t -> {
            List<Span> linked = Rename.linked(t.cursor(params));
            return linked.isEmpty()
                    ? null
                    : new LinkedEditingRanges(linked.stream().map(t::range).toList(), "[\\p{L}_][\\p{L}\\p{N}_]*");
        });
    }

    @Override
    public CompletableFuture<List<DocumentLink>> documentLink(DocumentLinkParams params) {
        String file = Locations.file(params.getTextDocument().getUri());
        return session.list(
                "documentLink",
                t -> Links.of(t.state().snapshot(), file).stream()
                        .map(l -> new DocumentLink(t.range(l.span()), t.state().uri(l.file())))
                        .toList());
    }

    @Override
    public CompletableFuture<List<FoldingRange>> foldingRange(FoldingRangeRequestParams params) {
        String file = Locations.file(params.getTextDocument().getUri());
        return session.list(
                "foldingRange",
                t -> Structure.folds(t.state().snapshot(), file).stream()
                        .map(TextRequests::fold)
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
    public CompletableFuture<List<SelectionRange>> selectionRange(SelectionRangeParams params) {
        String uri = params.getTextDocument().getUri();
        return session.list(
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
    public CompletableFuture<SemanticTokens> semanticTokensFull(SemanticTokensParams params) {
        String file = Locations.file(params.getTextDocument().getUri());
        return session.ask("semanticTokens", new SemanticTokens(List.of()), t -> colours.all(t, file));
    }

    @Override
    public CompletableFuture<Either<SemanticTokens, SemanticTokensDelta>> semanticTokensFullDelta(
            SemanticTokensDeltaParams params) {
        String file = Locations.file(params.getTextDocument().getUri());
        return session.ask(
                "semanticTokens/delta",
                Either.forLeft(new SemanticTokens(List.of())),
                t -> colours.since(t, file, params.getPreviousResultId()));
    }

    @Override
    public CompletableFuture<SemanticTokens> semanticTokensRange(SemanticTokensRangeParams params) {
        String uri = params.getTextDocument().getUri();
        return session.ask(
                "semanticTokens/range",
                new SemanticTokens(List.of()),
                t -> colours.within(t, t.span(uri, params.getRange())));
    }

    @Override
    public CompletableFuture<DocumentDiagnosticReport> diagnostic(DocumentDiagnosticParams params) {
        String file = Locations.file(params.getTextDocument().getUri());
        return session.ask(
                "diagnostic",
                new DocumentDiagnosticReport(new RelatedFullDocumentDiagnosticReport(List.of())),
                t -> PullDiagnostics.document(session, t.state(), file));
    }

    @Override
    public CompletableFuture<List<CallHierarchyItem>> prepareCallHierarchy(CallHierarchyPrepareParams params) {
        return session.list(
                "prepareCallHierarchy",
                t -> Hierarchies.at(t.cursor(params)).stream()
                        .map(new Symbols(t)::call)
                        .toList());
    }

    @Override
    public CompletableFuture<List<CallHierarchyIncomingCall>> callHierarchyIncomingCalls(
            CallHierarchyIncomingCallsParams params) {
        CallHierarchyItem item = params.getItem();
        return session.list("incomingCalls", t -> {
            Symbols symbols = new Symbols(t);
            Span name = symbols.name(item.getUri(), item.getSelectionRange());
            return Hierarchies.incoming(
                            t.state().snapshot(), name, session.workspace().files())
                    .stream()
                    .map(u -> new CallHierarchyIncomingCall(
                            symbols.call(u.entry()),
                            u.places().stream().map(t::range).toList()))
                    .toList();
        });
    }

    @Override
    public CompletableFuture<List<CallHierarchyOutgoingCall>> callHierarchyOutgoingCalls(
            CallHierarchyOutgoingCallsParams params) {
        CallHierarchyItem item = params.getItem();
        return session.list("outgoingCalls", t -> {
            Symbols symbols = new Symbols(t);
            Span name = symbols.name(item.getUri(), item.getSelectionRange());
            return Hierarchies.outgoing(t.state().snapshot(), name).stream()
                    .map(u -> new CallHierarchyOutgoingCall(
                            symbols.call(u.entry()),
                            u.places().stream().map(t::range).toList()))
                    .toList();
        });
    }

    @Override
    public CompletableFuture<List<TypeHierarchyItem>> prepareTypeHierarchy(TypeHierarchyPrepareParams params) {
        return session.list(
                "prepareTypeHierarchy",
                t -> Hierarchies.at(t.cursor(params)).stream()
                        .map(new Symbols(t)::type)
                        .toList());
    }

    @Override
    public CompletableFuture<List<TypeHierarchyItem>> typeHierarchySupertypes(TypeHierarchySupertypesParams params) {
        TypeHierarchyItem item = params.getItem();
        return session.list("supertypes", t -> {
            Symbols symbols = new Symbols(t);
            return Hierarchies.bases(t.state().snapshot(), symbols.name(item.getUri(), item.getSelectionRange()))
                    .stream()
                    .map(symbols::type)
                    .toList();
        });
    }

    @Override
    public CompletableFuture<List<TypeHierarchyItem>> typeHierarchySubtypes(TypeHierarchySubtypesParams params) {
        TypeHierarchyItem item = params.getItem();
        return session.list("subtypes", t -> {
            Symbols symbols = new Symbols(t);
            Span name = symbols.name(item.getUri(), item.getSelectionRange());
            return Hierarchies.extensions(
                            t.state().snapshot(), name, session.workspace().files())
                    .stream()
                    .map(symbols::type)
                    .toList();
        });
    }
}
