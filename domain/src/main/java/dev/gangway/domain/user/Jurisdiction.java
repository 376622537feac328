package dev.gangway.domain.user;

import dev.gangway.domain.shared.Ascii;
import dev.gangway.domain.shared.FieldError;
import dev.gangway.domain.shared.InvalidValue;
import dev.gangway.domain.shared.Text;
import org.jspecify.annotations.Nullable;

/** A user's tax jurisdiction, such as {@code RSA}: 2 to 32 letters, digits, {@code -} and {@code _}, upper-case. */
public record Jurisdiction(String value) {
    private static final String FIELD = "jurisdiction";

    /** Upper-cases and checks the form; there is no list of allowed ones (seed 000, "No fixed allow-list"). */
    public Jurisdiction {
        value = Ascii.upper(value);
        if (value.length() < 2 || value.length() > 32 || !Ascii.consistsOf(value, 0, Jurisdiction::isAllowed)) {
            throw new InvalidValue(
                    FIELD, FieldError.INVALID_FORMAT, "must be 2 to 32 letters, digits, hyphens and underscores");
        }
    }

    /** The jurisdiction that a call must name. */
    public static Jurisdiction required(@Nullable String value) {
        if (value == null || Text.isBlank(value)) {
            throw new InvalidValue(FIELD, FieldError.REQUIRED, "is required");
        }
        return new Jurisdiction(value);
    }

    private static boolean isAllowed(int c) {
        return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
    }
}
