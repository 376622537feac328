package dev.gangway.adapters.crypto;

import dev.gangway.domain.shared.OutboundSecret;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * The one key outside the database; it wraps every key of the rings. As a text ({@code GANGWAY_MASTER_KEY}) it is
 * {@code gwmk_}, 256 random bits as 43 characters of base64url, and a checksum of 6 letters or digits.
 */
public final class MasterKey {
    /** What every master key starts with. */
    public static final String PREFIX = "gwmk_";

    private static final int BYTES = 32;
    private static final int BODY = 43;
    private static final int LENGTH = PREFIX.length() + BODY + Base62.CHECKSUM_LENGTH;
    private static final byte[] WRAPPING_SALT = "gangway/master-key/v1".getBytes(StandardCharsets.UTF_8);
    private static final byte[] ID_LABEL = "gangway/master-key-id/v1:".getBytes(StandardCharsets.UTF_8);

    private final byte[] key;
    private final String id;

    private MasterKey(byte[] key) {
        this.key = key;
        this.id = "mk_" + HexFormat.of().formatHex(sha256(ID_LABEL, key), 0, 8);
    }

    /** A new random key. */
    public static MasterKey generate() {
        byte[] key = new byte[BYTES];
        new SecureRandom().nextBytes(key);
        return new MasterKey(key);
    }

    /**
     * The key that {@code text} spells.
     *
     * @throws IllegalArgumentException saying what is wrong with it, without repeating it
     */
    public static MasterKey parse(String text) {
        if (!text.startsWith(PREFIX)) {
            throw new IllegalArgumentException("a master key starts with " + PREFIX);
        }
        if (text.length() != LENGTH) {
            throw new IllegalArgumentException(
                    "a master key has " + LENGTH + " characters, this one has " + text.length());
        }
        String body = text.substring(0, LENGTH - Base62.CHECKSUM_LENGTH);
        if (!Base62.checksum(body).equals(text.substring(body.length()))) {
            throw new IllegalArgumentException("the master key's checksum does not match: it was mistyped or altered");
        }
        byte @Nullable [] key = Base64Url.decode(body.substring(PREFIX.length()));
        if (key == null || key.length != BYTES) {
            throw new IllegalArgumentException("the master key does not hold 256 bits in base64url");
        }
        return new MasterKey(key);
    }

    /** The text, for whoever keeps the key. */
    public OutboundSecret text() {
        String body = PREFIX + Base64Url.encode(key);
        return new OutboundSecret(body + Base62.checksum(body));
    }

    /** What it is called where it must not be seen: {@code mk_} and the first digits of a hash. */
    public String id() {
        return id;
    }

    /** The subkey for one use; none tells anything of another or of the master key. */
    byte[] derive(String use) {
        return Hmac.hkdf(WRAPPING_SALT, key, use.getBytes(StandardCharsets.UTF_8), BYTES);
    }

    private static byte[] sha256(byte[] label, byte[] message) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(label);
            return digest.digest(message);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("This Java has no SHA-256", missing);
        }
    }

    /** Equal when the keys are. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof MasterKey master && MessageDigest.isEqual(master.key, key);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }

    @Override
    public String toString() {
        return "MasterKey[" + id + "]";
    }
}
