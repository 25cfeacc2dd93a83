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

    /** Whether changes stay within a comment, each within one of the text that the one before it left: the text says what it said before. */
    public boolean isRemark(List<Change> changes) {
        Document current = this;
        for (Change change : changes) {
            if (!current.isRemark(change)) {
                return false;
            }
            current = current.after(version, List.of(change));
        }
        return true;
    }

    private boolean isRemark(Change change) {
        LineIndex.Position from = change.from();
        LineIndex.Position to = change.to();
        if (from == null
                || to == null
                || from.line() != to.line()
                || change.text().chars().anyMatch(c -> c == '\n' || c == '\r')) {
            return false;
        }
        LineIndex lines = new LineIndex(text);
        int line = lines.offset(new LineIndex.Position(from.line(), 0));
        int start = Positions.offset(text, lines, from);
        boolean quoted = false;
        for (int i = line; i + 1 < start; i++) {
            char c = text.charAt(i);
            if (quoted && c == '\\') {
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (!quoted && c == '/' && text.charAt(i + 1) == '/') {
                return true;
            }
        }
        return false;
    }

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
