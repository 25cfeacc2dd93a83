package mad.view;

import java.util.function.UnaryOperator;
import mad.query.Snapshot;
import mad.source.LineIndex;
import mad.source.Span;

/**
 * Where things were written, as a host knows it.
 *
 * @param uri the address of a file
 */
public record Places(Snapshot snapshot, UnaryOperator<String> uri) {
    View.Source source(Span span) {
        LineIndex.Position start = snapshot.lines(span.file()).position(span.start());
        LineIndex.Position end = snapshot.lines(span.file()).position(span.end());
        return new View.Source(
                uri.apply(span.file()), new View.Range(start.line(), start.column(), end.line(), end.column()));
    }
}
