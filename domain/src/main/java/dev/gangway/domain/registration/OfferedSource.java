package dev.gangway.domain.registration;

import dev.gangway.domain.source.CredentialFingerprints;
import dev.gangway.domain.source.ExchangeName;
import dev.gangway.domain.source.SealedCredentials;
import dev.gangway.domain.source.SourceId;

/**
 * Submitted credentials, fingerprinted and sealed for one user.
 *
 * @param id the identity that the source gets if it is new
 * @param exchange where the account is
 * @param fingerprints tell a key that the user has already, and a replaced secret
 * @param sealed the credentials
 */
public record OfferedSource(
        SourceId id, ExchangeName exchange, CredentialFingerprints fingerprints, SealedCredentials sealed) {}
