package dev.gangway.adapters.crypto;

import javax.crypto.spec.SecretKeySpec;

/** A key, opened; prints as {@code [key]}. */
final class KeyBytes {
    private final byte[] bytes;
    private final SecretKeySpec aes;

    KeyBytes(byte[] bytes) {
        this.bytes = bytes.clone();
        this.aes = new SecretKeySpec(bytes, "AES");
    }

    SecretKeySpec forAes() {
        return aes;
    }

    byte[] forNimbus() {
        return bytes.clone();
    }

    byte[] hmacSha256(byte[] message) {
        return Hmac.sha256(bytes, message);
    }

    @Override
    public String toString() {
        return "[key]";
    }
}
