package dev.gangway.adapters.http.wire;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;
import org.jspecify.annotations.Nullable;

/** Names and values as forms and queries carry them ({@code application/x-www-form-urlencoded}), in the order sent. */
public final class Fields {
    private final List<Field> all;

    private Fields(List<Field> all) {
        this.all = List.copyOf(all);
    }

    private record Field(String name, String value) {}

    /**
     * What a form holds, null if no browser sends {@code encoded}: it is badly escaped, or not ASCII. A field that is there twice
     * or is not UTF-8 (each such part becomes U+FFFD) is for whoever reads it to refuse by its name.
     */
    public static @Nullable Fields strictly(String encoded) {
        return isEscaped(encoded) ? of(encoded) : null;
    }

    private static boolean isEscaped(String encoded) {
        for (int i = 0; i < encoded.length(); i++) {
            char one = encoded.charAt(i);
            if (one == '%') {
                if (i + 2 >= encoded.length()
                        || !HexFormat.isHexDigit(encoded.charAt(i + 1))
                        || !HexFormat.isHexDigit(encoded.charAt(i + 2))) {
                    return false;
                }
                i += 2;
            } else if (one < '!' || one > '~') {
                return false;
            }
        }
        return true;
    }

    /** What {@code encoded} holds; null and empty hold nothing. What is badly escaped stays as it was sent. */
    public static Fields of(@Nullable String encoded) {
        List<Field> fields = new ArrayList<>();
        if (encoded != null) {
            for (String pair : encoded.split("&")) {
                if (!pair.isEmpty()) {
                    int equals = pair.indexOf('=');
                    fields.add(
                            equals < 0
                                    ? new Field(decoded(pair), "")
                                    : new Field(
                                            decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1))));
                }
            }
        }
        return new Fields(fields);
    }

    /** The names, each once, in the order in which they first stand there. */
    public SequencedSet<String> names() {
        SequencedSet<String> names = new LinkedHashSet<>();
        all.forEach(field -> names.add(field.name()));
        return names;
    }

    /** Every value of a field, none if it is absent. */
    public List<String> values(String name) {
        return all.stream()
                .filter(field -> field.name().equals(name))
                .map(Field::value)
                .toList();
    }

    /** The value of a field that is there exactly once and not empty, else null. */
    public @Nullable String once(String name) {
        List<String> values = values(name);
        return values.size() == 1 && !values.get(0).isEmpty() ? values.get(0) : null;
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            return text;
        }
    }

    /** Tells names alone: a value may be a token. */
    @Override
    public String toString() {
        return "Fields" + names();
    }
}
