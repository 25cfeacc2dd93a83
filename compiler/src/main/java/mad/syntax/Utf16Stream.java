package mad.syntax;

import org.antlr.v4.runtime.CharStream;
import org.antlr.v4.runtime.IntStream;
import org.antlr.v4.runtime.misc.Interval;

/**
 * The characters of a text, with positions in UTF-16 code units. ANTLR's own streams count code points, so that one emoji would shift every
 * span after it.
 */
final class Utf16Stream implements CharStream {
    private final String text;
    private int position;

    Utf16Stream(String text) {
        this.text = text;
    }

    @Override
    public void consume() {
        position += Character.charCount(text.codePointAt(position));
    }

    @Override
    public int LA(int i) {
        int at = position;
        for (int k = 1; k < i && at < text.length(); k++) {
            at += Character.charCount(text.codePointAt(at));
        }
        for (int k = -1; k >= i && at >= 0; k--) {
            at -= at == 0 ? 1 : Character.charCount(text.codePointBefore(at));
        }
        return at < 0 || at >= text.length() ? IntStream.EOF : text.codePointAt(at);
    }

    @Override
    public String getText(Interval interval) {
        return text.substring(interval.a, Math.min(interval.b + 1, text.length()));
    }

    @Override
    public int mark() {
        return -1;
    }

    @Override
    public void release(int marker) {
        // the whole text stays in memory
    }

    @Override
    public int index() {
        return position;
    }

    @Override
    public void seek(int index) {
        position = index;
    }

    @Override
    public int size() {
        return text.length();
    }

    @Override
    public String getSourceName() {
        return UNKNOWN_SOURCE_NAME;
    }
}
