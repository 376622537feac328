package dev.gangway.domain.apikey;

import org.jspecify.annotations.Nullable;

/** The signatures of tokens that Gangway accepts (RFC 7518, 3.1; seeds 002 and 003). {@code none} is not among them. */
public enum JwsAlgorithm {
    /** HMAC with SHA-256. */
    HS256(Family.SECRET),
    /** RSASSA-PKCS1-v1_5 with SHA-256. */
    RS256(Family.RSA),
    /** RSASSA-PKCS1-v1_5 with SHA-384. */
    RS384(Family.RSA),
    /** RSASSA-PKCS1-v1_5 with SHA-512. */
    RS512(Family.RSA),
    /** ECDSA on P-256 with SHA-256. */
    ES256(Family.EC),
    /** ECDSA on P-384 with SHA-384. */
    ES384(Family.EC),
    /** ECDSA on P-521 with SHA-512. */
    ES512(Family.EC);

    /** What kind of key it needs. */
    public enum Family {
        /** A shared secret. */
        SECRET,
        /** An RSA key of 2048 bits or more. */
        RSA,
        /** A key on the algorithm's own curve. */
        EC
    }

    private final Family family;

    JwsAlgorithm(Family family) {
        this.family = family;
    }

    /** What kind of key it needs. */
    public Family family() {
        return family;
    }

    /** The algorithm with exactly this name, or null. */
    public static @Nullable JwsAlgorithm named(String name) {
        for (JwsAlgorithm algorithm : values()) {
            if (algorithm.name().equals(name)) {
                return algorithm;
            }
        }
        return null;
    }
}
