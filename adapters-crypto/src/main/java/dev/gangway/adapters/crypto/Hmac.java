package dev.gangway.adapters.crypto;

import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** HMAC with SHA-256 and SHA-512 (RFC 2104), and what is derived with the former: HKDF (RFC 5869). */
final class Hmac {
    private static final String SHA_256 = "HmacSHA256";
    private static final String SHA_512 = "HmacSHA512";
    private static final int LENGTH = 32;

    private Hmac() {}

    /** The 32 bytes for {@code message}. */
    static byte[] sha256(byte[] key, byte[] message) {
        return mac(SHA_256, key).doFinal(message);
    }

    /** The 64 bytes for {@code message}. */
    static byte[] sha512(byte[] key, byte[] message) {
        return mac(SHA_512, key).doFinal(message);
    }

    /** {@code length} bytes, at most 8160, derived from {@code keyMaterial} for the one use that {@code info} names. */
    static byte[] hkdf(byte[] salt, byte[] keyMaterial, byte[] info, int length) {
        if (length > 255 * LENGTH) {
            throw new IllegalArgumentException("HKDF-SHA256 gives 8160 bytes at most");
        }
        Mac expand = mac(SHA_256, sha256(salt, keyMaterial));
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

    private static Mac mac(String algorithm, byte[] key) {
        try {
            Mac mac = Mac.getInstance(algorithm);
            // the platform refuses an empty key, which HMAC pads to the very same block as one zero byte
            mac.init(new SecretKeySpec(key.length == 0 ? Arrays.copyOf(key, 1) : key, algorithm));
            return mac;
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("This Java has no " + algorithm, missing);
        }
    }
}
