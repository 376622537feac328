package dev.gangway.bootstrap.enrolment;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gangway.bootstrap.config.Nearest;
import dev.gangway.bootstrap.config.Visible;
import dev.gangway.domain.shared.InvalidValue;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One mapping of the file: reads its keys by type and notes what is wrong. */
final class Mapping {
    private final @Nullable JsonNode node;
    private final String path;
    private final List<String> problems;

    /** @param path where it stands in the file, empty for the file itself */
    Mapping(JsonNode node, String path, List<String> problems, String... keys) {
        this.path = path;
        this.problems = problems;
        if (!node.isObject()) {
            complain("", "must be a mapping with the keys " + String.join(", ", keys));
            this.node = null;
            return;
        }
        this.node = node;
        List<String> known = Arrays.asList(keys);
        node.fieldNames().forEachRemaining(key -> {
            if (!known.contains(key)) {
                complain(Visible.of(key), "is not a key of an enrolment file" + Nearest.hint(key, known));
            }
        });
    }

    /** The text of a key; a number counts as one, since YAML takes quotes away. Null if there is none. */
    @Nullable
    String text(String key) {
        JsonNode value = value(key);
        if (value == null) {
            return null;
        }
        if (!value.isTextual() && !value.isNumber()) {
            complain(key, "must be a text, not " + kind(value));
            return null;
        }
        return value.asText();
    }

    /** The text of a key that must be there. */
    @Nullable
    String requiredText(String key) {
        if (node != null && value(key) == null) {
            complain(key, "is required");
            return null;
        }
        return text(key);
    }

    /** The whole number of a key, or null. */
    @Nullable
    Integer whole(String key) {
        JsonNode value = value(key);
        if (value == null) {
            return null;
        }
        if (!value.canConvertToInt() || !value.isIntegralNumber()) {
            complain(key, "must be a whole number, not " + kind(value));
            return null;
        }
        return value.intValue();
    }

    /** Whether a key is true. */
    boolean flag(String key) {
        JsonNode value = value(key);
        if (value == null) {
            return false;
        }
        if (!value.isBoolean()) {
            complain(key, "must be true or false, not " + kind(value));
        }
        return value.booleanValue();
    }

    /** The items of a key; none if it is absent. */
    List<JsonNode> list(String key) {
        JsonNode value = value(key);
        if (value == null) {
            return List.of();
        }
        if (!value.isArray()) {
            complain(key, "must be a list, not " + kind(value));
            return List.of();
        }
        List<JsonNode> items = new ArrayList<>();
        value.forEach(items::add);
        return items;
    }

    boolean has(String key) {
        return value(key) != null;
    }

    /** What {@code maker} makes, or null and a note of why it could not. */
    <T> @Nullable T make(String key, Supplier<@Nullable T> maker) {
        try {
            return maker.get();
        } catch (InvalidValue invalid) {
            complain(key, invalid.explanation());
            return null;
        }
    }

    void complain(String key, String what) {
        String where = path.isEmpty() || key.isEmpty() ? path + key : path + "." + key;
        problems.add((where.isEmpty() ? "the file" : where) + " " + what);
    }

    private @Nullable JsonNode value(String key) {
        JsonNode value = node == null ? null : node.get(key);
        return value == null || value.isNull() ? null : value;
    }

    static String kind(JsonNode value) {
        return switch (value.getNodeType()) {
            case ARRAY -> "a list";
            case OBJECT -> "a mapping";
            case BOOLEAN -> value.asText();
            case NUMBER, STRING -> "'" + Visible.of(value.asText()) + "'";
            default -> "nothing";
        };
    }
}
