package dev.gangway.domain.source;

import dev.gangway.domain.shared.Ascii;

/** Where a source stands (contract, "Words"). */
public enum SourceStatus {
    /** Queued or importing for the first time. */
    PROCESSING,
    /** The first import is complete; later refreshes keep it. */
    POPULATED,
    /** The exchange refused the key; the user is told and can repair it. */
    CREDENTIALS_FAILED,
    /** Gave up after retries; can be retried. */
    FAILED,
    /** The account was the user's already: the key has moved to its older source and this one is closed. */
    MERGED;

    /** The name in the API. */
    public String apiName() {
        return Ascii.lower(name());
    }

    /** Whether a new attempt is worth it: the last import ended without success. */
    public boolean canBeRetried() {
        return this == CREDENTIALS_FAILED || this == FAILED;
    }
}
