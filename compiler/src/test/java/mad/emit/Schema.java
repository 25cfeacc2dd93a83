package mad.emit;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** The part of JSON Schema that {@code docs/report.schema.json} is written in. */
record Schema(JsonNode root) {
    List<String> problems(JsonNode value) {
        List<String> problems = new ArrayList<>();
        check(root, value, "$", problems);
        return problems;
    }

    private void check(JsonNode schema, JsonNode value, String path, List<String> problems) {
        if (schema.has("$ref")) {
            check(root.at(schema.get("$ref").asText().substring(1)), value, path, problems);
            return;
        }
        if (schema.has("oneOf")) {
            long fitting = 0;
            List<String> why = new ArrayList<>();
            for (JsonNode choice : schema.get("oneOf")) {
                List<String> own = new ArrayList<>();
                check(choice, value, path, own);
                fitting += own.isEmpty() ? 1 : 0;
                why.addAll(own);
            }
            if (fitting != 1) {
                problems.add(path + " fits " + fitting + " choices: " + why);
            }
        }
        if (schema.has("type") && !fits(schema.get("type"), value)) {
            problems.add(path + " is no " + schema.get("type"));
        }
        if (schema.has("enum") && !contains(schema.get("enum"), value)) {
            problems.add(path + " is none of " + schema.get("enum"));
        }
        schema.path("required").forEach(key -> {
            if (!value.has(key.asText())) {
                problems.add(path + "." + key.asText() + " is missing");
            }
        });
        value.properties().forEach(member -> {
            JsonNode known = schema.path("properties").path(member.getKey());
            JsonNode other = schema.path("additionalProperties");
            String inside = path + "." + member.getKey();
            if (!known.isMissingNode()) {
                check(known, member.getValue(), inside, problems);
            } else if (other.isObject()) {
                check(other, member.getValue(), inside, problems);
            } else if (other.isBoolean() && !other.asBoolean()) {
                problems.add(inside + " is unknown");
            }
        });
        if (value.isArray() && schema.has("items")) {
            value.forEach(item -> check(schema.get("items"), item, path + "[]", problems));
        }
    }

    private static boolean contains(JsonNode options, JsonNode value) {
        for (JsonNode option : options) {
            if (option.equals(value)) {
                return true;
            }
        }
        return false;
    }

    private static boolean fits(JsonNode type, JsonNode value) {
        if (type.isArray()) {
            for (JsonNode each : type) {
                if (fits(each, value)) {
                    return true;
                }
            }
            return false;
        }
        return switch (type.asText()) {
            case "object" -> value.isObject();
            case "array" -> value.isArray();
            case "string" -> value.isTextual();
            case "number" -> value.isNumber();
            case "integer" -> value.isIntegralNumber();
            case "boolean" -> value.isBoolean();
            case "null" -> value.isNull();
            default -> throw new IllegalArgumentException("unknown type " + type);
        };
    }
}
