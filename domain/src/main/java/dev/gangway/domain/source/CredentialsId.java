package dev.gangway.domain.source;

import dev.gangway.domain.shared.Ulid;

/**
 * The identity of one set of sealed credentials: {@code crd_} and a ULID. A replaced secret is a new set, so that a run
 * which still holds the old one can tell.
 */
public record CredentialsId(String value) {
    /** What every id of credentials starts with. */
    public static final String PREFIX = "crd_";

    /** Checks the form. */
    public CredentialsId {
        Ulid.checked("credentials_id", PREFIX, value);
    }
}
