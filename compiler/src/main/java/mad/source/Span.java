package mad.source;

/**
 * A half-open range of UTF-16 code units in one file: {@code [start, end)}.
 *
 * @param file the file's identity: a path, a URI, or {@code mad.blocks} for a module of the standard library
 * @param start offset of the first code unit, at least 0
 * @param end offset after the last code unit, at least {@code start}
 */
public record Span(String file, int start, int end) {
    public Span {
        if (start < 0 || end < start) {
            throw new IllegalArgumentException("bad span " + start + ".." + end);
        }
    }

    /** The smallest span that holds this one and {@code other}, which must lie in the same file. */
    public Span to(Span other) {
        return new Span(file, Math.min(start, other.start), Math.max(end, other.end));
    }

    public boolean contains(int offset) {
        return start <= offset && offset <= end;
    }

    /** The empty span just after this one: where something that is missing would stand. */
    public Span after() {
        return new Span(file, end, end);
    }
}
