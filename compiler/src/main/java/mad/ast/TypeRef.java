package mad.ast;

import java.util.List;
import mad.source.Span;

/** A type as written. */
public sealed interface TypeRef {
    Span span();

    record Named(Span span, String name) implements TypeRef {}

    record ListOf(Span span, TypeRef element) implements TypeRef {}

    record RecordOf(Span span, List<Field> fields) implements TypeRef {
        public RecordOf {
            fields = List.copyOf(fields);
        }
    }

    record Field(Name name, TypeRef type) {}

    /** A type was expected here. */
    record Missing(Span span) implements TypeRef {}
}
