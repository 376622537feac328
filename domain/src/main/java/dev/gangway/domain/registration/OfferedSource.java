package dev.gangway.domain.registration;

import dev.gangway.domain.shared.Digest;
import dev.gangway.domain.source.ExchangeName;
import dev.gangway.domain.source.SealedCredentials;
import dev.gangway.domain.source.SourceId;

/**
 * Submitted credentials, fingerprinted and sealed for one user.
 *
 * @param id the identity that the source gets if it is new
 * @param exchange where the account is
 * @param keyFingerprint keyed hash of exchange and API key: equal for equal keys
 * @param secretFingerprint keyed hash of the secret and the passphrase: tells a replaced secret
 * @param sealed the credentials
 */
public record OfferedSource(
        SourceId id,
        ExchangeName exchange,
        Digest keyFingerprint,
        Digest secretFingerprint,
        SealedCredentials sealed) {}
