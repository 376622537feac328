package dev.gangway.domain.user;

import dev.gangway.domain.shared.Ascii;
import dev.gangway.domain.shared.FieldError;
import dev.gangway.domain.shared.InvalidValue;

/** The space in which an e-mail address names one person; {@code shared} unless a white-label partner owns its own. */
public record Realm(String value) {
    /** The realm of all partners that do not own one. */
    public static final Realm SHARED = new Realm("shared");

    /** Checks the form: 2 to 32 lower-case letters, digits and underscores. */
    public Realm {
        if (value.length() < 2
                || value.length() > 32
                || !Ascii.consistsOf(value, 0, c -> (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_')) {
            throw new InvalidValue("realm", FieldError.INVALID_FORMAT, "must be 2 to 32 of a-z, 0-9 and underscore");
        }
    }
}
