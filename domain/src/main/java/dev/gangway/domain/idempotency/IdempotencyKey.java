package dev.gangway.domain.idempotency;

import dev.gangway.domain.shared.Ascii;
import dev.gangway.domain.shared.FieldError;
import dev.gangway.domain.shared.InvalidValue;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The name that a partner gives to one thing that it wants done once: 1 to 255 visible ASCII characters, compared one by
 * one. The header holds them as they are or as a quoted string (RFC 8941, section 3.3.3), which is the same key.
 */
public record IdempotencyKey(String value) {
    /** The header, which is also how errors name it. */
    public static final String HEADER = "Idempotency-Key";

    private static final int MAX = 255;

    /** Checks the form. */
    public IdempotencyKey {
        if (value.isEmpty()) {
            throw invalid(FieldError.REQUIRED, "must not be empty where it is sent");
        }
        if (!Ascii.consistsOf(value, 0, c -> c > ' ' && c < 0x7F)) {
            throw invalid(FieldError.INVALID_CHARACTER, "must consist of visible ASCII characters, without blanks");
        }
        if (value.length() > MAX) {
            throw invalid(FieldError.TOO_LONG, "must have at most " + MAX + " characters");
        }
    }

    /**
     * The key in a header, null if the header is absent.
     *
     * @param values every value of the header
     * @throws InvalidValue if there is more than one, or one that is no key
     */
    public static @Nullable IdempotencyKey of(List<String> values) {
        if (values.isEmpty()) {
            return null;
        }
        if (values.size() > 1) {
            throw invalid(FieldError.DUPLICATE_FIELD, "must be sent once");
        }
        String value = values.get(0);
        return new IdempotencyKey(value.startsWith("\"") ? unquoted(value) : value);
    }

    private static String unquoted(String text) {
        StringBuilder key = new StringBuilder(text.length());
        int end = text.length() - 1;
        for (int i = 1; i < end; i++) {
            char c = text.charAt(i);
            if (c == '\\') {
                i++;
                c = text.charAt(i);
                if (i == end || (c != '"' && c != '\\')) {
                    throw badlyQuoted();
                }
            } else if (c == '"') {
                throw badlyQuoted();
            }
            key.append(c);
        }
        if (end == 0 || text.charAt(end) != '"') {
            throw badlyQuoted();
        }
        return key.toString();
    }

    private static InvalidValue badlyQuoted() {
        return invalid(
                FieldError.INVALID_FORMAT,
                "begins with a quotation mark and is no quoted string: it must end with one, and only \\\" and \\\\ are"
                        + " escapes");
    }

    private static InvalidValue invalid(FieldError code, String explanation) {
        return new InvalidValue(HEADER, code, explanation);
    }
}
