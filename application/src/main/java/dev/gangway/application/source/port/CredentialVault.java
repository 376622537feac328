package dev.gangway.application.source.port;

import dev.gangway.domain.source.ApiCredentials;
import dev.gangway.domain.source.CredentialsId;
import dev.gangway.domain.source.SealedCredentials;
import dev.gangway.domain.user.UserId;

/** Seals users' exchange keys, and opens them for the length of one run. */
public interface CredentialVault {
    /** Seals with the newest key, bound to {@code id} and {@code owner}. */
    SealedCredentials seal(CredentialsId id, UserId owner, ApiCredentials credentials);

    /**
     * Opens what was sealed with any key that is still in the ring.
     *
     * @throws CredentialsUnreadable if it was altered, belongs to another id or owner, or its key is gone
     */
    ApiCredentials open(SealedCredentials sealed);

    /** Sealed credentials that do not open; tells nothing of their content. */
    final class CredentialsUnreadable extends RuntimeException {
        private static final long serialVersionUID = 1L;

        /** @param id whose seal did not open */
        public CredentialsUnreadable(CredentialsId id) {
            super("The sealed credentials " + id.value() + " do not open");
        }
    }
}
