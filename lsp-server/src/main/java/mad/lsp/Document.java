package mad.lsp;

import java.util.List;
import mad.source.LineIndex;

/**
 * An open text, as its editor has it.
 *
 * @param uri as the editor spells it
 */
public record Document(String uri, int version, String text) {
    /** A replacement: of everything where {@code from} is null. */
    public record Change(
            LineIndex.@org.jspecify.annotations.Nullable Position from,
            LineIndex.@org.jspecify.annotations.Nullable Position to,
            String text) {}

    /** @param changes one after the other, each of the text that the one before it left */
    public Document after(int newVersion, List<Change> changes) {
        String current = text;
        for (Change change : changes) {
            if (change.from() == null || change.to() == null) {
                current = change.text();
            } else {
                LineIndex lines = new LineIndex(current);
                int start = Positions.offset(current, lines, change.from());
                int end = Math.max(start, Positions.offset(current, lines, change.to()));
                current = current.substring(0, start) + change.text() + current.substring(end);
            }
        }
        return new Document(uri, newVersion, current);
    }
}
