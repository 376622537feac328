package dev.gangway.application.source.port;

import dev.gangway.domain.shared.Digest;
import dev.gangway.domain.source.ApiCredentials;
import dev.gangway.domain.source.ExchangeName;

/** Keyed hashes that tell equal keys without decrypting any; useless to whoever lacks the fingerprint key. */
public interface Fingerprints {
    /** The same for the same API key at the same exchange, and for nothing else. */
    Digest ofKey(ExchangeName exchange, ApiCredentials credentials);

    /** The same for the same secret and passphrase of the same API key, and for nothing else. */
    Digest ofSecret(ExchangeName exchange, ApiCredentials credentials);
}
