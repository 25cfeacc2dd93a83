package mad.source;

/**
 * The text of one file.
 *
 * @param file the file's identity, as in {@link Span#file()}
 */
public record SourceFile(String file, String text) {
    public Span span(int start, int end) {
        return new Span(file, start, end);
    }

    /** The text of {@code span}, which must lie in this file. */
    public String text(Span span) {
        return text.substring(span.start(), span.end());
    }
}
