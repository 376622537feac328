package dev.gangway.adapters.crypto;

import dev.gangway.application.keys.KeyPurpose;
import java.security.SecureRandom;
import org.jspecify.annotations.Nullable;

/**
 * Seals bytes as {@code v1.<key id>.<base64url of nonce, ciphertext and tag>}. The key's id, a label for what they are,
 * and the identities of the row and its owner are associated data, so that a text which is moved to another column, row,
 * owner or key does not open.
 */
final class SealedText {
    private static final String FORMAT = "v1.";

    private final KeyRingReader ring;
    private final SecureRandom random = new SecureRandom();

    SealedText(KeyRingReader ring) {
        this.ring = ring;
    }

    String seal(byte[] plain, String label, String row, String owner) {
        RingKey key = ring.active(KeyPurpose.SEALING);
        byte[] sealed = AesGcm.seal(key.key().forAes(), random, Framed.of(label, key.id(), row, owner), plain);
        return FORMAT + key.id() + "." + Base64Url.encode(sealed);
    }

    /** What was sealed, or null if it was sealed as something else, for another row or owner, or altered. */
    byte @Nullable [] open(String text, String label, String row, String owner) {
        RingKey key = keyOf(text);
        byte @Nullable [] bytes = Base64Url.decode(text.substring(text.lastIndexOf('.') + 1));
        return key == null || bytes == null
                ? null
                : AesGcm.open(key.key().forAes(), Framed.of(label, key.id(), row, owner), bytes);
    }

    /** The key that the text names, null if it names none that opens anything. */
    @Nullable
    RingKey keyOf(String text) {
        int dot = text.indexOf('.', FORMAT.length());
        return text.startsWith(FORMAT) && dot >= 0 && dot == text.lastIndexOf('.')
                ? ring.usable(KeyPurpose.SEALING, text.substring(FORMAT.length(), dot))
                : null;
    }
}
