package dev.gangway.application.source.port;

import dev.gangway.domain.shared.Secret;

/**
 * The primitives with which connectors sign their requests to exchanges. Keys are what users were given by their exchange:
 * one that is not even of the right form is {@link UnusableKey}.
 */
public interface RequestSigner {
    /** HMAC-SHA256 of {@code message} under the UTF-8 bytes of {@code key}; 32 bytes. */
    byte[] hmacSha256(Secret key, byte[] message);

    /** HMAC-SHA512 of {@code message} under the UTF-8 bytes of {@code key}; 64 bytes. */
    byte[] hmacSha512(Secret key, byte[] message);

    /**
     * HMAC-SHA512 of {@code message} under the bytes that {@code key} is the base64 of (RFC 4648, 4); 64 bytes.
     *
     * @throws UnusableKey if it is not base64
     */
    byte[] hmacSha512Base64Key(Secret key, byte[] message);

    /**
     * ECDSA with P-256 and SHA-256, as JOSE writes it (RFC 7518, 3.4): R and S, 32 bytes each.
     *
     * @param pem the private key as PEM, SEC 1 ({@code EC PRIVATE KEY}) or PKCS #8 ({@code PRIVATE KEY}); line breaks may
     *     have become the two characters {@code \\n}, as they do when a key is copied out of a JSON file
     * @throws UnusableKey if it is no private key of that curve
     */
    byte[] es256(Secret pem, byte[] message);

    /** SHA-256 of {@code message}; 32 bytes. */
    byte[] sha256(byte[] message);

    /** A key that no exchange can have issued; tells nothing of its content. */
    final class UnusableKey extends RuntimeException {
        private static final long serialVersionUID = 1L;

        /** @param form what it should have been, such as {@code base64} */
        public UnusableKey(String form) {
            super("The secret is not " + form);
        }
    }
}
