package mad.emit;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One line of JSON, keys in the order in which they are written. */
final class Json {
    private static final JsonFactory FACTORY = new JsonFactory();
    private static final double LARGEST_WHOLE = 0x1p53;

    private final JsonGenerator out;

    private Json(JsonGenerator out) {
        this.out = out;
    }

    /** Something that writes itself. Writing to memory, the generator has no reason to throw. */
    interface Part {
        void write(Json json) throws IOException;
    }

    static String text(Part part) {
        StringWriter text = new StringWriter();
        try (JsonGenerator generator = FACTORY.createGenerator(text)) {
            part.write(new Json(generator));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    Json object(Part members) throws IOException {
        out.writeStartObject();
        members.write(this);
        out.writeEndObject();
        return this;
    }

    Json object(String key, Part members) throws IOException {
        out.writeFieldName(key);
        return object(members);
    }

    /** What is written next is the value of {@code key}. */
    Json key(String key) throws IOException {
        out.writeFieldName(key);
        return this;
    }

    <T> Json array(String key, Iterable<T> elements, Element<T> element) throws IOException {
        out.writeFieldName(key);
        return array(elements, element);
    }

    <T> Json array(Iterable<T> elements, Element<T> element) throws IOException {
        out.writeStartArray();
        for (T each : elements) {
            element.write(this, each);
        }
        out.writeEndArray();
        return this;
    }

    interface Element<T> {
        void write(Json json, T element) throws IOException;
    }

    Json array(Part elements) throws IOException {
        out.writeStartArray();
        elements.write(this);
        out.writeEndArray();
        return this;
    }

    Json array(String key, Part elements) throws IOException {
        out.writeFieldName(key);
        return array(elements);
    }

    Json number(Number value) throws IOException {
        return value(value.doubleValue());
    }

    Json text(String value) throws IOException {
        return value(value);
    }

    Json put(String key, @Nullable String value) throws IOException {
        out.writeFieldName(key);
        return value(value);
    }

    Json put(String key, long value) throws IOException {
        out.writeNumberField(key, value);
        return this;
    }

    Json put(String key, boolean value) throws IOException {
        out.writeBooleanField(key, value);
        return this;
    }

    Json put(String key, double value) throws IOException {
        out.writeFieldName(key);
        return value(value);
    }

    Json put(String key, Map<String, ?> values) throws IOException {
        return object(key, json -> {
            for (Map.Entry<String, ?> entry : values.entrySet()) {
                json.put(entry.getKey(), entry.getValue());
            }
        });
    }

    /** A value of the language: a number, a condition, or anything else as its text. */
    Json put(String key, @Nullable Object value) throws IOException {
        return switch (value) {
            case Double number -> put(key, number.doubleValue());
            case Number number when number.doubleValue() != number.longValue() -> put(key, number.doubleValue());
            case Number number -> put(key, number.longValue());
            case Boolean condition -> put(key, condition.booleanValue());
            case null -> put(key, (String) null);
            case Object other -> put(key, other.toString());
        };
    }

    private Json value(@Nullable String value) throws IOException {
        if (value == null) {
            out.writeNull();
        } else {
            out.writeString(value);
        }
        return this;
    }

    /** Whole numbers without a point; what JSON has no word for is null. */
    private Json value(double value) throws IOException {
        if (!Double.isFinite(value)) {
            out.writeNull();
        } else if (value == Math.rint(value) && Math.abs(value) <= LARGEST_WHOLE) {
            out.writeNumber((long) value);
        } else {
            out.writeNumber(value);
        }
        return this;
    }
}
