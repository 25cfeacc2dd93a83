package mad.ast;

import mad.source.Span;

/** A name as written; {@code text} is empty where one was expected and is missing. */
public record Name(String text, Span span) {
    public boolean isMissing() {
        return text.isEmpty();
    }
}
