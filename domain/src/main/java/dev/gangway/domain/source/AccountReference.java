package dev.gangway.domain.source;

import dev.gangway.domain.shared.Text;

/** The exchange's own name of an account, at most 255 characters; the same for every key of that account. */
public record AccountReference(String value) {
    /** Checks the form. */
    public AccountReference {
        Text.required("account_reference", value, 255);
    }
}
