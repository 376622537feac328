package dev.gangway.domain.apikey;

import dev.gangway.domain.partner.WebAddress;
import dev.gangway.domain.shared.Digest;

/** With what calls of a credential are verified: what the database keeps of its secret, or a key that is none. */
public sealed interface CredentialMaterial {
    /** A bearer token's SHA-256, by which it is found. */
    record TokenHash(Digest hash) implements CredentialMaterial {}

    /**
     * A secret that has to be read back, as the vault seals it for this credential alone.
     *
     * @param sealed the vault's text
     */
    record SealedSecret(String sealed) implements CredentialMaterial {
        @Override
        public String toString() {
            return "SealedSecret[]";
        }
    }

    /** A partner's public key, PEM ({@code PUBLIC KEY}), in one spelling. */
    record PublicKey(String pem) implements CredentialMaterial {}

    /** Where a partner publishes its public keys (RFC 7517, 5), https. */
    record KeySetAddress(WebAddress url) implements CredentialMaterial {}
}
