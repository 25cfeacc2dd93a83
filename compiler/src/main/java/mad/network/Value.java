package mad.network;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import mad.source.Span;

/** What an expression is worth. A range or set is the list of its numbers; units are base units (bytes, seconds, joules). */
public sealed interface Value {
    record Num(double value) implements Value {}

    record Bool(boolean value) implements Value {}

    record Text(String value) implements Value {}

    record ListOf(List<Value> values) implements Value {
        public ListOf {
            values = List.copyOf(values);
        }
    }

    record Rec(Map<String, Value> fields) implements Value {
        public Rec {
            fields = Map.copyOf(fields);
        }
    }

    record LayerValue(PlacedLayer layer) implements Value {}

    record PartValue(PlacedPart part) implements Value {}

    record LevelValue(Level level) implements Value {}

    static Value of(double number) {
        return new Num(number);
    }

    static Value of(boolean truth) {
        return new Bool(truth);
    }

    /** This number; stops the evaluation where it is none. */
    default double number(Span span) {
        if (this instanceof Num number) {
            return number.value();
        }
        throw Stopped.at(span, NetworkMessages.wrongType("a number", this));
    }

    default boolean truth(Span span) {
        if (this instanceof Bool truth) {
            return truth.value();
        }
        throw Stopped.at(span, NetworkMessages.wrongType("a condition", this));
    }

    default List<Value> list(Span span) {
        if (this instanceof ListOf list) {
            return list.values();
        }
        throw Stopped.at(span, NetworkMessages.wrongType("a list", this));
    }

    /** As a reader writes it. */
    default String text() {
        return switch (this) {
            case Num number -> Numerals.text(number.value());
            case Bool truth -> String.valueOf(truth.value());
            case Text text -> "\"" + text.value() + "\"";
            case ListOf list -> list.values().stream().map(Value::text).collect(Collectors.joining(", ", "[", "]"));
            case Rec record ->
                record.fields().entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .map(field -> field.getKey() + ": " + field.getValue().text())
                        .collect(Collectors.joining(", ", "{", "}"));
            case LayerValue layer -> layer.layer().layer().primitive().text();
            case PartValue part -> part.part().name();
            case LevelValue level -> "level " + level.level().index();
        };
    }
}
