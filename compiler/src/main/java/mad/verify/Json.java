package mad.verify;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;

/** A value of JSON. What has another shape than asked for is {@link Refused}. */
record Json(JsonNode node) {
    private static final ObjectMapper MAPPER =
            new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    static Json parse(String text) {
        try {
            return new Json(MAPPER.readTree(text));
        } catch (JsonProcessingException e) {
            throw new Refused("no JSON");
        }
    }

    boolean has(String name) {
        return node.has(name);
    }

    Json get(String name) {
        if (!node.has(name)) {
            throw new Refused("`" + name + "` is missing");
        }
        return new Json(node.get(name));
    }

    List<Json> list() {
        if (!node.isArray()) {
            throw new Refused("a list was expected");
        }
        List<Json> elements = new ArrayList<>(node.size());
        node.forEach(element -> elements.add(new Json(element)));
        return elements;
    }

    /** A list of so many. */
    List<Json> list(int size) {
        List<Json> elements = list();
        if (elements.size() != size) {
            throw new Refused("a list of " + size + " was expected");
        }
        return elements;
    }

    /** A finite number. */
    double number() {
        double number = node.isNumber() ? node.doubleValue() : Double.NaN;
        if (!Double.isFinite(number)) {
            throw new Refused("a number was expected");
        }
        return number;
    }

    /** The same; NaN for null, and infinity for a text. */
    double anyNumber() {
        return node.isNull() ? Double.NaN : node.isTextual() ? Double.POSITIVE_INFINITY : number();
    }

    int whole() {
        double number = number();
        if (number != (int) number) {
            throw new Refused("a whole number was expected");
        }
        return (int) number;
    }

    double[] numbers() {
        return list().stream().mapToDouble(Json::number).toArray();
    }

    int[] wholes() {
        return list().stream().mapToInt(Json::whole).toArray();
    }

    /** Whole numbers from {@code least} to below {@code end}. */
    int[] wholes(int least, int end) {
        int[] all = wholes();
        for (int each : all) {
            if (each < least || each >= end) {
                throw new Refused("there is no " + each);
            }
        }
        return all;
    }

    String text() {
        if (!node.isTextual()) {
            throw new Refused("a text was expected");
        }
        return node.textValue();
    }

    boolean truth() {
        if (!node.isBoolean()) {
            throw new Refused("a truth was expected");
        }
        return node.booleanValue();
    }
}
