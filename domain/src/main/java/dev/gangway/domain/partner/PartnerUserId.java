package dev.gangway.domain.partner;

import dev.gangway.domain.shared.FieldError;
import dev.gangway.domain.shared.InvalidValue;
import dev.gangway.domain.shared.Text;
import org.jspecify.annotations.Nullable;

/**
 * The partner's own stable id of a user, at most 128 characters and never an e-mail address, which changes over a
 * person's life (seed 001, "Stable partner_user_id strategy").
 */
public record PartnerUserId(String value) {
    private static final String FIELD = "partner_user_id";

    /** Checks the form. */
    public PartnerUserId {
        Text.checked(FIELD, value, 128);
        if (Text.isBlank(value)) {
            throw new InvalidValue(FIELD, FieldError.INVALID_FORMAT, "must not be blank");
        }
        // wider than the addresses that we register: <a@b>, acct:a@b and a@intranet are addresses too
        int at = value.indexOf('@');
        if (at > 0 && at < value.length() - 1) {
            throw new InvalidValue(
                    FIELD, FieldError.NOT_ALLOWED, "must be a stable id of yours and never an e-mail address");
        }
    }

    /** The id, or null where it is absent. */
    public static @Nullable PartnerUserId optional(@Nullable String value) {
        return value == null || value.isEmpty() ? null : new PartnerUserId(value);
    }
}
