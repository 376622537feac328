package dev.gangway.application.source.port;

import dev.gangway.domain.source.ApiCredentials;
import dev.gangway.domain.source.CredentialFingerprints;
import dev.gangway.domain.source.ExchangeName;
import java.util.Set;

/** Keyed hashes that tell equal keys without decrypting any; useless to whoever lacks the fingerprint key. */
public interface Fingerprints {
    /**
     * Fingerprints under the key that is in use and, for comparing, under those that stored fingerprints name.
     *
     * @param ringKeys what stored fingerprints name; for one that names none, under every key of the ring
     * @throws IllegalStateException if a key is not in the ring, or does not open: nobody's key is to be called new
     *     because this node cannot tell
     */
    Fingerprinting beside(Set<String> ringKeys);

    /** Fingerprints under the key that is in use alone. */
    default Fingerprinting inUse() {
        return beside(Set.of());
    }

    /** Fingerprints all it is given under the same keys, whatever comes into use meanwhile. */
    interface Fingerprinting {
        /** The same for the same API key, or the same secret of it, at the same exchange, and for nothing else. */
        CredentialFingerprints of(ExchangeName exchange, ApiCredentials credentials);
    }
}
