package dev.gangway.adapters.crypto;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * AES-256-GCM with a random nonce of 96 bits before the ciphertext and a tag of 128 bits behind it. Random nonces are
 * good for 2^32 messages under one key (NIST SP 800-38D, section 8.3), far more than a ring's key lives to see.
 */
final class AesGcm {
    private static final String TRANSFORMATION = "AES/GCM/NoPadding";
    private static final int NONCE = 12;
    private static final int TAG = 16;

    private AesGcm() {}

    static byte[] seal(SecretKeySpec key, SecureRandom random, byte[] associated, byte[] plain) {
        byte[] nonce = new byte[NONCE];
        random.nextBytes(nonce);
        try {
            Cipher cipher = cipher(Cipher.ENCRYPT_MODE, key, nonce, associated);
            byte[] sealed = Arrays.copyOf(nonce, NONCE + plain.length + TAG);
            cipher.doFinal(plain, 0, plain.length, sealed, NONCE);
            return sealed;
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("This Java cannot seal with " + TRANSFORMATION, missing);
        }
    }

    /** What was sealed, or null if the key, the associated data or any bit is another. */
    static byte @Nullable [] open(SecretKeySpec key, byte[] associated, byte[] sealed) {
        if (sealed.length < NONCE + TAG) {
            return null;
        }
        try {
            return cipher(Cipher.DECRYPT_MODE, key, Arrays.copyOf(sealed, NONCE), associated)
                    .doFinal(sealed, NONCE, sealed.length - NONCE);
        } catch (AEADBadTagException altered) {
            return null;
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("This Java cannot open " + TRANSFORMATION, missing);
        }
    }

    private static Cipher cipher(int mode, SecretKeySpec key, byte[] nonce, byte[] associated)
            throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance(TRANSFORMATION);
        cipher.init(mode, key, new GCMParameterSpec(TAG * 8, nonce));
        cipher.updateAAD(associated);
        return cipher;
    }
}
