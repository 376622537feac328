package dev.gangway.domain.partner;

import dev.gangway.domain.shared.Ascii;
import dev.gangway.domain.shared.FieldError;
import dev.gangway.domain.shared.InvalidValue;

/**
 * A partner's immutable lower-case name, {@code [a-z][a-z0-9_]{1,31}} (contract, "Words"); its upper-case form is the
 * {@code partner_source} that the partner sends.
 */
public record PartnerSlug(String value) {
    /** Checks the form. */
    public PartnerSlug {
        boolean form = value.length() >= 2 && value.length() <= 32 && isLetter(value.charAt(0));
        for (int i = 1; form && i < value.length(); i++) {
            char c = value.charAt(i);
            form = isLetter(c) || (c >= '0' && c <= '9') || c == '_';
        }
        if (!form) {
            throw new InvalidValue(
                    "slug",
                    FieldError.INVALID_FORMAT,
                    "must be 2 to 32 lower-case letters, digits and underscores, a letter first");
        }
    }

    /** The {@code partner_source} of the API. */
    public String partnerSource() {
        return Ascii.upper(value);
    }

    private static boolean isLetter(char c) {
        return c >= 'a' && c <= 'z';
    }

    @Override
    public String toString() {
        return value;
    }
}
