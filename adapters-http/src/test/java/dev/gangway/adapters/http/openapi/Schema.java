package dev.gangway.adapters.http.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** As much of JSON Schema as the description uses; a keyword that it does not know is an error, not a pass. */
final class Schema {
    private static final Set<String> SAYS_NOTHING = Set.of("description", "format", "example", "title");

    private final JsonNode document;

    Schema(JsonNode document) {
        this.document = document;
    }

    /** What {@code value} breaks of {@code schema}, each with where. */
    List<String> violations(JsonNode schema, JsonNode value) {
        List<String> found = new ArrayList<>();
        check(schema, value, "$", found);
        return found;
    }

    private void check(JsonNode unresolved, JsonNode value, String at, List<String> found) {
        JsonNode schema = resolve(unresolved);
        schema.properties().forEach(keyword -> {
            JsonNode rule = keyword.getValue();
            boolean kept = switch (keyword.getKey()) {
                case "type" -> isOfType(rule, value);
                case "const" -> rule.equals(value);
                case "enum" -> contains(rule, value);
                case "pattern" ->
                    !value.isTextual()
                            || Pattern.compile(rule.asText())
                                    .matcher(value.asText())
                                    .find();
                case "minLength" -> !value.isTextual() || length(value) >= rule.asInt();
                case "maxLength" -> !value.isTextual() || length(value) <= rule.asInt();
                case "minimum" -> !value.isNumber() || value.asLong() >= rule.asLong();
                case "exclusiveMinimum" ->
                    !value.isNumber() || value.decimalValue().compareTo(rule.decimalValue()) > 0;
                case "maximum" -> !value.isNumber() || value.asLong() <= rule.asLong();
                case "oneOf" -> isOneOf(rule, value);
                case "minItems" -> !value.isArray() || value.size() >= rule.asInt();
                case "maxItems" -> !value.isArray() || value.size() <= rule.asInt();
                case "items" -> items(rule, value, at, found);
                case "required" -> required(rule, value);
                case "properties" -> properties(rule, value, at, found);
                case "additionalProperties" -> known(schema.path("properties"), value);
                default -> SAYS_NOTHING.contains(keyword.getKey());
            };
            if (!kept) {
                found.add(at + " breaks " + keyword.getKey() + " " + rule);
            }
        });
    }

    /** What a {@code $ref} leads to. */
    JsonNode resolve(JsonNode node) {
        JsonNode reference = node.get("$ref");
        return reference == null ? node : document.at(reference.asText().substring(1));
    }

    private boolean isOneOf(JsonNode schemas, JsonNode value) {
        return schemas.valueStream()
                        .filter(schema -> violations(schema, value).isEmpty())
                        .count()
                == 1;
    }

    private boolean items(JsonNode rule, JsonNode value, String at, List<String> found) {
        for (int i = 0; value.isArray() && i < value.size(); i++) {
            check(rule, value.get(i), at + "[" + i + "]", found);
        }
        return true;
    }

    private boolean properties(JsonNode rule, JsonNode value, String at, List<String> found) {
        rule.properties().forEach(property -> {
            if (value.has(property.getKey())) {
                check(property.getValue(), value.get(property.getKey()), at + "." + property.getKey(), found);
            }
        });
        return true;
    }

    private static boolean required(JsonNode names, JsonNode value) {
        boolean all = true;
        for (JsonNode name : names) {
            all &= !value.isObject() || value.has(name.asText());
        }
        return all;
    }

    private static boolean known(JsonNode properties, JsonNode value) {
        Set<String> names = new HashSet<>();
        value.fieldNames().forEachRemaining(names::add);
        properties.fieldNames().forEachRemaining(names::remove);
        return names.isEmpty();
    }

    private static boolean contains(JsonNode values, JsonNode value) {
        for (JsonNode allowed : values) {
            if (allowed.equals(value)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isOfType(JsonNode types, JsonNode value) {
        if (types.isArray()) {
            for (JsonNode type : types) {
                if (isOfType(type, value)) {
                    return true;
                }
            }
            return false;
        }
        return switch (types.asText()) {
            case "object" -> value.isObject();
            case "array" -> value.isArray();
            case "string" -> value.isTextual();
            case "number" -> value.isNumber();
            case "integer" -> value.isIntegralNumber();
            case "boolean" -> value.isBoolean();
            case "null" -> value.isNull();
            default -> false;
        };
    }

    private static int length(JsonNode text) {
        return text.asText().codePointCount(0, text.asText().length());
    }
}
