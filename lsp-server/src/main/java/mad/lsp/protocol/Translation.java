package mad.lsp.protocol;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import mad.diagnostic.Diagnostic;
import mad.editor.Cursor;
import mad.lsp.Document;
import mad.lsp.Locations;
import mad.lsp.Positions;
import mad.lsp.Workspace;
import mad.source.LineIndex;
import mad.source.Span;
import org.eclipse.lsp4j.Location;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.ResourceOperation;
import org.eclipse.lsp4j.SnippetTextEdit;
import org.eclipse.lsp4j.TextDocumentEdit;
import org.eclipse.lsp4j.TextDocumentPositionParams;
import org.eclipse.lsp4j.TextEdit;
import org.eclipse.lsp4j.VersionedTextDocumentIdentifier;
import org.eclipse.lsp4j.WorkspaceEdit;
import org.eclipse.lsp4j.jsonrpc.messages.Either;

/** Places and edits, between the protocol and one state of the workspace. */
record Translation(Workspace.State state) {
    Cursor cursor(TextDocumentPositionParams params) {
        return cursor(params.getTextDocument().getUri(), params.getPosition());
    }

    Cursor cursor(String uri, Position position) {
        String file = Locations.file(uri);
        return new Cursor(state.snapshot(), file, offset(file, position));
    }

    Span span(String uri, Range range) {
        String file = Locations.file(uri);
        int start = offset(file, range.getStart());
        return new Span(file, start, Math.max(start, offset(file, range.getEnd())));
    }

    private int offset(String file, Position position) {
        String text = state.snapshot().source(file).map(s -> s.text()).orElse("");
        LineIndex.Position place = new LineIndex.Position(position.getLine(), position.getCharacter());
        return Positions.offset(text, state.snapshot().lines(file), place);
    }

    Position position(String file, int offset) {
        LineIndex.Position place = state.snapshot().lines(file).position(offset);
        return new Position(place.line(), place.column());
    }

    Range range(Span span) {
        return new Range(position(span.file(), span.start()), position(span.file(), span.end()));
    }

    Location location(Span span) {
        return new Location(state.uri(span.file()), range(span));
    }

    TextEdit edit(Diagnostic.Edit edit) {
        return new TextEdit(range(edit.span()), edit.replacement());
    }

    List<TextEdit> edits(List<Diagnostic.Edit> edits) {
        return edits.stream().map(this::edit).toList();
    }

    WorkspaceEdit change(List<Diagnostic.Edit> edits) {
        Map<String, List<TextEdit>> changes = new LinkedHashMap<>();
        for (Diagnostic.Edit edit : edits) {
            changes.computeIfAbsent(state.uri(edit.span().file()), f -> new ArrayList<>())
                    .add(edit(edit));
        }
        return new WorkspaceEdit(changes);
    }

    /** The same for a client that is asked to make the edits: if it knows versions, it refuses those of an older text. */
    WorkspaceEdit change(List<Diagnostic.Edit> edits, Client client) {
        WorkspaceEdit change = change(edits);
        if (client.versionedEdits()) {
            List<Either<TextDocumentEdit, ResourceOperation>> versioned = new ArrayList<>();
            change.getChanges().forEach((uri, of) -> {
                Document open = state.open().get(Locations.file(uri));
                versioned.add(Either.forLeft(new TextDocumentEdit(
                        new VersionedTextDocumentIdentifier(uri, open == null ? null : open.version()),
                        of.stream()
                                .map(Either::<TextEdit, SnippetTextEdit>forLeft)
                                .toList())));
            });
            return new WorkspaceEdit(versioned);
        }
        return change;
    }
}
