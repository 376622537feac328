package dev.gangway.application.auth.port;

import dev.gangway.domain.apikey.JwsAlgorithm;
import org.jspecify.annotations.Nullable;

/**
 * Takes JSON Web Tokens apart (RFC 7515, 7519) and believes nothing of them. Strict where leniency has been an attack: one
 * spelling of base64url, no {@code crit}, {@code jwk}, {@code jku}, {@code x5u}, {@code x5c} or {@code b64}, no member
 * twice, claims of the right type only.
 */
public interface WebTokens {
    /** The most characters of a token. */
    int MAX_LENGTH = 8192;

    /** The parts of {@code token}, or null if it is no well-formed token. */
    @Nullable
    Unverified read(String token);

    /**
     * A token as it was sent. Nothing in it is true before its signature is verified.
     *
     * @param algorithm the header's {@code alg}, null if it is none that Gangway knows
     * @param keyId the header's {@code kid}, null if absent
     * @param clientId the claim {@code clientId}, null if absent
     * @param issuedAt the claim {@code iat}, seconds since 1970, rounded down; null if absent
     * @param expiresAt the claim {@code exp}, likewise
     * @param notBefore the claim {@code nbf}, likewise
     * @param signed the bytes that the signature is of
     * @param signature the signature
     */
    @SuppressWarnings("ArrayRecordComponent") // read once and never compared
    record Unverified(
            @Nullable JwsAlgorithm algorithm,
            @Nullable String keyId,
            @Nullable String clientId,
            @Nullable Long issuedAt,
            @Nullable Long expiresAt,
            @Nullable Long notBefore,
            byte[] signed,
            byte[] signature) {
        /** Tells nothing of the token, which is a credential. */
        @Override
        public String toString() {
            return "Unverified[token]";
        }
    }
}
