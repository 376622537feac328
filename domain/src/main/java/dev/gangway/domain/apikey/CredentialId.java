package dev.gangway.domain.apikey;

import dev.gangway.domain.shared.Ulid;

/** A partner credential's identity: {@code cred_} and a ULID. Says nothing of the secret. */
public record CredentialId(String value) {
    /** What every credential id starts with. */
    public static final String PREFIX = "cred_";

    /** Checks the form. */
    public CredentialId {
        Ulid.checked("credential_id", PREFIX, value);
    }

    @Override
    public String toString() {
        return value;
    }
}
