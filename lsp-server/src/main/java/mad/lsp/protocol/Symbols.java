package mad.lsp.protocol;

import java.util.ArrayList;
import java.util.List;
import mad.editor.Declaration;
import mad.editor.Hierarchies;
import mad.editor.Outline;
import mad.lsp.Locations;
import mad.lsp.Workspace;
import mad.source.Span;
import org.eclipse.lsp4j.CallHierarchyItem;
import org.eclipse.lsp4j.DocumentSymbol;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.SymbolInformation;
import org.eclipse.lsp4j.SymbolKind;
import org.eclipse.lsp4j.TypeHierarchyItem;
import org.eclipse.lsp4j.jsonrpc.messages.Either;

/** Outlines and hierarchies. */
record Symbols(Translation translation) {
    static SymbolKind kind(Declaration.Kind kind) {
        return switch (kind) {
            case CONSTANT -> SymbolKind.Constant;
            case FUNCTION -> SymbolKind.Function;
            case METRIC -> SymbolKind.Method;
            case BLOCK -> SymbolKind.Class;
            case SPACE -> SymbolKind.Module;
            case BUDGET -> SymbolKind.Interface;
            case DESIGN -> SymbolKind.Struct;
            case TABLE -> SymbolKind.Array;
            case SWEEP, FRONTIER -> SymbolKind.Event;
            case PARAMETER, LOCAL, DECISION, ELEMENT -> SymbolKind.Variable;
            case STEM, STAGE, HEAD -> SymbolKind.Field;
            case ALIAS -> SymbolKind.Namespace;
            case BROKEN -> SymbolKind.Null;
        };
    }

    List<Either<SymbolInformation, DocumentSymbol>> tree(List<Outline.Entry> entries) {
        return entries.stream()
                .map(e -> Either.<SymbolInformation, DocumentSymbol>forRight(symbol(e)))
                .toList();
    }

    private DocumentSymbol symbol(Outline.Entry entry) {
        DocumentSymbol symbol = new DocumentSymbol(
                entry.name(),
                kind(entry.kind()),
                translation.range(entry.whole()),
                translation.range(entry.selection()),
                entry.detail());
        symbol.setChildren(entry.children().stream().map(this::symbol).toList());
        return symbol;
    }

    @SuppressWarnings("deprecation") // for clients that know no trees
    List<Either<SymbolInformation, DocumentSymbol>> list(List<Outline.Entry> entries, String container) {
        List<Either<SymbolInformation, DocumentSymbol>> all = new ArrayList<>();
        for (Outline.Entry entry : entries) {
            all.add(Either.forLeft(new SymbolInformation(
                    entry.name(), kind(entry.kind()), translation.location(entry.whole()), container)));
            all.addAll(list(entry.children(), entry.name()));
        }
        return all;
    }

    CallHierarchyItem call(Hierarchies.Entry entry) {
        return new CallHierarchyItem(
                entry.name(), kind(entry.kind()), uri(entry), translation.range(entry.whole()), selection(entry));
    }

    TypeHierarchyItem type(Hierarchies.Entry entry) {
        return new TypeHierarchyItem(
                entry.name(), kind(entry.kind()), uri(entry), translation.range(entry.whole()), selection(entry));
    }

    private Range selection(Hierarchies.Entry entry) {
        return translation.range(entry.selection());
    }

    private String uri(Hierarchies.Entry entry) {
        Workspace.State state = translation.state();
        return state.uri(entry.selection().file());
    }

    /** The name that an item of a hierarchy, sent back by the client, stands for. */
    Span name(String uri, Range selection) {
        Span span = translation.span(uri, selection);
        return new Span(Locations.file(uri), span.start(), span.end());
    }
}
