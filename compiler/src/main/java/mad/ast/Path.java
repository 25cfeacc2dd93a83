package mad.ast;

import java.util.List;
import java.util.stream.Collectors;
import mad.source.Span;

/** A dotted name, {@code mad.blocks} or {@code tiny.macs}; at least one part. */
public record Path(List<Name> parts, Span span) {
    public Path {
        parts = List.copyOf(parts);
    }

    public String text() {
        return parts.stream().map(Name::text).collect(Collectors.joining("."));
    }

    public Name last() {
        return parts.getLast();
    }
}
