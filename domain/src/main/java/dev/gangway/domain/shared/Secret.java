package dev.gangway.domain.shared;

import org.jspecify.annotations.Nullable;

/**
 * A value that must not be seen: it prints as {@code [secret]} and only adapters that need the characters for their
 * work may {@link #reveal()} them (an architecture test lists who).
 */
public final class Secret {
    private static final int MAX = 4096;

    private final String value;

    private Secret(String value) {
        this.value = value;
    }

    /** Wraps a text that Gangway itself made or has stored; nothing is checked. */
    public static Secret of(String value) {
        return new Secret(value);
    }

    /**
     * A required credential from outside: 10 to 4096 characters, no control characters.
     *
     * @param lineBreaks whether CR and LF are allowed, as they are in a PEM key
     * @throws InvalidValue naming {@code field}
     */
    public static Secret required(String field, @Nullable String value, boolean lineBreaks) {
        if (value == null || Text.isBlank(value)) {
            throw new InvalidValue(field, FieldError.REQUIRED, "is required");
        }
        Text.requireCharacters(field, value, lineBreaks);
        Text.requireLength(field, value, 10, MAX);
        return new Secret(value);
    }

    /** An optional credential from outside: absent where null or empty, at most 4096 characters. */
    public static @Nullable Secret optional(String field, @Nullable String value) {
        String checked = Text.optional(field, value, MAX);
        return checked == null ? null : new Secret(checked);
    }

    /** The characters themselves, for the adapter that signs, hashes or seals them. */
    public String reveal() {
        return value;
    }

    /** Equal when the characters are; for tests and for telling a replaced secret, never to check a guess. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Secret secret && secret.value.equals(value);
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    @Override
    public String toString() {
        return "[secret]";
    }
}
