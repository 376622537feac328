package dev.gangway.adapters.crypto;

import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** HMAC-SHA256 (RFC 2104) and what is derived with it: HKDF (RFC 5869). */
final class Hmac {
    private static final String ALGORITHM = "HmacSHA256";
    private static final int LENGTH = 32;

    private Hmac() {}

    /** The 32 bytes for {@code message}. */
    static byte[] sha256(byte[] key, byte[] message) {
        return mac(key).doFinal(message);
    }

    /** {@code length} bytes, at most 8160, derived from {@code keyMaterial} for the one use that {@code info} names. */
    static byte[] hkdf(byte[] salt, byte[] keyMaterial, byte[] info, int length) {
        if (length > 255 * LENGTH) {
            throw new IllegalArgumentException("HKDF-SHA256 gives 8160 bytes at most");
        }
        Mac expand = mac(sha256(salt, keyMaterial));
        byte[] derived = new byte[length];
        byte[] block = new byte[0];
        for (int done = 0, counter = 1; done < length; done += LENGTH, counter++) {
            expand.update(block);
            expand.update(info);
            expand.update((byte) counter);
            block = expand.doFinal();
            System.arraycopy(block, 0, derived, done, Math.min(LENGTH, length - done));
        }
        return derived;
    }

    private static Mac mac(byte[] key) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            // the platform refuses an empty key, which HMAC pads to the very same block as one zero byte
            mac.init(new SecretKeySpec(key.length == 0 ? Arrays.copyOf(key, 1) : key, ALGORITHM));
            return mac;
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("This Java has no HMAC-SHA256", missing);
        }
    }
}
