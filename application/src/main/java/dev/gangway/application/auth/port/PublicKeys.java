package dev.gangway.application.auth.port;

import dev.gangway.domain.apikey.CredentialMaterial.PublicKey;
import dev.gangway.domain.apikey.JwsAlgorithm;

/** Partners' public keys as PEM: RSA of 2048 to 16384 bits, or EC on P-256, P-384 or P-521 (seeds 001 and 003). */
public interface PublicKeys {
    /**
     * The key in the one spelling that is stored.
     *
     * @param field named if it is no such key, by {@code InvalidValue}; a private key is refused by a message of its own
     */
    PublicKey read(String field, String pem);

    /**
     * Whether {@code signature}, as JOSE writes it (RFC 7518, 3.3 and 3.4), is one of {@code signed} by {@code key}. False
     * too where the algorithm is none for such a key.
     */
    boolean verify(PublicKey key, JwsAlgorithm algorithm, byte[] signed, byte[] signature);
}
