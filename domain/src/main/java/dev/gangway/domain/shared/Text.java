package dev.gangway.domain.shared;

import org.jspecify.annotations.Nullable;

/** The checks that every text from outside goes through (contract, "Always"). Limits count Unicode code points. */
public final class Text {
    private Text() {}

    /**
     * Returns a required text as given.
     *
     * @throws InvalidValue if it is null or blank, longer than {@code max}, or holds a control character or a lone
     *     surrogate
     */
    public static String required(String field, @Nullable String value, int max) {
        if (value == null || isBlank(value)) {
            throw new InvalidValue(field, FieldError.REQUIRED, "is required");
        }
        return checked(field, value, max);
    }

    /**
     * Returns an optional text as given, or null where it is absent (null or empty).
     *
     * @throws InvalidValue if it is longer than {@code max}, or holds a control character or a lone surrogate
     */
    public static @Nullable String optional(String field, @Nullable String value, int max) {
        return value == null || value.isEmpty() ? null : checked(field, value, max);
    }

    /**
     * Returns {@code value} if it is at most {@code max} code points long without control characters and lone
     * surrogates.
     */
    public static String checked(String field, String value, int max) {
        requireCharacters(field, value, false);
        requireLength(field, value, 0, max);
        return value;
    }

    /** Whether nothing in {@code value} can be seen: empty, or white space of any script. */
    public static boolean isBlank(String value) {
        // all white space there is lies in the basic plane, so characters do
        return Ascii.consistsOf(value, 0, c -> Character.isWhitespace(c) || Character.isSpaceChar(c));
    }

    /** Refuses control characters (CR and LF excepted where {@code lineBreaks}) and lone surrogates. */
    static void requireCharacters(String field, String value, boolean lineBreaks) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (Character.isISOControl(c)) {
                if (!lineBreaks || (c != '\r' && c != '\n')) {
                    throw new InvalidValue(field, FieldError.INVALID_CHARACTER, "must not contain control characters");
                }
            } else if (Character.isSurrogate(c)) {
                if (!Character.isHighSurrogate(c)
                        || i + 1 == value.length()
                        || !Character.isLowSurrogate(value.charAt(i + 1))) {
                    throw new InvalidValue(field, FieldError.INVALID_CHARACTER, "must not contain a lone surrogate");
                }
                i++;
            }
        }
    }

    /** Refuses fewer than {@code min} or more than {@code max} code points. */
    static void requireLength(String field, String value, int min, int max) {
        int length = value.codePointCount(0, value.length());
        if (length < min) {
            throw new InvalidValue(field, FieldError.TOO_SHORT, "must have at least " + min + " characters");
        }
        if (length > max) {
            throw new InvalidValue(field, FieldError.TOO_LONG, "must have at most " + max + " characters");
        }
    }
}
