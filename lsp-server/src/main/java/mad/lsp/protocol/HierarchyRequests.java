package mad.lsp.protocol;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import mad.editor.Hierarchies;
import mad.source.Span;
import org.eclipse.lsp4j.*;
import org.eclipse.lsp4j.services.TextDocumentService;

/** What uses what, and what extends what. */
@SuppressWarnings("BadImport") // the protocol's names are the names here
interface HierarchyRequests extends TextDocumentService {
    Session session();

    @Override
    default CompletableFuture<List<CallHierarchyItem>> prepareCallHierarchy(CallHierarchyPrepareParams params) {
        return session()
                .list(
                        "prepareCallHierarchy",
                        t -> Hierarchies.at(t.cursor(params)).stream()
                                .map(new Symbols(t)::call)
                                .toList());
    }

    @Override
    default CompletableFuture<List<CallHierarchyIncomingCall>> callHierarchyIncomingCalls(
            CallHierarchyIncomingCallsParams params) {
        CallHierarchyItem item = params.getItem();
        return session().list("incomingCalls", t -> {
            Symbols symbols = new Symbols(t);
            Span name = symbols.name(item.getUri(), item.getSelectionRange());
            return Hierarchies.incoming(
                            t.state().snapshot(), name, session().workspace().files())
                    .stream()
                    .map(u -> new CallHierarchyIncomingCall(
                            symbols.call(u.entry()),
                            u.places().stream().map(t::range).toList()))
                    .toList();
        });
    }

    @Override
    default CompletableFuture<List<CallHierarchyOutgoingCall>> callHierarchyOutgoingCalls(
            CallHierarchyOutgoingCallsParams params) {
        CallHierarchyItem item = params.getItem();
        return session().list("outgoingCalls", t -> {
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
    default CompletableFuture<List<TypeHierarchyItem>> prepareTypeHierarchy(TypeHierarchyPrepareParams params) {
        return session()
                .list(
                        "prepareTypeHierarchy",
                        t -> Hierarchies.at(t.cursor(params)).stream()
                                .map(new Symbols(t)::type)
                                .toList());
    }

    @Override
    default CompletableFuture<List<TypeHierarchyItem>> typeHierarchySupertypes(TypeHierarchySupertypesParams params) {
        TypeHierarchyItem item = params.getItem();
        return session().list("supertypes", t -> {
            Symbols symbols = new Symbols(t);
            return Hierarchies.bases(t.state().snapshot(), symbols.name(item.getUri(), item.getSelectionRange()))
                    .stream()
                    .map(symbols::type)
                    .toList();
        });
    }

    @Override
    default CompletableFuture<List<TypeHierarchyItem>> typeHierarchySubtypes(TypeHierarchySubtypesParams params) {
        TypeHierarchyItem item = params.getItem();
        return session().list("subtypes", t -> {
            Symbols symbols = new Symbols(t);
            Span name = symbols.name(item.getUri(), item.getSelectionRange());
            return Hierarchies.extensions(
                            t.state().snapshot(), name, session().workspace().files())
                    .stream()
                    .map(symbols::type)
                    .toList();
        });
    }
}
