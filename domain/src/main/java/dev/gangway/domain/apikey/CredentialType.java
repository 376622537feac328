package dev.gangway.domain.apikey;

import dev.gangway.domain.partner.CallRate;
import org.jspecify.annotations.Nullable;

/** How a partner credential proves its holder. */
public enum CredentialType {
    /** A random token, stored as its SHA-256 only (seed 000). */
    BEARER("bearer"),
    /** A secret that signs short-lived tokens with HS256 (seed 002). */
    CLIENT_SECRET("client-secret"),
    /** A secret that signs every request with HMAC-SHA256 (seed 004). */
    SIGNING_KEY("signing-key"),
    /** A public key whose private half signs short-lived tokens (seeds 001, 003). */
    PUBLIC_KEY("public-key"),
    /** A set of such public keys at an address of the partner's (seed 001). */
    JWKS("jwks");

    /** 120 requests a minute, what a signing key may make unless it was issued for more or less (seed 004). */
    public static final CallRate SIGNED_RATE = new CallRate(120);

    private final String apiName;

    CredentialType(String apiName) {
        this.apiName = apiName;
    }

    /** The name on the command line and in the API. */
    public String apiName() {
        return apiName;
    }

    /** The type with this name, or null. */
    public static @Nullable CredentialType named(String name) {
        for (CredentialType type : values()) {
            if (type.apiName.equals(name)) {
                return type;
            }
        }
        return null;
    }

    /**
     * How many calls a minute a credential of this type may make that was issued without a rate.
     *
     * @param ofPartner what the partner's file says of its credentials
     */
    public CallRate rate(CallRate ofPartner) {
        return switch (this) {
            case BEARER, CLIENT_SECRET, PUBLIC_KEY, JWKS -> ofPartner;
            // a partner without a limit has none of its own to put in the place of this one
            case SIGNING_KEY ->
                ofPartner.isUnlimited() || ofPartner.perMinute() > SIGNED_RATE.perMinute() ? SIGNED_RATE : ofPartner;
        };
    }
}
