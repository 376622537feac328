package dev.gangway.application.auth.port;

import dev.gangway.domain.apikey.CredentialId;
import dev.gangway.domain.apikey.CredentialMaterial.SealedSecret;
import dev.gangway.domain.partner.PartnerId;
import dev.gangway.domain.shared.OutboundSecret;

/**
 * Secrets that a partner and we share, client secrets and signing keys: made here, shown once, sealed at rest for the one
 * credential that they belong to.
 */
public interface SharedSecrets {
    /** A new secret of at least 256 random bits, printable ASCII, with what is stored of it. */
    New issue(CredentialId id, PartnerId partner);

    /** A secret that leaves once, and its seal. */
    record New(OutboundSecret secret, SealedSecret sealed) {}

    /**
     * Whether {@code mac} is the HMAC-SHA256 of {@code message} under the UTF-8 bytes of the secret; takes the same time
     * wherever they differ.
     *
     * @throws SecretUnreadable if the seal was altered, is another credential's, or its key is gone
     */
    boolean verify(CredentialId id, PartnerId partner, SealedSecret sealed, byte[] message, byte[] mac);

    /** The same of the UTF-8 bytes of {@code text}. */
    boolean verify(CredentialId id, PartnerId partner, SealedSecret sealed, String text, byte[] mac);

    /** A sealed secret that does not open; tells nothing of its content. */
    final class SecretUnreadable extends RuntimeException {
        private static final long serialVersionUID = 1L;

        /** @param id whose seal did not open */
        public SecretUnreadable(CredentialId id) {
            super("The sealed secret of " + id.value() + " does not open");
        }
    }
}
