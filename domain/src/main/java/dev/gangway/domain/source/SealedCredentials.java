package dev.gangway.domain.source;

import dev.gangway.domain.user.UserId;

/**
 * A source's credentials as they are at rest: readable by the vault alone, for this user and these credentials alone.
 *
 * @param id the set's identity, sealed in as associated data
 * @param owner whose they are, sealed in as associated data: a row moved to another user does not open
 * @param sealed the vault's text: format, key id, nonce and ciphertext
 */
public record SealedCredentials(CredentialsId id, UserId owner, String sealed) {
    @Override
    public String toString() {
        return "SealedCredentials[" + id.value() + "]";
    }
}
