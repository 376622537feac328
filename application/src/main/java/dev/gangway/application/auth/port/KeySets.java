package dev.gangway.application.auth.port;

import dev.gangway.domain.apikey.CredentialMaterial.KeySetAddress;
import dev.gangway.domain.apikey.JwsAlgorithm;
import org.jspecify.annotations.Nullable;

/**
 * Public keys that partners publish (RFC 7517, 5). Fetched over https, kept in memory, fetched again for a key id that
 * nobody has heard of at most once a minute; while an address is down, the last good copy is used. Addresses that are
 * private, loopback or link-local are never asked: the address that is checked is the one that is connected to.
 */
public interface KeySets {
    /**
     * Fetches the set once, for whoever saves its address.
     *
     * @param field named if the address may not be asked, does not answer or holds no usable key, by
     *     {@code InvalidValue}
     */
    void check(String field, KeySetAddress address);

    /**
     * Whether {@code signature} is one of {@code signed} by a key of the set that is meant for signatures with this
     * algorithm.
     *
     * @param keyId which key; null if the token names none, which holds only where one key alone fits the algorithm
     */
    Answer verify(
            KeySetAddress address, @Nullable String keyId, JwsAlgorithm algorithm, byte[] signed, byte[] signature);

    /** What the set says of a signature. */
    enum Answer {
        /** It is one of the set's. */
        VALID,
        /** It is none. */
        INVALID,
        /** There is no copy of the set, and it cannot be fetched now. */
        UNAVAILABLE
    }
}
